import { foldObservation } from '../../shared/inventory/fold.ts'
import { canonical } from '../../shared/model/observation.ts'
import { limits, type Op } from '../../shared/sync.ts'
import { type Batch, newHeld, take, type Verdict, writeConflict, writeRow } from './batch.ts'

/** An observation cannot conflict with another: it is a fact. Only a deletion may speak against it. */
export function addObservation(batch: Batch, op: Extract<Op, { kind: 'add' }>): Verdict {
  const observation = op.value
  const stored = batch.observations.get(observation.id)
  if (stored !== undefined) return storedAlready(batch, observation, stored)
  const held = batch.records.get(op.rec) ?? newHeld(op.rec, op.type)
  const rev = batch.seq + 1
  const belief = foldObservation(held.belief, observation, rev)
  const text = JSON.stringify(belief)
  if (Buffer.byteLength(text) > limits.recordBytes) return { st: 'rejected', at: batch.seq, code: 'TOO_LARGE' }
  take(batch)
  batch.records.set(op.rec, { ...held, belief, text })
  writeRow(batch, { kind: 'observation', id: observation.id, rev, type: op.type, value: observation })
  batch.observations.set(observation.id, observation)
  if (!belief.deleted || announced(batch, op)) return { st: 'applied', at: rev }
  return writeConflict(batch, op, 'seen-after-delete')
}

/** One question for a person is enough, however often the thing is seen again. */
const announced = (batch: Batch, op: Op): boolean =>
  (batch.open.get(op.rec) ?? []).some((row) => row.reason === 'seen-after-delete')

/** The id is made from the content, so one id with two contents is not an observation. */
const storedAlready = (batch: Batch, observation: unknown, stored: unknown): Verdict =>
  canonical(stored) === canonical(observation)
    ? { st: 'noop', at: batch.seq }
    : { st: 'rejected', at: batch.seq, code: 'OP_INVALID' }
