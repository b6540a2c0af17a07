import type { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import { Op, type OpResult, type PushRequest, type PushResponse } from '../../shared/sync.ts'
import type { Role } from '../db/tables.ts'
import { mayDo } from '../workspaces/may.ts'
import type { Scope } from '../workspaces/scope.ts'
import { addClientScope } from '../workspaces/store.ts'
import { grantedTo } from '../workspaces/visible.ts'
import type { Batch, Verdict } from './batch.ts'
import { type Act, chained, hashOf } from './log.ts'
import { applyOp } from './merge.ts'
import {
  knownOps,
  loadConcerns,
  loadObservations,
  loadOpenConflicts,
  loadRecords,
  numberOf,
  saveBatch,
  saveLog,
  saveNumber,
  saveScope,
} from './store.ts'

type Envelope = PushRequest['ops'][number]
/** One op with everything the rules ask of it; `op` is undefined where its shape is not one (R5). */
type Incoming = { id: Uuid; n: number; op: Op | undefined; payload: string; hash: string }
type Stored = { hash: string; verdict: Verdict }

/** The whole of R1–R7 for one push, inside the transaction of its scope. */
export async function push(scope: Scope, request: PushRequest, now: Date): Promise<Outcome<PushResponse>> {
  const { author, row } = scope
  if (!author) return fail('UNAUTHENTICATED')
  // R10: another history; what the device holds of it means nothing here.
  if (request.epoch !== null && request.epoch !== row.epoch) return fail('EPOCH', undefined, { epoch: row.epoch })
  const incoming = request.ops.map(read)
  const known = await storedResults(scope, incoming)
  const number = await numberOf(scope, request.device)
  const batch = await loadBatch(scope, request.device, incoming, author.role, now)

  let last = number?.last ?? 0
  const results: OpResult[] = []
  const acts: Act[] = []
  for (const op of incoming) {
    const before = known.get(op.id)
    if (before) {
      // R1: the stored result, whatever way the op came; another content under the same id is refused.
      if (before.hash !== op.hash) return fail('OP_REUSED', op.id)
      // R2: in its slot a duplicate still advances, so that a replay never leaves a gap.
      if (op.n === last + 1) last = op.n
      results.push({ op: op.id, ...before.verdict })
      continue
    }
    // R2: a number used by another copy of this profile, or by a device that is not this one.
    if (op.n <= last || (number && number.paired !== author.device)) return fail('ID_COLLISION')
    if (op.n !== last + 1) return fail('GAP')
    last = op.n
    const verdict = judge(batch, op)
    known.set(op.id, { hash: op.hash, verdict })
    results.push({ op: op.id, ...verdict })
    acts.push(actOf(scope, request.device, op, verdict, batch.now))
  }
  await saveNumber(scope, request.device, number?.paired ?? author.device, last)
  if (acts.length) await save(scope, batch, acts)
  return ok({ epoch: row.epoch, results })
}

/** R5: what can never be accepted is recorded as rejected, so that it consumes its number and the rest go on. */
const judge = (batch: Batch, { op }: Incoming): Verdict =>
  op ? applyOp(batch, op) : { st: 'rejected', at: batch.seq, code: 'OP_INVALID' }

/** The number is not part of what an op says: after a collision or a restore it comes again under another one. */
function read(envelope: Envelope): Incoming {
  const { n, ...said } = envelope
  const payload = JSON.stringify(said)
  const parsed = Op.safeParse(envelope)
  return { id: envelope.op, n, op: parsed.success ? parsed.data : undefined, payload, hash: hashOf(payload) }
}

async function storedResults(scope: Scope, incoming: Incoming[]): Promise<Map<Uuid, Stored>> {
  const rows = await knownOps(
    scope,
    incoming.map(({ id }) => id),
  )
  return new Map(
    rows.flatMap((row): [Uuid, Stored][] =>
      row.op === null ? [] : [[row.op, { hash: row.payload_hash, verdict: verdictOf(row) }]],
    ),
  )
}

const verdictOf = (row: { st: string; rev: number; code: string | null }): Verdict => ({
  st: row.st as Verdict['st'], // written from a Verdict
  at: row.rev,
  ...(row.code === null ? {} : { code: row.code }),
})

/** One SELECT a table for all that the ops of this push name. */
async function loadBatch(scope: Scope, device: Uuid, incoming: Incoming[], role: Role, now: Date): Promise<Batch> {
  const ops = incoming.flatMap(({ op }) => op ?? [])
  const records = new Set(ops.map((op) => op.rec))
  const bound = ops.flatMap((op) =>
    op.kind === 'set' && op.type === 'binding' && op.field === 'client' ? [String(op.value)] : [],
  )
  const observations = ops.flatMap((op) => (op.kind === 'add' ? op.value.id : []))
  return {
    kind: scope.row.kind,
    device,
    may: (op) => mayDo(role, op),
    granted: await grantedTo(scope),
    concerns: await loadConcerns(scope, records),
    now: now.toISOString(),
    seq: scope.row.seq,
    records: await loadRecords(scope, [...records, ...bound]),
    observations: await loadObservations(scope, observations),
    open: await loadOpenConflicts(scope, records),
    rows: new Map(),
    clients: new Set(),
  }
}

const actOf = (
  scope: Scope,
  device: Uuid,
  { id, n, op, payload, hash }: Incoming,
  verdict: Verdict,
  at: string,
): Act => ({
  at,
  member: scope.author?.member ?? null,
  paired: scope.author?.device ?? null,
  device,
  n,
  op: id,
  kind: op?.kind ?? 'unreadable',
  rec: op?.rec ?? null,
  field: op && 'field' in op ? op.field : null,
  // An observation is kept as a row of its own; a rejected one is still on the device that made it.
  payload: op && op.kind !== 'add' ? payload : null,
  payload_hash: hash,
  st: verdict.st,
  rev: verdict.at,
  code: verdict.code ?? null,
})

async function save(scope: Scope, batch: Batch, acts: Act[]): Promise<void> {
  const { rows, logged, chain } = chained(scope, acts)
  await saveBatch(scope, batch)
  await saveLog(scope, rows)
  // R3: the numbers were taken under the scope's own row and are given back by nobody: dense, in commit order.
  await saveScope(scope, { seq: batch.seq, logged, chain })
  for (const client of batch.clients) await addClientScope(scope, client, new Date(batch.now))
}
