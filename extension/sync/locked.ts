import type { Database } from '../db/database.ts'
import { opsIn } from '../db/outbox.ts'
import type { ScopeState } from '../db/schema.ts'

/** F23: access to this client was taken away, so nothing of it is sent any more, whatever waits. */
export const isLocked = ({ locked }: ScopeState): boolean => locked !== undefined

/** What is locked on this device, and how many edits of it were never sent. */
export async function lockedNow(db: Database): Promise<{ names: string[]; unsent: number }> {
  const locked = (await db.scopes.toArray()).filter(isLocked)
  const counts = await Promise.all(locked.map(({ scope }) => opsIn(db, scope, 'queued').count()))
  return { names: locked.flatMap((state) => state.locked?.name ?? []), unsent: counts.reduce((a, b) => a + b, 0) }
}
