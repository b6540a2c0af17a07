import type { Uuid } from '../../shared/model/id.ts'
import type { Database } from '../db/database.ts'
import { opsIn } from '../db/outbox.ts'
import type { ScopeState } from '../db/schema.ts'
import { getSetting } from '../settings/store.ts'

/** F23: access to this client was taken away, so nothing of it is sent any more, whatever waits. */
export const isLocked = ({ locked }: ScopeState): boolean => locked !== undefined

/** By name: what was withdrawn, and what was purged from the server; and how many edits of both were never sent. */
export type Locked = { names: string[]; purged: string[]; unsent: number }

/** The workspace's own scope, of whoever is no member any more: it is never locked, as it tells which clients there are. */
export async function lostWorkspace(db: Database): Promise<Uuid[]> {
  const device = await getSetting(db, 'device')
  const isLost = (await getSetting(db, 'syncState'))?.problem === 'MEMBERSHIP_REVOKED'
  return device && isLost ? [device.workspace] : []
}

/** What is locked on this device, and how many edits of it were never sent. */
export async function lockedNow(db: Database): Promise<Locked> {
  const locked = (await db.scopes.toArray()).filter(isLocked)
  const waiting = [...locked.map(({ scope }) => scope), ...(await lostWorkspace(db))]
  const counts = await Promise.all(waiting.map((scope) => opsIn(db, scope, 'queued').count()))
  const named = (isPurged: boolean) =>
    locked.flatMap((state) =>
      state.locked && (state.locked.why === 'SCOPE_GONE') === isPurged ? state.locked.name : [],
    )
  return { names: named(false), purged: named(true), unsent: counts.reduce((a, b) => a + b, 0) }
}
