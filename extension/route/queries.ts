import type { Day } from '../../shared/model/day.ts'
import type { VendorAccount } from '../../shared/model/evidence.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { isCaptured } from '../../shared/model/record-type.ts'
import type { Database } from '../db/database.ts'
import type { Draft, StoredRecord } from '../db/schema.ts'
import { accountsOf } from '../records/accounts.ts'
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
