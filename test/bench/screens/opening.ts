import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { type Profile, screenUrl } from '../../support/extension.ts'

export type Opened = {
  /** From the navigation's start until what is waited for was on the screen. */
  ms: number
  /** Scripts and styles that were asked for until then, gzipped, kB. */
  kB: number
}

/** Seen by an observer, then one frame later. */
const watch = (selector: string) => `
  new MutationObserver((_, observer) => {
    if (!document.querySelector(${JSON.stringify(selector)})) return
    observer.disconnect()
    requestAnimationFrame(() => setTimeout(() => { globalThis.paintedAt = performance.now() }))
  }).observe(document, { childList: true, subtree: true })`

type Wish = { path: string; selector: string; size: { width: number; height: number }; after?: (page: Page) => unknown }

/** Opens a screen in a tab of its own; `after` is what is done or waited for before it is closed. */
export async function open(profile: Profile, folder: string, wish: Wish): Promise<Opened> {
  const page = await profile.context.newPage()
  await page.setViewportSize(wish.size)
  await page.addInitScript(watch(wish.selector))
  const asked = new Set<string>()
  page.on('request', (request) => asked.add(new URL(request.url()).pathname))
  await page.goto(screenUrl(profile, wish.path))
  await page.waitForFunction(() => 'paintedAt' in globalThis, undefined, { timeout: 120_000 })
  const ms = Number(await page.evaluate('globalThis.paintedAt'))
  const kB = weightOf(folder, asked)
  await wish.after?.(page)
  await page.close()
  return { ms, kB }
}

const weightOf = (folder: string, paths: Set<string>): number =>
  [...paths]
    .filter((path) => /\.(js|css)$/.test(path))
    .reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, path)), { level: 9 }).length / 1000, 0)
