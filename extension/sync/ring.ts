import type { Uuid } from '../../shared/model/id.ts'
import type { Database } from '../db/database.ts'
import { opsIn } from '../db/outbox.ts'
import type { ScopeState } from '../db/schema.ts'

const kept = 30 * 86_400_000
/** F41: whatever the clock of this device says, the last thousand stay: ten years ahead for a moment, all would be old. */
const alwaysKept = 1000

/** C5: acked ops are kept for 30 days after they were sent; those above the cursor are still laid over. */
export async function trimRing(db: Database, { scope, cursor }: ScopeState, now: Date): Promise<void> {
  const until = new Date(now.getTime() - kept).toISOString()
  await db.transaction('rw', db.outbox, async () => {
    const acked = await opsIn(db, scope, 'acked', { upTo: cursor }).toArray()
    const old = acked.slice(0, -alwaysKept).filter(({ sentAt }) => sentAt !== null && sentAt < until)
    await db.outbox.bulkDelete(old.map(({ op }): [Uuid, Uuid] => [scope, op]))
  })
}
