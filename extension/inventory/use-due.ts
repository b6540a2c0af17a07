import { useEffect } from 'preact/hooks'
import { browser } from 'wxt/browser'
import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Database } from '../db/database.ts'
import { type Live, useLive } from '../ui/use-live.ts'
import { type DueNow, dueNow, keepDue } from './due.ts'

/** May look at every subscription, so it waits until the first of them are on the screen; its line stands there already. */
export function useDue(db: Database, client: Uuid, today: Day, listed: boolean): Live<DueNow> {
  const wish = { client, today, build: browser.runtime.getManifest().version }
  const live = useLive(async () => (listed ? dueNow(db, wish) : undefined), [db, client, today, listed])
  const found = live.state === 'ready' ? live.value : undefined
  useEffect(() => {
    // Not while it is read: a watched query must not write.
    if (found?.mark !== undefined) void keepDue(db, wish, { ...found, mark: found.mark })
  }, [found])
  if (live.state !== 'ready') return live
  return live.value === undefined ? { state: 'loading' } : { state: 'ready', value: live.value }
}
