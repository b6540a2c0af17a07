import type { Page } from '@playwright/test'
import { type Profile, screenUrl } from '../support/extension.ts'
import type { ScreenState } from './screen-states.ts'
import { type Dump, dumpOf, now, tab } from './seed.ts'
import { watchShifts } from './steady.ts'

const sizes: Partial<Record<ScreenState['screen'], { width: number; height: number }>> = {
  popup: { width: 400, height: 600 },
  sidepanel: { width: 380, height: 800 },
}
const wide = { width: 1280, height: 800 }
export const sizeOf = (screen: ScreenState['screen']) => sizes[screen] ?? wide

/** The areas of the full page have an address each: `app#findings` is at `app.html#findings`. */
const addressOf = (screen: ScreenState['screen']): string => {
  const [page, area] = screen.split('#')
  return area === undefined ? `${page}.html` : `${page}.html#${area}`
}

/** A screen in one of its states: seeded, at a fixed time, on the tab that the state tells of. */
export async function openScreen(profile: Profile, state: ScreenState): Promise<Page> {
  const page = await profile.context.newPage()
  await page.setViewportSize(sizeOf(state.screen))
  await page.clock.setFixedTime(now)
  await page.addInitScript(watchShifts)
  await page.addInitScript(lookAt, { tab, at: state.at ?? null })
  const screen = screenUrl(profile, addressOf(state.screen))
  const rows = await dumpOf(async (db) => void (await state.fill?.(db)))
  // A file of the extension that runs no script: the screen itself need not be drawn for what is replaced beneath it.
  const plain = screenUrl(profile, 'manifest.json')
  await page.goto(plain)
  if (!(await page.evaluate(hasDatabase))) {
    await page.goto(screen)
    await page.waitForFunction(hasDatabase)
    await page.goto(plain)
  }
  await page.evaluate(writeRows, state.more?.(rows) ?? rows)
  await page.goto(screen)
  await page.locator('main :is(h1, h2, strong)').first().waitFor()
  await state.act?.(page)
  return page
}

/** The popup runs in a tab of its own here, so the question which tab is looked at is answered for it. */
function lookAt({ tab, at }: { tab: number; at: ScreenState['at'] | null }): void {
  const refused: string[] = []
  Object.assign(globalThis, { refusedByPolicy: refused })
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile, lineNumber }) =>
    refused.push(`${violatedDirective} ${sourceFile}:${lineNumber}`),
  )
  const origins = at?.allowed ? [`${new URL(at.url).origin}/*`] : []
  for (const name of ['chrome', 'browser']) {
    const api: unknown = Reflect.get(globalThis, name)
    if (typeof api !== 'object' || api === null || !('tabs' in api) || !('permissions' in api)) continue
    Object.assign(Object(api.tabs), {
      query: async () => [{ id: tab, title: 'Your products', windowId: 1, ...(at ? { url: at.url } : {}) }],
    })
    Object.assign(Object(api.permissions), { getAll: async () => ({ origins, permissions: [] }) })
  }
}

const hasDatabase = async (): Promise<boolean> => {
  const known = await indexedDB.databases()
  return known.some(({ name }) => name === 'stocktake')
}

/** Replaces everything the device keeps. */
const writeRows = (rows: Dump): Promise<void> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('stocktake')
    opening.onsuccess = () => {
      const { result } = opening
      const names = [...result.objectStoreNames]
      const work = result.transaction(names, 'readwrite')
      for (const name of names) {
        work.objectStore(name).clear()
        for (const row of rows[name] ?? []) work.objectStore(name).put(row)
      }
      work.oncomplete = () => {
        result.close()
        resolve()
      }
      work.onabort = () => reject(work.error)
    }
  })
