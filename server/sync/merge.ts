import { equal } from '../../shared/inventory/fold.ts'
import type { FieldValue } from '../../shared/model/observation.ts'
import { type Edit, limits, type Op } from '../../shared/sync.ts'
import { addObservation } from './add.ts'
import {
  type Batch,
  type Held,
  newHeld,
  resolveSeen,
  take,
  type Verdict,
  writeConflict,
  writeRecordRow,
} from './batch.ts'
import { invalid } from './validate.ts'

/** R4 over one valid op. Only `batch` changes. */
export function applyOp(batch: Batch, op: Op): Verdict {
  const refusal = invalid(batch, op)
  if (refusal) return { st: 'rejected', at: batch.seq, code: refusal }
  // Without the record, a base tells that the author knew one: it was purged since (I8: no zombie).
  if (!batch.records.has(op.rec) && op.base > 0 && !knowsOfPurge(batch, op)) return afterPurge(batch, op)
  const verdict = op.kind === 'add' ? addObservation(batch, op) : decide(batch, op)
  if (op.kind === 'add' || verdict.st === 'conflict' || verdict.st === 'rejected') return verdict
  resolveSeen(batch, op)
  return verdict.st === 'noop' ? { ...verdict, at: batch.seq } : verdict
}

/** The author has seen the conflict that says so, and wants the record all the same. */
const knowsOfPurge = (batch: Batch, op: Op): boolean =>
  (batch.open.get(op.rec) ?? []).some((row) => row.reason === 'edit-after-purge' && row.rev <= op.base)

function afterPurge(batch: Batch, op: Op): Verdict {
  if (op.kind === 'del') return noop(batch)
  return writeConflict(batch, op, 'edit-after-purge')
}

function decide(batch: Batch, op: Exclude<Op, { kind: 'add' }>): Verdict {
  if (op.kind === 'del') return deleteRecord(batch, op)
  if (op.kind === 'undel') return undelete(batch, op)
  return setField(batch, op)
}

const noop = (batch: Batch): Verdict => ({ st: 'noop', at: batch.seq })

function setField(batch: Batch, op: Extract<Op, { kind: 'set' | 'unset' }>): Verdict {
  const held = batch.records.get(op.rec)
  if (held?.belief.deleted) return writeConflict(batch, op, 'edit-after-delete')
  const present = held && Object.hasOwn(held.belief.edits, op.field) ? held.belief.edits[op.field] : undefined
  const value = op.kind === 'set' ? op.value : null
  const against = op.kind === 'set' ? op.against : undefined
  if (same(present?.value ?? null, value)) {
    // Equal values never conflict (I13); one that was looked at beside a new captured value is pinned against that one.
    if (value === null || against === undefined || same(present?.against ?? null, against)) return noop(batch)
  } else if (present && present.seq > op.base && present.by !== batch.device) {
    return writeConflict(batch, op, 'field')
  }
  const edit = { value, by: batch.device, at: op.at, ...(against === undefined ? {} : { against }) }
  return writeEdit(batch, held ?? newHeld(op.rec, op.type), op.field, edit)
}

const same = (a: FieldValue | null, b: FieldValue | null): boolean => (a === null || b === null ? a === b : equal(a, b))

function writeEdit(batch: Batch, held: Held, field: string, edit: Omit<Edit, 'seq'>): Verdict {
  const rev = batch.seq + 1
  const belief = { ...held.belief, edits: { ...held.belief.edits, [field]: { ...edit, seq: rev } }, rev }
  const text = JSON.stringify(belief)
  if (Buffer.byteLength(text) > limits.recordBytes) return { st: 'rejected', at: batch.seq, code: 'TOO_LARGE' }
  take(batch)
  batch.records.set(belief.id, { ...held, belief, text })
  writeRecordRow(batch, belief, rev)
  if (belief.type === 'client') batch.clients.add(belief.id)
  return { st: 'applied', at: rev }
}

function deleteRecord(batch: Batch, op: Op): Verdict {
  const held = batch.records.get(op.rec)
  if (!held || held.belief.deleted) return noop(batch)
  const unseen = Object.values(held.belief.edits).some((edit) => edit.seq > op.base && edit.by !== batch.device)
  if (unseen) return writeConflict(batch, op, 'delete-vs-edit')
  return setDeleted(batch, held, true)
}

function undelete(batch: Batch, op: Op): Verdict {
  const held = batch.records.get(op.rec)
  if (!held?.belief.deleted) return noop(batch)
  // One's own deletion is known to oneself, even where its number has not come back yet (I7).
  const seen = op.base >= held.belief.deleted || held.deletedBy === batch.device
  return seen ? setDeleted(batch, held, false) : writeConflict(batch, op, 'stale-undelete')
}

function setDeleted(batch: Batch, held: Held, deleted: boolean): Verdict {
  const rev = take(batch)
  const belief = { ...held.belief, deleted: deleted ? rev : 0, rev }
  batch.records.set(belief.id, {
    belief,
    deletedBy: deleted ? batch.device : null,
    deletedAt: deleted ? batch.now : null,
    text: JSON.stringify(belief),
  })
  writeRecordRow(batch, belief, rev)
  return { st: 'applied', at: rev }
}
