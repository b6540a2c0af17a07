import { browser } from 'wxt/browser'
import type { Database } from '../db/database.ts'

/** Beside the toolbar icon: how many drafts of this tab wait for a decision. Nothing where none does; never a nag. */
export async function showBadge(db: Database, tab: number): Promise<void> {
  const sessions = await db.sessions.where('tab').equals(tab).primaryKeys()
  const waiting = await db.drafts.where('session').anyOf(sessions).count()
  const text = waiting === 0 ? '' : waiting > 999 ? '999+' : String(waiting)
  // The tab may be closed by now, which is no failure.
  await Promise.allSettled([
    browser.action.setBadgeText({ tabId: tab, text }),
    browser.action.setBadgeBackgroundColor({ tabId: tab, color: '#0f766e' }),
  ])
}

/** All tabs, after a decision was taken somewhere else. */
export async function showBadges(db: Database): Promise<void> {
  const tabs = await browser.tabs.query({})
  await Promise.all(tabs.map(({ id }) => (id === undefined ? undefined : showBadge(db, id))))
}
