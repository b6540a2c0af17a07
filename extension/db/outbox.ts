import type { Uuid } from '../../shared/model/id.ts'
import type { Op } from '../../shared/sync.ts'
import type { Database } from './database.ts'
import type { OutboxOp, ScopeState } from './schema.ts'
import { openScope } from './scopes.ts'
import { ClientLocked, whyLocked } from './storage-problem.ts'

/** An op without its number. Its id is made before the transaction. */
export type PartialOp = Op extends infer O ? (O extends Op ? Omit<O, 'n'> : never) : never

/**
 * C3: numbers ops and queues them inside the transaction of the edit that they tell of (it needs `outbox` and `scopes`).
 * Of a client that is locked nothing is written any more, whoever wanted to.
 */
export async function enqueue(
  db: Database,
  scope: { id: Uuid; kind: ScopeState['kind'] },
  ops: PartialOp[],
): Promise<void> {
  const state = await openScope(db, scope.id, scope.kind)
  if (state.locked) throw new ClientLocked(whyLocked(state.locked))
  await db.outbox.bulkPut(ops.map((op, place) => queued(state, { ...op, n: state.n + place + 1 })))
  await db.scopes.put({ ...state, n: state.n + ops.length })
}

export const queued = (state: Pick<ScopeState, 'scope' | 'device'>, body: Op): OutboxOp => ({
  scope: state.scope,
  op: body.op,
  rec: body.rec,
  state: 'queued',
  order: body.n,
  device: state.device,
  code: null,
  sentAt: null,
  body,
})

type Span = { above?: number; upTo?: number; limit?: number }

/** Ops of one state in their order. */
export function opsIn(db: Database, scope: Uuid, state: OutboxOp['state'], { above = -1, upTo, limit }: Span = {}) {
  const last = upTo ?? Number.MAX_SAFE_INTEGER
  const ops = db.outbox.where('[scope+state+order]').between([scope, state, above], [scope, state, last], false, true)
  return limit === undefined ? ops : ops.limit(limit)
}
