import { emptyRecord, foldObservation } from '../../shared/inventory/fold.ts'
import type { InventoryRecord } from '../../shared/inventory/record.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { newOrderedId } from '../../shared/model/make-id.ts'
import type { Observation } from '../../shared/model/observation.ts'
import type { RecordType } from '../../shared/model/record-type.ts'
import type { Edit, Op } from '../../shared/sync.ts'
import type { Database } from './database.ts'
import { putRecords } from './listing.ts'
import type { PartialOp } from './outbox.ts'
import type { SeenOn, StoredRecord } from './schema.ts'
import { seenOn } from './seen-on.ts'

/** Edits of this device carry seq 0 until the pull brings them back. */
const pending = 0

/** Folds an observation in, and remembers where it was seen. */
export const foldHere = <T extends InventoryRecord & { page?: SeenOn }>(
  record: T,
  observation: Observation,
  rev: number,
): T => seenOn(foldObservation(record, observation, rev), observation.sighting.capture)

/** How a record looks once an op of this device is laid over it. */
export function layOp<T extends InventoryRecord & { page?: SeenOn }>(record: T, op: Op | PartialOp, by: Uuid): T {
  if (op.kind === 'add') return foldHere(record, op.value, pending)
  if (op.kind === 'undel') return { ...record, deleted: 0 }
  // The rev of a deletion that has none yet; only "not 0" matters to a screen.
  if (op.kind === 'del') return { ...record, deleted: Math.max(1, record.rev) }
  const against = op.kind === 'set' && op.against !== undefined ? { against: op.against } : {}
  const edit: Edit = { value: op.kind === 'set' ? op.value : null, seq: pending, by, at: op.at, ...against }
  return { ...record, edits: { ...record.edits, [op.field]: edit } }
}

/** Lays new ops over what is stored, in the transaction that queues them (C3). Needs `records`, `listing`, `scopes`. */
export async function layOver(db: Database, scope: Uuid, ops: PartialOp[]): Promise<void> {
  const device = (await db.scopes.get(scope))?.device ?? scope
  const ids = [...new Set(ops.map((op) => op.rec))]
  const before = await recordsById(db, scope, ids)
  const after = new Map(before.flatMap((record) => (record ? [[record.id, record]] : [])))
  for (const op of ops) after.set(op.rec, layOp(after.get(op.rec) ?? blank(scope, op.rec, op.type), op, device))
  await putRecords(
    db,
    before,
    ids.flatMap((id) => after.get(id) ?? []),
  )
}

export const blank = (scope: Uuid, id: Uuid, type: RecordType): StoredRecord => ({ ...emptyRecord(id, type), scope })

/** The ops by which a sighting becomes a fact. An accepted thing lives, also where it had been deleted: a person decided again. */
export function addOps(observation: Observation, record: StoredRecord | undefined, at: string): PartialOp[] {
  const about = { rec: observation.rec, type: observation.sighting.type, base: record?.rev ?? 0, at }
  return [...revive(record, observation.rec, at), { ...about, op: newOrderedId(), kind: 'add', value: observation }]
}

export const revive = (record: StoredRecord | undefined, rec: Uuid, at: string): PartialOp[] =>
  record && record.deleted !== 0
    ? [{ op: newOrderedId(), kind: 'undel', rec, type: record.type, base: record.rev, at }]
    : []

export const recordsById = (db: Database, scope: Uuid, ids: Uuid[]) =>
  db.records.bulkGet(ids.map((id): [Uuid, Uuid] => [scope, id]))
