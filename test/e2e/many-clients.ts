import { newScope } from '../../extension/db/scopes.ts'
import type { Setting, SettingOf } from '../../extension/settings/settings.ts'
import { addDays } from '../../shared/model/calendar.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Fields, FieldValue } from '../../shared/model/observation.ts'
import type { RecordType } from '../../shared/model/record-type.ts'
import type { Dump } from './seed.ts'

const today = '2027-02-06'
const at = '2027-01-20T09:00:00.000Z'
const names = [
  'Adatum',
  'Bellows',
  'Coho',
  'Datum',
  'Fourth Coffee',
  'Graphic',
  'Humongous',
  'Litware',
  'Margie',
  'Proseware',
]
const kinds = ['Works', 'Insurance', 'Clinic', 'Logistics', 'School']
const vendors = ['zendesk.com', 'asana.com', 'dropbox.com', 'figma.com', 'zoom.us', 'box.com']
const currencies = ['EUR', 'USD', 'GBP']

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T // the place is in the list
const idOf = (kind: number, client: number, nth: number) =>
  `0000000${kind}-0000-4000-8000-${String(client).padStart(4, '0')}${String(nth).padStart(8, '0')}`

type Sizes = { clients: number; subscriptions: number; seats: number }

/** Clients as they were pulled, too many to be made by hand; `seats` of each subscription. Every seventh price is not shown. */
export function manyClients(rows: Dump, sizes: Sizes): Dump {
  const settings = rows.settings as SettingOf<'device'>[] // the device's is there
  const workspace = settings.find(({ key }) => key === 'device')?.workspace ?? ''
  const made: Required<Pick<Dump, 'records' | 'listing' | 'scopes'>> = { records: [], listing: [], scopes: [] }
  const put = (
    scope: string,
    type: RecordType,
    id: string,
    name: string,
    of: { vendor?: string; cells?: Fields; edits?: Fields },
  ) => {
    const cells = filled(of.cells, (value) => ({ value, source: 'json', at, observation: id }))
    const edits = filled(of.edits, (value) => ({ value, seq: 1, by: id, at }))
    const about = { seenAt: of.cells ? at : '', vendor: of.vendor ?? '', vendorAccount: null, deleted: 0, rev: 1 }
    made.records.push({ scope, id, type, cells, edits, ...about })
    made.listing.push({ scope, type, name, id })
  }
  for (let client = 0; client < sizes.clients; client++) {
    const id = idOf(2, client, 0)
    const name = `${pick(names, client)} ${pick(kinds, Math.floor(client / 10))}`
    const edits = { name, hue: 170 + ((client * 53) % 160), currency: pick(currencies, client) }
    made.scopes.push(newScope(id, 'client'))
    put(workspace, 'client', id, name.toLowerCase(), { edits })
    for (let nth = 0; nth < sizes.subscriptions; nth++) {
      const of = subscription(client, nth)
      put(id, 'subscription', idOf(3, client, nth), `${of.cells.product} ${of.vendor}`, of)
      for (let seat = 0; seat < sizes.seats; seat++) {
        const email = `person${seat}@client${client}.example`
        const cells = { product: of.cells.product, sku: of.cells.sku, email, status: 'active' }
        put(id, 'assignment', idOf(4, client, nth * 100 + seat), email, { vendor: of.vendor, cells })
      }
    }
  }
  const also = (table: 'records' | 'listing' | 'scopes') => [...(rows[table] ?? []), ...made[table]]
  return { ...rows, records: also('records'), listing: also('listing'), scopes: also('scopes') }
}

/** One client, the active one, that has as much. */
export const largeClient =
  (sizes: Omit<Sizes, 'clients'>) =>
  (rows: Dump): Dump =>
    activated(manyClients(rows, { ...sizes, clients: 1 }), idOf(2, 0, 0))

export function activated(rows: Dump, client: Uuid): Dump {
  const settings = rows.settings as Setting[] // the table of that name
  return {
    ...rows,
    settings: [...settings.filter(({ key }) => key !== 'activeClient'), { key: 'activeClient', client }],
  }
}

function subscription(client: number, nth: number) {
  const vendor = pick(vendors, client + nth)
  const product = `${vendor.split('.')[0]?.replace(/^./, (first) => first.toUpperCase())} ${pick(['Team', 'Business', 'Enterprise'], nth)}`
  const price = { minor: 90_000 + ((client * 7919 + nth * 104_729) % 900_000), currency: pick(currencies, client) }
  const until = 31 + ((client * 37 + nth * 29) % 331)
  const cells = {
    ...{ product, sku: `${product} ${nth}`, seatsPurchased: 20, seatsAssigned: 12, status: 'active' },
    ...{ billingPeriod: { count: 1, unit: 'month' }, renewalTerm: { count: 1, unit: 'year' } },
    ...{ endsOn: addDays(today, until), autoRenews: true, noticePeriod: { count: 30, unit: 'day' } },
    ...((client + nth) % 7 === 0 ? {} : { totalPrice: price }),
  }
  return { vendor, cells }
}

const filled = <T>(fields: Fields | undefined, fill: (value: FieldValue) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(fields ?? {}).map(([field, value]) => [field, fill(value)]))
