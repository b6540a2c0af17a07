import { emptyRecord } from '../../shared/inventory/fold.ts'
import type { InventoryRecord } from '../../shared/inventory/record.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { RecordType } from '../../shared/model/record-type.ts'
import type { Op, OpResult, Row } from '../../shared/sync.ts'

export type ConflictRow = Extract<Row, { kind: 'conflict' }>
export type ConflictReason = ConflictRow['reason']
export type Verdict = Omit<OpResult, 'op'>

/** One record as this push sees it: as loaded, and then as its own ops have left it. */
export type Held = {
  belief: InventoryRecord
  deletedBy: Uuid | null
  deletedAt: string | null
  /** The JSON text of `belief`; undefined while it is only loaded. */
  text: string | undefined
}

/** What one push has read and what it is going to write: the rules work on this and touch nothing else. */
export type Batch = {
  kind: 'workspace' | 'client'
  /** The number under which the device writes in this scope. */
  device: Uuid
  /** R6, by the author's role and kind of op. */
  may: (op: Op) => boolean
  /** The clients that the author may open; null where all. */
  granted: Set<Uuid> | null
  /** In the workspace's own scope: the clients that each record concerned before this push. */
  concerns: Map<Uuid, string>
  now: string
  seq: number
  records: Map<Uuid, Held>
  /** Observations that are stored already, by id. */
  observations: Map<Uuid, unknown>
  /** Conflicts that nobody has decided yet, by record. */
  open: Map<Uuid, ConflictRow[]>
  /** Rows to write, by kind and id: the latest state of each. */
  rows: Map<string, Row>
  /** Client records that came into being: each gets a scope of its own. */
  clients: Set<Uuid>
}

export const take = (batch: Batch): number => ++batch.seq

export const writeRow = (batch: Batch, row: Row): void => {
  batch.rows.set(`${row.kind} ${row.id}`, row)
}

export const newHeld = (id: Uuid, type: RecordType): Held => ({
  belief: emptyRecord(id, type),
  deletedBy: null,
  deletedAt: null,
  text: undefined,
})

/** The people's part of a record, as it travels. */
export function writeRecordRow(batch: Batch, { id, type, edits, deleted }: InventoryRecord, rev: number): void {
  writeRow(batch, { kind: 'record', id, rev, type, deleted, edits })
}

/** I6: the losing value is kept whole, where every device sees it. */
export function writeConflict(batch: Batch, op: Op, reason: ConflictReason): Verdict {
  const rev = take(batch)
  // An observation of a deleted record is a row of its own already.
  const value = 'value' in op && reason !== 'seen-after-delete' ? { value: op.value } : {}
  const row: ConflictRow = {
    kind: 'conflict',
    id: op.op,
    rev,
    type: op.type,
    rec: op.rec,
    ...('field' in op ? { field: op.field } : {}),
    reason,
    ...value,
    by: batch.device,
    at: op.at,
    resolved: false,
  }
  writeRow(batch, row)
  batch.open.set(op.rec, [...(batch.open.get(op.rec) ?? []), row])
  return { st: 'conflict', at: rev }
}

/**
 * Whoever decides after having seen a conflict (base ≥ its rev) resolves it: a value for its field, or a word on the
 * whole record.
 */
export function resolveSeen(batch: Batch, op: Op): void {
  const open = batch.open.get(op.rec)
  if (!open) return
  const decided = (row: ConflictRow) => row.rev <= op.base && (!('field' in op) || row.field === op.field)
  for (const row of open.filter(decided)) writeRow(batch, { ...row, rev: take(batch), resolved: true })
  batch.open.set(
    op.rec,
    open.filter((row) => !decided(row)),
  )
}
