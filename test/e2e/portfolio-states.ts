import type { Database } from '../../extension/db/database.ts'
import type { ScopeState } from '../../extension/db/schema.ts'
import { thisDevice } from '../../extension/db/scopes.ts'
import { createClient } from '../../extension/records/clients.ts'
import { editField } from '../../extension/records/edit.ts'
import { addDays } from '../../shared/model/calendar.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Fields } from '../../shared/model/observation.ts'
import { renewalClient } from './renewals-states.ts'
import type { ScreenState } from './screen-states.ts'
import { accept, clients, connected, type Dump, setActiveClient } from './seed.ts'
import { drafts, otherDrafts } from './seed-content.ts'

const today = '2027-02-06'
const at = '2027-01-20T09:00:00.000Z'
const money = (minor: number, currency: string) => ({ minor, currency })
const year = { count: 1, unit: 'year' }
const month = { count: 1, unit: 'month' }
const days = (count: number) => ({ count, unit: 'day' })

type Bought = { vendor: string; product: string; until: number; price?: ReturnType<typeof money>; notice?: number }

/** What a client bought, by how many days from today its term ends. */
async function bought(db: Database, client: Uuid, all: Bought[]): Promise<void> {
  await setActiveClient(db, client)
  for (const { vendor, product, until, price, notice } of all) {
    const fields: Fields = {
      product,
      seatsPurchased: 40,
      seatsAssigned: 31,
      billingPeriod: year,
      endsOn: addDays(today, until),
      autoRenews: true,
      status: 'active',
      ...(price ? { totalPrice: price } : {}),
    }
    const where = { host: `admin.${vendor}`, vendor, account: null }
    const record = await accept(db, { ...where, fields, at })
    if (notice !== undefined) await editField(db, client, record, 'noticePeriod', days(notice))
    await editField(db, client, record, 'renewalTerm', year)
  }
}

/** Four clients: one that is late, one whose week is full, one in pounds, one that nothing is known of; and what waits. */
async function fullPortfolio(db: Database): Promise<void> {
  await renewalClient(db)
  const { workspace } = await thisDevice(db)
  const all = await db.listing
    .where('[scope+type+name+id]')
    .between([workspace, 'client'], [workspace, 'client', []])
    .toArray()
  const idOf = (name: string) => all.find((one) => one.name.startsWith(name))?.id ?? ''
  const [contoso, fabrikam, northwind] = [idOf('contoso'), idOf('fabrikam'), idOf('northwind')]
  await editField(db, workspace, fabrikam, 'currency', 'GBP')
  await bought(db, fabrikam, [
    { vendor: 'zendesk.com', product: 'Zendesk Suite', until: 34, notice: 30, price: money(18_240_00, 'GBP') },
    { vendor: 'docusign.com', product: 'DocuSign Business Pro', until: 60, notice: 60, price: money(6_912_00, 'GBP') },
    { vendor: 'box.com', product: 'Box Enterprise', until: 180, notice: 60 },
  ])
  await editField(db, workspace, northwind, 'currency', 'USD')
  await bought(db, northwind, [
    { vendor: 'hubspot.com', product: 'HubSpot Sales', until: 33, notice: 30, price: money(21_600_00, 'USD') },
    { vendor: 'figma.com', product: 'Figma Organization', until: 28, notice: 30, price: money(9_450_00, 'USD') },
    { vendor: 'miro.com', product: 'Miro Business', until: 75, notice: 30, price: money(4_800_00, 'USD') },
  ])
  await setActiveClient(db, contoso)
  await connected(db, 2)
  await drafts(db, contoso)
  await otherDrafts(db)
  await db.sessions.clear()
}

/** Fifty clients as pulled, too many to be made by hand: each has a dozen subscriptions and some hundred seats. */
function fifty(rows: Dump): Dump {
  const scopes = rows.scopes as ScopeState[] // the table of that name
  const ids = scopes.filter(({ kind }) => kind === 'client').map(({ scope }) => scope)
  const records: unknown[] = []
  const listing: unknown[] = []
  const put = (scope: Uuid, type: string, id: Uuid, name: string, vendor: string, fields: Fields) => {
    const cells = Object.entries(fields).map(([field, value]) => [
      field,
      { value, source: 'json', at, observation: id },
    ])
    records.push({
      scope,
      id,
      type,
      vendor,
      vendorAccount: null,
      seenAt: at,
      cells: Object.fromEntries(cells),
      edits: {},
      deleted: 0,
      rev: 1,
    })
    listing.push({ scope, type, name, id })
  }
  const vendors = ['zendesk.com', 'asana.com', 'dropbox.com', 'figma.com', 'zoom.us', 'box.com']
  for (const [client, scope] of ids.entries())
    for (let nth = 0; nth < 12; nth++) {
      const vendor = vendors[(client + nth) % vendors.length] ?? ''
      const product = `${vendor.split('.')[0]} plan ${nth}`
      const until = 40 + ((client * 37 + nth * 29) % 340)
      const price = {
        minor: 90_000 + ((client * 7919 + nth * 104_729) % 900_000),
        currency: ['EUR', 'USD', 'GBP'][client % 3] ?? '',
      }
      put(scope, 'subscription', idOf(3, client, nth), `${product} ${vendor}`, vendor, {
        ...{ product, sku: product, seatsPurchased: 20, seatsAssigned: 12, totalPrice: price, billingPeriod: month },
        ...{
          endsOn: addDays(today, until),
          autoRenews: true,
          renewalTerm: year,
          noticePeriod: days(30),
          status: 'active',
        },
      })
      for (let seat = 0; seat < 12; seat++)
        put(scope, 'assignment', idOf(4, client, nth * 100 + seat), `person ${seat} ${product}`, vendor, {
          ...{ product, sku: product, email: `person${seat}@client${client}.example`, status: 'active' },
        })
    }
  return { ...rows, records: [...(rows.records ?? []), ...records], listing: [...(rows.listing ?? []), ...listing] }
}
const idOf = (kind: number, client: number, nth: number) =>
  `0000000${kind}-0000-4000-8000-${String(client).padStart(4, '0')}${String(nth).padStart(8, '0')}`

const names = [
  'Adatum',
  'Bellows',
  'Coho',
  'Datum',
  'Fourth Coffee',
  'Graphic Design',
  'Humongous',
  'Litware',
  'Margie',
  'Proseware',
]
const kinds = ['Works', 'Insurance', 'Clinic', 'Logistics', 'School']

async function fiftyClients(db: Database): Promise<void> {
  const { workspace } = await thisDevice(db)
  for (let at = 0; at < 50; at++) {
    const client = await createClient(db, `${names[at % 10]} ${kinds[Math.floor(at / 10)]}`)
    await editField(db, workspace, client, 'hue', 170 + ((at * 53) % 160))
    await editField(db, workspace, client, 'currency', ['EUR', 'USD', 'GBP'][at % 3] ?? 'EUR')
  }
}

/** One client of which a day is no day: nobody else's is lost for it. */
function unreadable(rows: Dump): Dump {
  return {
    ...rows,
    records: (rows.records ?? []).map((row) => {
      const isIt = typeof row === 'object' && row !== null && JSON.stringify(row).includes('Zendesk Suite')
      return isIt ? { ...row, cells: null } : row
    }),
  }
}

/** The thread that works out what is dear never answers. */
const slow: ScreenState['act'] = async (page) => {
  await page.addInitScript(() => {
    Worker.prototype.postMessage = () => undefined
  })
  await page.reload()
  await page.getByRole('heading', { name: 'Portfolio' }).waitFor()
}

const screen = 'app#portfolio'

export const portfolioStates: ScreenState[] = [
  { name: 'portfolio-full', screen, fill: fullPortfolio, shows: /^3 clients|^4 clients/ },
  { name: 'portfolio-nothing', screen, fill: clients, shows: /Nothing this week/ },
  { name: 'portfolio-no-client', screen, shows: 'Which client do you advise?' },
  { name: 'portfolio-working', screen, fill: fullPortfolio, act: slow, shows: /Days of 0 of 4/ },
  { name: 'portfolio-fifty', screen, fill: fiftyClients, more: fifty, shows: /^50 clients/ },
  {
    name: 'portfolio-failed',
    screen,
    fill: fullPortfolio,
    more: unreadable,
    shows: 'Could not be read. Its days are not in this list.',
  },
]
