import { type FieldBelief, fieldOf } from '../../shared/inventory/fold.ts'
import type { Capture, Evidence, VendorAccount } from '../../shared/model/evidence.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { RecordType } from '../../shared/model/record-type.ts'
import type { Row } from '../../shared/sync.ts'
import type { Database } from '../db/database.ts'
import { searchable } from '../db/listing.ts'
import type { StoredRecord } from '../db/schema.ts'
import { peopleShownIn, shownRecord } from './people-mode.ts'

/** A record as a screen shows it. */
export type Shown = {
  id: Uuid
  type: RecordType
  vendor: string
  vendorAccount: VendorAccount | null
  seenAt: string
  fields: Record<string, FieldBelief>
}

/** `total` is undefined where there are more than are shown, which were not to be counted. */
export type Page = { total: number | undefined; shown: Shown[] }
export type PageWish = { search?: string; limit?: number; counted?: boolean }

/** One client's subscriptions by name. The first page of ten thousand costs what the first page of ten does. */
export const subscriptionsOf = (db: Database, client: Uuid, wish: PageWish = {}): Promise<Page> =>
  recordsOf(db, client, 'subscription', wish)

export async function recordsOf(
  db: Database,
  scope: Uuid,
  type: RecordType,
  { search = '', limit = 30, counted = true }: PageWish = {},
): Promise<Page> {
  const listed = db.listing.where('[scope+type+name+id]').between([scope, type], [scope, type, []])
  const words = searchable(search).split(' ').filter(Boolean)
  // Keys come in one request, ten thousand in some 20 ms; records would be read one by one.
  const hits =
    words.length > 0
      ? (await listed.primaryKeys()).filter(([, , name]) => words.every((word) => name.includes(word)))
      : undefined
  const [total, keys] = hits
    ? [hits.length, hits.slice(0, limit)]
    : await Promise.all([counted ? listed.count() : undefined, listed.clone().limit(limit).primaryKeys()])
  const [records, people] = await Promise.all([
    db.records.bulkGet(keys.map(([, , , id]): [Uuid, Uuid] => [scope, id])),
    peopleShownIn(db, scope),
  ])
  const all = keys.length < limit ? keys.length : undefined
  return {
    total: total ?? all,
    shown: records.flatMap((record) => (record ? shownOf(shownRecord(record, people)) : [])),
  }
}

const shownOf = (record: StoredRecord): Shown => ({
  id: record.id,
  type: record.type,
  vendor: record.vendor,
  vendorAccount: record.vendorAccount,
  seenAt: [record.seenAt, record.lookedAt ?? ''].sort().at(-1) ?? '',
  fields: beliefsOf(record),
})

/** By name; the screen has an order of its own. */
function beliefsOf(record: StoredRecord): Record<string, FieldBelief> {
  const known = new Set([...Object.keys(record.cells), ...Object.keys(record.edits)])
  const beliefs = [...known].map((field) => [field, fieldOf(record, field)] as const)
  return Object.fromEntries(beliefs.flatMap(([field, belief]) => (belief ? [[field, belief]] : [])))
}

/** Where a field's value stood, for the one whose source a person opens. */
export async function evidenceOf(
  db: Database,
  scope: Uuid,
  observation: Uuid,
  field: string,
): Promise<(Evidence & { capture: Capture }) | undefined> {
  const sighting = (await db.observations.get([scope, observation]))?.observation.sighting
  const evidence = sighting && Object.hasOwn(sighting.evidence, field) ? sighting.evidence[field] : undefined
  return sighting && evidence && { ...evidence, capture: sighting.capture }
}

export type ConflictRow = Extract<Row, { kind: 'conflict' }>

/** I6: what a person must choose between; the value that did not stand is kept in it. */
export async function conflictsOf(db: Database, scope: Uuid): Promise<ConflictRow[]> {
  const rows = await db.confirmed.where('[scope+row.kind]').equals([scope, 'conflict']).toArray()
  return rows.flatMap(({ row }) => (row.kind === 'conflict' && !row.resolved ? row : []))
}

/** Those that nobody has decided: a word said here after a conflict was seen settles it, once the server has it. */
export async function openConflictsOf(db: Database, scope: Uuid): Promise<ConflictRow[]> {
  const conflicts = await conflictsOf(db, scope)
  if (conflicts.length === 0) return []
  const recs = [...new Set(conflicts.map(({ rec }) => rec))].map((rec): [Uuid, Uuid] => [scope, rec])
  const ops = await db.outbox.where('[scope+rec]').anyOf(recs).toArray()
  const words = ops.filter(({ state }) => state !== 'rejected').map(({ body }) => body)
  return conflicts.filter(
    ({ rec, rev, field }) =>
      !words.some((op) => op.rec === rec && op.base >= rev && (!('field' in op) || op.field === field)),
  )
}

/** The living records of some types, read by their places in the list: what a client has most of is left alone. */
export async function recordsOfTypes(db: Database, scope: Uuid, types: readonly RecordType[]): Promise<StoredRecord[]> {
  const found = await Promise.all(
    types.map(async (type) => {
      const listed = db.listing.where('[scope+type+name+id]').between([scope, type], [scope, type, []])
      const keys = await listed.primaryKeys()
      return db.records.bulkGet(keys.map(([, , , id]): [Uuid, Uuid] => [scope, id]))
    }),
  )
  return found.flat().flatMap((record) => record ?? [])
}
