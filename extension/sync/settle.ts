import type { Table } from 'dexie'
import type { Uuid } from '../../shared/model/id.ts'
import type { ProblemCode } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { queued } from '../db/outbox.ts'
import { refold, type Touched } from '../db/refold.ts'
import type { OutboxOp, ScopeState } from '../db/schema.ts'

export const untouched = (): Touched => ({ come: [], parts: new Set(), cells: new Set(), revs: new Map() })

/** The tables that a change of the confirmed state may write, in one transaction. */
export const syncTables = (db: Database) => [
  db.scopes,
  db.outbox,
  db.observations,
  db.confirmed,
  db.unreadable,
  db.records,
  db.listing,
]

/**
 * C1: ops that are pending no longer are not laid over any more. What came of them was pulled: an observation that
 * the pull did not bring is not part of the record (its conflict keeps it).
 */
export async function liftOps(db: Database, scope: Uuid, ops: OutboxOp[], touched: Touched): Promise<void> {
  const added = ops.flatMap(({ body }) => (body.kind === 'add' ? [body.value] : []))
  for (const { body } of ops) if (body.kind !== 'add') touched.parts.add(body.rec)
  const rows = await db.observations.bulkGet(added.map(({ id }): [Uuid, Uuid] => [scope, id]))
  const unconfirmed = rows.flatMap((row) => (row?.rev === 0 ? row : []))
  for (const { rec } of unconfirmed) touched.cells.add(rec)
  await db.observations.bulkDelete(unconfirmed.map(({ id }): [Uuid, Uuid] => [scope, id]))
}

/** R5: what the server takes in no way waits apart with the reason, and is laid over nothing. */
export async function quarantine(db: Database, state: ScopeState, ops: OutboxOp[], code: ProblemCode): Promise<void> {
  await db.outbox.bulkPut(ops.map((op): OutboxOp => ({ ...op, state: 'rejected', code })))
  await lower(db, state, ops)
}

export async function lower(db: Database, state: ScopeState, ops: OutboxOp[]): Promise<void> {
  const touched = untouched()
  await liftOps(db, state.scope, ops, touched)
  await refold(db, state, touched)
}

/** R2: new numbers under a new device id; nothing is applied twice, because the ids of the ops stay (R1). */
export const numberAnew = (
  state: ScopeState,
  device: Uuid,
  ops: OutboxOp[],
): { state: ScopeState; ops: OutboxOp[] } => {
  const next = { ...state, device, n: ops.length }
  return { state: next, ops: ops.map(({ body }, place) => queued(next, { ...body, n: place + 1 })) }
}

/** Everything confirmed goes; what this device said stays, and is laid over nothing until the download comes. */
export async function wipeConfirmed(db: Database, state: ScopeState, pending: OutboxOp[]): Promise<void> {
  const { scope } = state
  const within = <T>(table: Table<T, [Uuid, string]>) => table.where('[scope+id]').between([scope], [scope, []])
  await within(db.confirmed).delete()
  await within(db.observations).delete()
  await within(db.unreadable).delete()
  await within(db.records).delete()
  await db.listing.where('[scope+type+name+id]').between([scope], [scope, []]).delete()
  const come = pending.flatMap(({ body }) =>
    body.kind === 'add' ? { scope, id: body.value.id, rec: body.rec, rev: 0, observation: body.value } : [],
  )
  await db.observations.bulkPut(come)
  await refold(db, state, { ...untouched(), come, parts: new Set(pending.map(({ rec }) => rec)) })
}
