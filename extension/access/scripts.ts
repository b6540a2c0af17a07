import { browser } from 'wxt/browser'
import type { Database } from '../db/database.ts'
import { allowedHosts, consoleOf } from './hosts.ts'
import { covers } from './patterns.ts'

type Script = Parameters<typeof browser.scripting.registerContentScripts>[0][number]

const tap = { id: 'page-tap', js: ['content-scripts/page-tap.js'], world: 'MAIN' } as const
const reader = { id: 'admin-console', js: ['content-scripts/admin-console.js'], world: 'ISOLATED' } as const

/** Both before the page's first script, in the top frame only: what an advertisement's frame shows is nobody's inventory. */
const scriptsFor = (matches: string[]): Script[] =>
  [tap, reader].map(({ id, js, world }) => ({
    id,
    js: [...js],
    world,
    matches,
    runAt: 'document_start',
    allFrames: false,
    persistAcrossSessions: true,
  }))

/**
 * Brings the registered scripts in line with what the person has allowed. Safe to call at any time: on start, after an
 * update (which forgets them), when something was allowed or withdrawn.
 */
export const registerScripts = (db: Database): Promise<void> =>
  navigator.locks.request('access', async () => {
    const matches = await consoleHosts(db)
    const registered = await browser.scripting.getRegisteredContentScripts()
    if (matches.length === 0) return registered.length > 0 ? browser.scripting.unregisterContentScripts() : undefined
    const scripts = scriptsFor(matches)
    const known = new Set(registered.map(({ id }) => id))
    const [old, fresh] = [scripts.filter(({ id }) => known.has(id)), scripts.filter(({ id }) => !known.has(id))]
    if (old.length > 0) await browser.scripting.updateContentScripts(old)
    if (fresh.length > 0) await browser.scripting.registerContentScripts(fresh)
  })

/** The sync server is allowed as well, so that we may speak to it; it is no admin console, and neither is this machine. */
async function consoleHosts(db: Database): Promise<string[]> {
  const server = await db.settings.get('server')
  const url = server?.key === 'server' ? server.url : ''
  const allowed = await allowedHosts()
  return allowed.filter((pattern) => !covers(pattern, url) && !/^http:\/\/(localhost|127\.0\.0\.1)\//.test(pattern))
}

/**
 * The tabs that were open when the person allowed their site are read from now on. Not those of consoles known by name:
 * what they have fetched is missed, and the page alone would be read as less than the same things after a reload.
 */
export async function startInOpenTabs(patterns: string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: patterns })
  const unknown = tabs.filter(({ url }) => url !== undefined && consoleOf(url) === undefined)
  await Promise.allSettled(unknown.flatMap(({ id }) => (id === undefined ? [] : [tap, reader].map(startIn(id)))))
}

const startIn =
  (tabId: number) =>
  ({ js, world }: typeof tap | typeof reader) =>
    browser.scripting.executeScript({ target: { tabId }, files: [...js], world, injectImmediately: true })
