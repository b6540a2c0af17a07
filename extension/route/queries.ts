import { fieldOf } from '../../shared/inventory/fold.ts'
import type { Day } from '../../shared/model/day.ts'
import type { VendorAccount } from '../../shared/model/evidence.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { isCaptured } from '../../shared/model/record-type.ts'
import type { Database } from '../db/database.ts'
import type { Draft, StoredRecord } from '../db/schema.ts'
import { getSetting } from '../settings/store.ts'
import { dayOf } from '../ui/format.ts'
import type { Fact, Known } from './route.ts'

/** What this device knows of a client's admin consoles. Reads each of its records once, no other client's. */
export async function knownOf(db: Database, client: Uuid, today: Day): Promise<Known> {
  const [records, accounts, drafts] = await Promise.all([
    db.records.where('[scope+id]').between([client, ''], [client, '\uffff']).toArray(),
    accountsOf(db, client),
    db.drafts.toArray(),
  ])
  const own = new Set(accounts.map(keyOf))
  const isOwn = ({ client: readFor, sighting: { vendorAccount } }: Draft) =>
    vendorAccount ? own.has(keyOf(vendorAccount)) : readFor === client
  const captured = drafts
    .filter((draft) => dayOf(new Date(draft.seenAt)) === today && isOwn(draft))
    .map(({ sighting }) => ({ url: sighting.capture.url, account: sighting.vendorAccount?.id ?? null }))
  return { facts: records.flatMap((record) => factOf(record) ?? []), accounts, captured }
}

function factOf(record: StoredRecord): Fact | undefined {
  const { type, page, deleted, vendorAccount, seenAt, lookedAt = seenAt } = record
  if (!page || deleted !== 0 || !isCaptured(type)) return undefined
  const last = Date.parse(lookedAt) > Date.parse(seenAt) ? lookedAt : seenAt
  return { type, account: vendorAccount, page, seenAt: last, seenOn: dayOf(new Date(last)) }
}

const keyOf = ({ vendor, id }: VendorAccount): string => JSON.stringify([vendor, id])

/** The vendor accounts that are bound to a client, by vendor and name. */
async function accountsOf(db: Database, client: Uuid): Promise<VendorAccount[]> {
  const device = await getSetting(db, 'device')
  if (!device) return []
  const listed = db.listing.where('[scope+type+name+id]')
  const names = await listed.between([device.workspace, 'binding'], [device.workspace, 'binding', []]).toArray()
  const records = await db.records.bulkGet(names.map(({ scope, id }): [Uuid, Uuid] => [scope, id]))
  return records.flatMap((record) => {
    const text = (field: string) => {
      const value = record && fieldOf(record, field)?.value
      return typeof value === 'string' ? value : undefined
    }
    const [vendor, id, name] = [text('vendor'), text('accountId'), text('accountName')]
    if (vendor === undefined || id === undefined || text('client') !== client) return []
    return [{ vendor, id, ...(name === undefined ? {} : { name }) }]
  })
}
