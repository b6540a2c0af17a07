import type { Instant } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Database } from '../db/database.ts'
import { opsIn } from '../db/outbox.ts'
import type { OutboxOp } from '../db/schema.ts'
import { whyLocked } from '../db/storage-problem.ts'
import { lostWorkspace } from './locked.ts'
import { quarantine, syncTables } from './settle.ts'

type UnsentFile = {
  savedAt: Instant
  clients: { client: Uuid; name: string; changes: OutboxOp['body'][] }[]
  /** What a removed member had changed of the workspace itself; it waits for the day that access is given again. */
  workspace?: OutboxOp['body'][]
}

/**
 * F23: the unsent edits of locked clients, as the text of a file; once. They stay in quarantine, so that a download
 * that failed has lost nothing, and access that is given again does not send what a person has in hand already.
 */
export const takeUnsent = (db: Database, now: Date): Promise<string | null> =>
  db.transaction('rw', [...syncTables(db), db.settings], async () => {
    const file: UnsentFile = { savedAt: now.toISOString(), clients: [] }
    for (const state of await db.scopes.toArray()) {
      if (!state.locked) continue
      const waiting = await opsIn(db, state.scope, 'queued').toArray()
      if (waiting.length === 0) continue
      file.clients.push({ client: state.scope, name: state.locked.name, changes: waiting.map(({ body }) => body) })
      await quarantine(db, state, waiting, whyLocked(state.locked))
    }
    for (const scope of await lostWorkspace(db)) {
      const own = await opsIn(db, scope, 'queued').toArray()
      if (own.length > 0) file.workspace = own.map(({ body }) => body)
    }
    return file.clients.length === 0 && !file.workspace ? null : JSON.stringify(file, null, 2)
  })
