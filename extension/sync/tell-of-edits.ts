import type { Database } from '../db/database.ts'
import { watched } from '../db/live.ts'

/**
 * Calls when somebody at any screen of this device edited or decided something: more ops were numbered (C3), or fewer
 * drafts wait. What was done before it began is left to the alarm.
 */
export function onEdits(db: Database, act: () => unknown, { looked }: { looked?: () => unknown } = {}): () => void {
  let before: Standing | undefined
  const watching = watched(() => standingOf(db)).subscribe((now) => {
    looked?.()
    if (before && (now.ops > before.ops || now.drafts < before.drafts)) act()
    before = now
  })
  return () => watching.unsubscribe()
}

type Standing = { ops: number; drafts: number }

const standingOf = async (db: Database): Promise<Standing> => {
  const [scopes, drafts] = await Promise.all([db.scopes.toArray(), db.drafts.count()])
  return { ops: scopes.reduce((sum, { n }) => sum + n, 0), drafts }
}

/**
 * For every screen: the server and the toolbar badge learn of an edit at once. The message is loaded when there is one,
 * as the popup paints without it; where the worker does not answer, its alarm sees to it.
 */
export const tellOfEdits = (db: Database): (() => void) =>
  onEdits(db, async () => {
    const { send } = await import('../messages.ts')
    await send('syncNow', {}).catch(() => undefined)
  })
