import { fileURLToPath } from 'node:url'
import type { BrowserContext, Page } from '@playwright/test'
import { bundle } from '../support/bundle.ts'
import { openProfile, screenUrl } from '../support/extension.ts'
import { beside, type Row } from './measure.ts'

/** When the first row was on the screen, counted from the navigation's start: seen by an observer, then one frame later. */
const watch = (selector: string) => `
  new MutationObserver((_, observer) => {
    if (!document.querySelector(${JSON.stringify(selector)})) return
    observer.disconnect()
    requestAnimationFrame(() => setTimeout(() => { globalThis.paintedAt = performance.now() }))
  }).observe(document, { childList: true, subtree: true })`

async function open(
  context: BrowserContext,
  url: string,
  selector: string,
  prepare: (page: Page) => Promise<unknown> = async () => undefined,
): Promise<number> {
  const page = await context.newPage()
  await page.setViewportSize({ width: 400, height: 600 })
  await page.addInitScript(watch(selector))
  await prepare(page)
  await page.goto(url)
  await page.waitForFunction('globalThis.paintedAt')
  const at = Number(await page.evaluate('globalThis.paintedAt'))
  await page.close()
  return at
}

/** The popup's first useful paint with 10,000 subscriptions on the device, beside a bare Preact page that paints 30 rows. */
export async function paint(deviceScript: string, times: number): Promise<Row> {
  const script = await bundle(fileURLToPath(new URL('floors/bare-page.entry.tsx', import.meta.url)), 'bare')
  const profile = await openProfile({ build: 'normal' })
  try {
    await fill(profile.context, screenUrl(profile, 'manifest.json'), deviceScript)
    const bare = 'http://127.0.0.1:9/'
    const serveBare = async (page: Page) => {
      await page.route(bare, (route) =>
        route.fulfill({ body: '<!doctype html><body><script src="bare.js" defer></script>', contentType: 'text/html' }),
      )
      await page.route(`${bare}bare.js`, (route) => route.fulfill({ body: script, contentType: 'text/javascript' }))
    }
    const samples = { popup: [] as number[], bare: [] as number[] }
    for (let run = 0; run <= times; run++) {
      const [popup, floor] = [
        await open(profile.context, screenUrl(profile, 'popup.html'), '.subscription-row'),
        await open(profile.context, bare, 'li', serveBare),
      ]
      // The first of each warms the browser's caches, as a person's second popup of the day finds them.
      if (run === 0) continue
      samples.popup.push(popup)
      samples.bare.push(floor)
    }
    return beside(
      'popup, first useful paint with 10,000 subscriptions',
      samples.popup,
      'bare Preact page, 30 rows',
      samples.bare,
    )
  } finally {
    await profile.close()
  }
}

async function fill(context: BrowserContext, url: string, deviceScript: string): Promise<void> {
  const page = await context.newPage()
  await page.goto(url)
  await page.evaluate(deviceScript)
  await page.evaluate(
    `device.newClient('Bench').then((client) => device.acceptMany(client, 10_000)).then(() => undefined)`,
  )
  await page.close()
}
