import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, expect, type Page, type Worker } from '@playwright/test'
import { built, normal } from '../practice/build.ts'
import { findChromium, quietArguments } from './browser.ts'

export const builds = { normal, practice: built }

/** One browser profile with the built extension, as a person has it. Started again on the same folder, it is the same one. */
export type Profile = {
  context: BrowserContext
  folder: string
  /** The extension's id; its pages are at `chrome-extension://<id>/`. */
  id: string
  close: () => Promise<void>
}

type Options = {
  folder?: string
  build?: keyof typeof builds
  /** The folder of an extension that is none of those. */
  extension?: string
  args?: string[]
  env?: Record<string, string>
  locale?: string
  timezoneId?: string
}

export async function openProfile(options: Options = {}): Promise<Profile> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'stocktake-profile-'))
  const built = options.extension ?? builds[options.build ?? 'practice']
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('No Chromium, Chrome or Edge was found; set CHROME_PATH.')
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    headless: true,
    viewport: { width: 1200, height: 800 },
    ...(options.locale === undefined ? {} : { locale: options.locale }),
    ...(options.timezoneId === undefined ? {} : { timezoneId: options.timezoneId }),
    ...(options.env === undefined ? {} : { env: { ...process.env, ...options.env } }),
    args: [
      ...quietArguments,
      '--enable-unsafe-extension-debugging',
      `--disable-extensions-except=${built}`,
      `--load-extension=${built}`,
      ...(options.args ?? []),
    ],
  })
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
  return { context, folder, id: new URL(worker.url()).host, close: () => context.close() }
}

export const workerOf = async ({ context }: Profile): Promise<Worker> =>
  context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker')

async function workerTargets({ context }: Profile): Promise<string[]> {
  const devtools = await context.browser()?.newBrowserCDPSession()
  const { targetInfos = [] } = (await devtools?.send('Target.getTargets')) ?? {}
  const ids = targetInfos.filter(({ type }) => type === 'service_worker').map(({ targetId }) => targetId)
  await devtools?.detach()
  return ids
}

/** What Chromium itself does to an idle worker: it is gone, with everything that it held in memory. */
export async function stopWorker(profile: Profile): Promise<void> {
  const devtools = await profile.context.browser()?.newBrowserCDPSession()
  // Stopped meanwhile by itself: as good.
  for (const targetId of await workerTargets(profile))
    await devtools?.send('Target.closeTarget', { targetId }).catch(() => undefined)
  await devtools?.detach()
}

/**
 * A prompt of the browser for access cannot be clicked by a test. The browser's own page of extensions gives the answer
 * beforehand: `permissions.request` of our real code then resolves as after a click on "Allow".
 */
export async function answerPrompts({ context, id }: Profile, ...patterns: string[]): Promise<void> {
  const page = await context.newPage()
  await page.goto('chrome://extensions')
  for (const pattern of patterns)
    await page.evaluate(`chrome.developerPrivate.addHostPermission(${JSON.stringify(id)}, ${JSON.stringify(pattern)})`)
  await page.close()
}

/** Allows hosts without a screen, for tests that are about something else. */
export async function allowHosts(profile: Profile, ...patterns: string[]): Promise<void> {
  await answerPrompts(profile, ...patterns)
  const page = await profile.context.newPage()
  await page.goto(screenUrl(profile, 'popup.html'))
  const origins = JSON.stringify(patterns)
  expect(await page.evaluate(`chrome.permissions.request({ origins: ${origins} })`)).toBe(true)
  await expect
    .poll(() => page.evaluate('chrome.scripting.getRegisteredContentScripts().then((all) => all.length)'))
    .toBe(2)
  await page.close()
}

export const screenUrl = ({ id }: Profile, path: string): string => `chrome-extension://${id}/${path}`

/** The popup as it opens on a tab. It runs in a tab of its own, so the question which tab is looked at is answered for it. */
export const openPopup = (profile: Profile, on: Page): Promise<Page> => openOn(profile, on, 'popup.html')

/** The side panel beside a tab; here it is a tab of its own. */
export const openPanel = (profile: Profile, on: Page): Promise<Page> => openOn(profile, on, 'sidepanel.html')

async function openOn(profile: Profile, on: Page, screen: string): Promise<Page> {
  await on.bringToFront()
  const worker = await workerOf(profile)
  const [tab] = await worker.evaluate<{ id: number }[]>('chrome.tabs.query({ active: true, lastFocusedWindow: true })')
  const popup = await profile.context.newPage()
  await popup.setViewportSize({ width: 400, height: 600 })
  await popup.addInitScript(
    ({ id, url, title }) => {
      const { tabs } = (globalThis as unknown as { chrome: { tabs: { query: (what: object) => Promise<object[]> } } })
        .chrome
      const { query } = tabs
      tabs.query = async (what) => ('active' in what ? [{ id, url, title, active: true }] : query.call(tabs, what))
    },
    { id: tab?.id, url: on.url(), title: await on.title() },
  )
  await popup.goto(screenUrl(profile, screen))
  return popup
}

/** Rows of a table of the device, as they are on the disk. */
export async function rowsOf<T>(profile: Profile, table: string): Promise<T[]> {
  const page = await profile.context.newPage()
  // A file of the extension that runs no script of ours, so that looking changes nothing.
  await page.goto(screenUrl(profile, 'manifest.json'))
  const rows = await page.evaluate(readTable, table)
  await page.close()
  return rows as T[]
}

/** Runs in a page of the extension. */
export const readTable = (table: string): Promise<unknown[]> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('stocktake')
    let missing = false
    // Not made yet: nothing is in it, and looking must not make it.
    opening.onupgradeneeded = () => {
      missing = true
      opening.transaction?.abort()
    }
    opening.onerror = () => (missing ? resolve([]) : reject(opening.error))
    opening.onsuccess = () => {
      const all = opening.result.transaction(table).objectStore(table).getAll()
      all.onsuccess = () => {
        opening.result.close()
        resolve(all.result)
      }
    }
  })
