import { newId, type Uuid } from '../../shared/model/id.ts'
import { ok, type ProblemCode } from '../../shared/problem.ts'
import { limits, PushResponse, protocol, schema } from '../../shared/sync.ts'
import type { Database } from '../db/database.ts'
import { opsIn } from '../db/outbox.ts'
import type { OutboxOp, ScopeState } from '../db/schema.ts'
import { type Answer, ask, type Server, type Step } from './http.ts'
import { replay } from './replay.ts'
import { lower, numberAnew, quarantine, syncTables } from './settle.ts'

const utf8 = new TextEncoder()

type Batch = { state: ScopeState; ops: OutboxOp[]; body: string }

/** Sends the next ops of one scope. */
export async function pushStep(
  db: Database,
  server: Server,
  scope: Uuid,
  most: number = limits.pushOps,
): Promise<Answer<Step>> {
  const batch = await nextBatch(db, scope, most)
  if (!batch) return ok('done')
  const path = `/v1/scopes/${scope}/push`
  const answer = await ask(server, { path, schema: PushResponse, body: batch.body })
  if (answer.ok) {
    await settle(db, batch, answer.value)
    return ok('more')
  }
  const { code } = answer.problem
  if (code === 'EPOCH') return replay(db, server, scope)
  if (code === 'ID_COLLISION' || code === 'GAP') return renumber(db, batch)
  if (code !== 'TOO_LARGE' && code !== 'OP_REUSED') return answer
  // One of them is it: half as many, until it is alone.
  return batch.ops.length > 1 ? pushStep(db, server, scope, Math.ceil(batch.ops.length / 2)) : setAside(db, batch, code)
}

/** At most 200 ops and 1 MiB. The device's numbers leave no gap, so only its own order is sent. */
async function nextBatch(db: Database, scope: Uuid, most: number): Promise<Batch | undefined> {
  const state = await db.scopes.get(scope)
  if (!state) return undefined
  const waiting = await opsIn(db, scope, 'queued', { limit: most }).toArray()
  const texts: string[] = []
  let bytes = 500
  for (const { body } of waiting) {
    const text = JSON.stringify(body)
    bytes += utf8.encode(text).byteLength + 1
    if (texts.length > 0 && bytes > limits.pushBytes) break
    texts.push(text)
  }
  if (texts.length === 0) return undefined
  const head = JSON.stringify({ protocol, schema, device: state.device, epoch: state.epoch })
  return { state, ops: waiting.slice(0, texts.length), body: `${head.slice(0, -1)},"ops":[${texts.join(',')}]}` }
}

/** C1: an answer only moves ops from queued to acked or rejected. C4: an answer from before a restore is dropped. */
async function settle(db: Database, { state: asked }: Batch, { epoch, results }: PushResponse): Promise<void> {
  const { scope } = asked
  const sentAt = new Date().toISOString()
  await db.transaction('rw', syncTables(db), async () => {
    const state = await db.scopes.get(scope)
    if (!state || state.epoch !== asked.epoch || (state.epoch !== null && state.epoch !== epoch)) return
    const stored = await db.outbox.bulkGet(results.map(({ op }): [Uuid, Uuid] => [scope, op]))
    const moved = results.flatMap(({ st, at, code }, place): OutboxOp[] => {
      const op = stored[place]
      if (op?.state !== 'queued') return []
      if (st === 'rejected') return [{ ...op, state: 'rejected', code: code ?? 'OP_INVALID', sentAt }]
      return [{ ...op, state: 'acked', order: at, sentAt }]
    })
    await db.outbox.bulkPut(moved)
    if (state.epoch === null) await db.scopes.put({ ...state, epoch })
    // Refused, or pulled before this answer came: nothing is left to lay over.
    const over = moved.filter((op) => op.state === 'rejected' || op.order <= state.cursor)
    if (over.length > 0) await lower(db, state, over)
  })
}

/** R2: another copy of this profile uses the same numbers, or the server misses some: new ones, under a new device id. */
async function renumber(db: Database, { state: asked }: Batch): Promise<Answer<Step>> {
  const device = newId()
  await db.transaction('rw', [db.scopes, db.outbox], async () => {
    const state = await db.scopes.get(asked.scope)
    if (!state || state.device !== asked.device) return
    const anew = numberAnew(state, device, await opsIn(db, asked.scope, 'queued').toArray())
    await db.outbox.bulkPut(anew.ops)
    await db.scopes.put(anew.state)
  })
  return ok('again')
}

/** R5: what the server takes in no way waits in quarantine, and the others go on. */
async function setAside(db: Database, { state: asked, ops }: Batch, code: ProblemCode): Promise<Answer<Step>> {
  const { scope } = asked
  await db.transaction('rw', syncTables(db), async () => {
    const state = await db.scopes.get(scope)
    const stored = await db.outbox.bulkGet(ops.map(({ op }): [Uuid, Uuid] => [scope, op]))
    const waiting = stored.flatMap((op) => (op?.state === 'queued' ? op : []))
    if (!state) return
    await quarantine(db, state, waiting, code)
  })
  return ok('more')
}
