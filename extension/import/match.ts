import { fieldsOf } from '../../shared/inventory/fields-of.ts'
import { isShownAsIs } from '../../shared/inventory/people/masked.ts'
import type { PeopleMode } from '../../shared/model/client.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { type Fields, recordIdOf, type Sighting } from '../../shared/model/observation.ts'
import type { CapturedType } from '../../shared/model/record-type.ts'
import type { Database } from '../db/database.ts'
import type { StoredRecord } from '../db/schema.ts'
import { identityOf } from '../heuristics/identity.ts'

/** The living and deleted things of one kind that a client has, by id and by what they are told by. */
export type KnownThings = {
  byId: Map<Uuid, StoredRecord>
  byIdentity: Map<string, StoredRecord[]>
}

export async function knownThings(
  db: Database,
  client: Uuid,
  type: CapturedType,
  domainOf: (vendor: string) => string,
): Promise<KnownThings> {
  const records = await db.records.where('[scope+id]').between([client, ''], [client, '\uffff']).toArray()
  const known: KnownThings = { byId: new Map(), byIdentity: new Map() }
  for (const record of records) {
    if (record.type !== type) continue
    known.byId.set(record.id, record)
    if (record.deleted !== 0) continue
    for (const identity of identitiesOf(type, domainOf(record.vendor), beliefs(record)))
      known.byIdentity.set(identity, [...(known.byIdentity.get(identity) ?? []), record])
  }
  return known
}

const beliefs = (record: StoredRecord): Fields =>
  Object.fromEntries(fieldsOf(record).map(({ field, value }) => [field, value]))

/** A file often leaves out the identifiers that a console shows: then the name tells the thing, where it has it alone. */
function identitiesOf(type: CapturedType, vendor: string, fields: Fields): Set<string> {
  if (type === 'charge') return new Set([identityIn(type, vendor, fields)])
  const { subscriptionId: _, ...unnumbered } = fields
  const { sku, ...named } = unnumbered
  return new Set([fields, unnumbered, named].map((some) => identityIn(type, vendor, some)))
}

const identityIn = (type: CapturedType, vendor: string, fields: Fields): string =>
  JSON.stringify([vendor, ...identityOf(type, fields)]).toLowerCase()

/**
 * The thing that a row tells of: the one of an earlier import, else the one thing that an admin console showed under the
 * same name. `taken` are things that earlier rows of the file told of. The sighting then speaks of that thing by its own key.
 */
export async function matched(
  db: Database,
  client: Uuid,
  sighting: Sighting,
  known: KnownThings,
  taken: Set<Uuid>,
): Promise<{ sighting: Sighting; rec: Uuid }> {
  const rec = await recordIdOf(client, sighting)
  if (known.byId.has(rec)) return { sighting, rec }
  const { type, vendor, fields } = sighting
  const told = (by: Fields) => known.byIdentity.get(identityIn(type, vendor, by))
  const alike = told(fields) ?? told(unbilled(sighting)) ?? []
  const [only] = alike
  if (alike.length !== 1 || !only || taken.has(only.id)) return { sighting, rec }
  const own = await ownNameOf(db, client, only)
  return own ? { sighting: { ...sighting, ...own }, rec: only.id } : { sighting, rec }
}

/** Fields by which a row of our own list only tells which thing it is: names there are those of the vendor directory. */
const tellingOnly: Partial<Record<CapturedType, string[]>> = { subscription: ['product', 'plan'] }

/**
 * The record whose id a row of our own list carries, if it is this client's. What is shown under another name there is not
 * written back. `nameless` where it has no name that a file could tell it by: what only people wrote, and seats that are
 * only counted. Told by what it says, such a row would be a second one of them.
 */
export async function matchedById(
  db: Database,
  client: Uuid,
  sighting: Sighting,
  rec: Uuid | undefined,
  { known, mode }: { known: KnownThings; mode: PeopleMode },
): Promise<{ sighting: Sighting; rec: Uuid } | 'nameless' | undefined> {
  const record = rec === undefined ? undefined : known.byId.get(rec)
  if (rec === undefined || !record || record.deleted !== 0) return undefined
  const own = await ownNameOf(db, client, record)
  if (!own) return 'nameless'
  const isWritten = ([field]: [string, unknown]) =>
    isShownAsIs(sighting.type, field, mode) && !tellingOnly[sighting.type]?.includes(field)
  const fields = Object.fromEntries(Object.entries(sighting.fields).filter(isWritten))
  const evidence = Object.fromEntries(Object.entries(sighting.evidence).filter(isWritten))
  return { sighting: { ...sighting, ...own, fields, evidence }, rec }
}

/** A charge is told before its bill is written; once it is, the charge that named no bill is the one that names this one. */
const unbilled = ({ type, fields }: Sighting): Fields => {
  if (type !== 'charge') return fields
  const { invoiceId: _, ...unnumbered } = fields
  return unnumbered
}

type OwnName = Pick<Sighting, 'vendor' | 'vendorAccount' | 'key'>

/** How the thing was called when it was first seen; a record does not keep that, its observations do. */
async function ownNameOf(db: Database, client: Uuid, record: StoredRecord): Promise<OwnName | undefined> {
  const [seen] = Object.values(record.cells)
  const stored = seen && (await db.observations.get([client, seen.observation]))
  if (stored?.rec !== record.id) return undefined
  const { vendor, vendorAccount, key } = stored.observation.sighting
  // Where people are only counted, a seat is kept without what it was called.
  if (key === record.id) return undefined
  return { vendor, vendorAccount, key }
}
