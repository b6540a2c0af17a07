import { fieldOf } from '../../shared/inventory/fold.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { ok } from '../../shared/problem.ts'
import { DigestResponse } from '../../shared/sync.ts'
import type { Database } from '../db/database.ts'
import type { LockedBy, ScopeState } from '../db/schema.ts'
import { getSetting, removeSetting } from '../settings/store.ts'
import { type Answer, ask, type Server } from './http.ts'
import { isLocked } from './locked.ts'

/** Its name is remembered here, as the next download of the workspace takes the client's record away. */
export const lock = (db: Database, scope: Uuid, now: Date, why: LockedBy = 'MEMBERSHIP_REVOKED'): Promise<void> =>
  db.transaction('rw', [db.scopes, db.records, db.settings], async () => {
    const state = await db.scopes.get(scope)
    if (state?.kind !== 'client' || isLocked(state)) return
    const device = await getSetting(db, 'device')
    const record = device && (await db.records.get([device.workspace, scope]))
    const name = record && fieldOf(record, 'name')?.value
    const locked = { at: now.toISOString(), name: typeof name === 'string' ? name : '', why }
    await db.scopes.put({ ...state, locked })
    if ((await getSetting(db, 'activeClient'))?.client === scope) await removeSetting(db, 'activeClient')
  })

/** Who is no member any more has lost every client, also those that no server had heard of. */
export async function lockAll(db: Database, now: Date): Promise<void> {
  for (const { scope } of await db.scopes.toArray()) await lock(db, scope, now)
}

/**
 * The server's list says what is open. A client that it leaves out is asked for: a server that was restored from before
 * it came into being does not know it, which is no withdrawal (C5).
 */
export async function lockUnlisted(db: Database, server: Server, listed: Uuid[], now: Date): Promise<Answer<null>> {
  for (const state of await db.scopes.toArray()) {
    const isListed = listed.includes(state.scope)
    // What the server never had is withdrawn with the membership alone, and that it has again.
    if (isListed || state.epoch === null) await unlock(db, state)
    else if (state.kind === 'client' && !isLocked(state)) {
      const answer = await ask(server, { path: `/v1/scopes/${state.scope}/digest`, schema: DigestResponse })
      if (answer.ok) continue
      const { code } = answer.problem
      if (code === 'OFFLINE') return answer
      if (code === 'MEMBERSHIP_REVOKED' || code === 'SCOPE_GONE') await lock(db, state.scope, now, code)
    }
  }
  return ok(null)
}

async function unlock(db: Database, { scope, locked }: ScopeState): Promise<void> {
  if (locked === undefined) return
  await db.scopes
    .where('scope')
    .equals(scope)
    .modify((state) => {
      delete state.locked
    })
}
