import { newId, type Uuid } from '../../shared/model/id.ts'
import { ok } from '../../shared/problem.ts'
import { KnownOpsResponse, limits, protocol, schema } from '../../shared/sync.ts'
import type { Database } from '../db/database.ts'
import { opsIn } from '../db/outbox.ts'
import { inOrder } from '../db/refold.ts'
import type { ScopeState } from '../db/schema.ts'
import { type Answer, ask, type Server, type Step } from './http.ts'
import { numberAnew, syncTables, wipeConfirmed } from './settle.ts'

/**
 * C5: the server was restored from a backup. What it acked and does not know any more is queued again, in the order in
 * which it was made and before what still waits; then everything is downloaded anew. Also where the epoch is the same:
 * somebody put an older file in the server's place, and the cursor is above its head (R10).
 */
export async function replay(db: Database, server: Server, scope: Uuid): Promise<Answer<Step>> {
  const asked = await db.scopes.get(scope)
  if (!asked) return ok('done')
  const remembered = (await opsIn(db, scope, 'acked').toArray()).map(({ op }) => op)
  const answer = await knownOps(server, asked, remembered)
  if (!answer.ok) return answer
  const { epoch, known } = answer.value
  const device = newId()
  await db.transaction('rw', syncTables(db), async () => {
    const state = await db.scopes.get(scope)
    if (!state || !isSame(state, asked)) return
    const forgotten = (await opsIn(db, scope, 'acked').toArray()).filter(({ op }) => !known.has(op)).sort(inOrder)
    const anew = numberAnew(state, device, [...forgotten, ...(await opsIn(db, scope, 'queued').toArray())])
    await db.outbox.bulkPut(anew.ops)
    await startOver(db, { ...anew.state, epoch })
  })
  return ok('again')
}

/** C6: away for longer than the server keeps deletions. Outbox and ring stay; what was confirmed is downloaded anew. */
export async function resync(db: Database, asked: ScopeState): Promise<Answer<Step>> {
  await db.transaction('rw', syncTables(db), async () => {
    const state = await db.scopes.get(asked.scope)
    if (state && isSame(state, asked)) await startOver(db, state)
  })
  return ok('again')
}

/** C4: nothing has moved since the question was asked. */
export const isSame = (state: ScopeState, asked: ScopeState): boolean =>
  state.epoch === asked.epoch && state.cursor === asked.cursor && state.floor === asked.floor

async function startOver(db: Database, state: ScopeState): Promise<void> {
  const start = { ...state, cursor: 0, floor: 0, head: 0, purged: 0 }
  await db.scopes.put(start)
  const ring = await opsIn(db, state.scope, 'acked').toArray()
  const queue = await opsIn(db, state.scope, 'queued').toArray()
  await wipeConfirmed(db, start, [...ring, ...queue])
}

type Known = { epoch: Uuid; known: Set<Uuid> }

/** In parts; where the server is restored once more in between, the next round asks again. */
async function knownOps(
  server: Server,
  asked: Pick<ScopeState, 'scope' | 'device'>,
  ops: Uuid[],
): Promise<Answer<Known>> {
  const path = `/v1/scopes/${asked.scope}/known-ops`
  const known = new Set<Uuid>()
  let epoch: Uuid | undefined
  for (let at = 0; at === 0 || at < ops.length; at += limits.knownOps) {
    const body = JSON.stringify({ protocol, schema, device: asked.device, ops: ops.slice(at, at + limits.knownOps) })
    const answer = await ask(server, { path, schema: KnownOpsResponse, body })
    if (!answer.ok) return answer
    if (epoch !== undefined && epoch !== answer.value.epoch) return knownOps(server, asked, ops)
    epoch = answer.value.epoch
    for (const op of answer.value.known) known.add(op)
  }
  return ok({ epoch: epoch ?? asked.scope, known })
}
