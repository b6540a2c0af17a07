import { type Belief, beliefOf } from '../../shared/inventory/belief.ts'
import { fieldOf } from '../../shared/inventory/fold.ts'
import { accountKey, statedByEmail } from '../../shared/inventory/people/account-key.ts'
import { maskedRecord, maskedSighting } from '../../shared/inventory/people/masked.ts'
import { defaultPeopleMode } from '../../shared/inventory/people/mode.ts'
import type { InventoryRecord } from '../../shared/inventory/record.ts'
import type { PeopleMode } from '../../shared/model/client.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Sighting } from '../../shared/model/observation.ts'
import type { Database } from '../db/database.ts'
import type { StoredRecord } from '../db/schema.ts'
import { getSetting } from '../settings/store.ts'

const modes: readonly PeopleMode[] = ['counts-only', 'pseudonymous', 'full']

/** How a client's people are kept and shown. Inside a caller's transaction it needs `settings` and `records`. */
export async function peopleModeOf(db: Database, client: Uuid): Promise<PeopleMode> {
  const device = await getSetting(db, 'device')
  const record = device && (await db.records.get([device.workspace, client]))
  const said = record && fieldOf(record, 'peopleMode')?.value
  return modes.find((mode) => mode === said) ?? defaultPeopleMode
}

/** Whose a thing is: what their made-up name is made of, the same in every area and on every device. */
export type KeyOf = (
  of: Pick<InventoryRecord, 'id' | 'vendor' | 'vendorAccount'>,
  email: unknown,
  accountId: unknown,
  person: unknown,
) => string

export type PeopleShown = { mode: PeopleMode; keyOf: KeyOf }

/** For screens that show drafts or single records; reads only the persons that somebody stated, and only where names are made up. */
export async function peopleShownIn(db: Database, client: Uuid | null): Promise<PeopleShown> {
  const mode = client === null ? defaultPeopleMode : await peopleModeOf(db, client)
  const stated = client !== null && mode === 'pseudonymous' ? await statedIn(db, client) : []
  const byEmail = statedByEmail(stated)
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
  const keyOf: KeyOf = ({ id, vendor, vendorAccount }, email, accountId, person) => {
    const values = { email: text(email), accountId: text(accountId), person: text(person) }
    const key = accountKey({ id, vendor, account: vendorAccount, values })
    return byEmail.get(key) ?? key
  }
  return { mode, keyOf }
}

/** A record under a made-up name, or none, where the client's people are shown so. */
export function shownRecord(record: StoredRecord, { mode, keyOf }: PeopleShown): StoredRecord {
  if (mode === 'full') return record
  const of = (field: string) => fieldOf(record, field)?.value
  const key = record.type === 'assignment' ? keyOf(record, of('email'), of('accountId'), of('person')) : record.id
  return maskedRecord(record, mode, key)
}

/** The same of what a capture or a file shows of a record. */
export function shownSighting(sighting: Sighting, id: Uuid, { mode, keyOf }: PeopleShown): Sighting {
  const { vendor, vendorAccount, fields } = sighting
  return maskedSighting(
    sighting,
    mode,
    keyOf({ id, vendor, vendorAccount }, fields.email, fields.accountId, fields.person),
  )
}

async function statedIn(db: Database, client: Uuid): Promise<Belief<'person'>[]> {
  const listed = db.listing.where('[scope+type+name+id]').between([client, 'person'], [client, 'person', []])
  const keys = await listed.primaryKeys()
  const records = await db.records.bulkGet(keys.map(([, , , id]): [Uuid, Uuid] => [client, id]))
  return records.flatMap((record) => (record ? [beliefOf({ ...record, type: 'person' })] : []))
}
