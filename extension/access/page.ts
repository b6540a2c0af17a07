import { browser } from 'wxt/browser'
import { covers } from './patterns.ts'

/** The tab the person looks at, as far as the browser tells: an address only where ours was opened on it, or it is allowed. */
export type Page = { tab: number; window: number; url: string | null; title: string; allowed: boolean }

/** Light enough to be known before the first paint: which consoles there are is not asked here. */
export async function currentPage(): Promise<Page | null> {
  const [[tab], { origins = [] }] = await Promise.all([
    browser.tabs.query({ active: true, currentWindow: true }),
    browser.permissions.getAll(),
  ])
  if (tab?.id === undefined) return null
  const url = tab.url !== undefined && /^https?:\/\//.test(tab.url) ? tab.url : null
  const allowed = url !== null && origins.some((pattern) => covers(pattern, url))
  return { tab: tab.id, window: tab.windowId, url, title: tab.title ?? '', allowed }
}
