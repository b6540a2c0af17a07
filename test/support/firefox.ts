import { existsSync } from 'node:fs'
import { expect } from '@playwright/test'
import puppeteer, { type Page } from 'puppeteer-core'
import { firefox } from '../practice/build.ts'
import { readTable } from './extension.ts'

const installed = ['/usr/bin/firefox', '/usr/bin/firefox-esr', '/Applications/Firefox.app/Contents/MacOS/firefox']

/** A Firefox on this machine, or undefined. `FIREFOX_PATH` names another one. */
export const findFirefox = (): string | undefined =>
  [process.env.FIREFOX_PATH ?? '', ...installed].find((path) => path !== '' && existsSync(path))

/** Firefox gives each installation an address of its own; here it is known beforehand. */
const id = 'stocktake@stocktake.dev'
const address = '0f2c5a70-9d4b-4a58-8b1e-6f0f3c1d2e4a'

/**
 * Firefox with the built extension, over WebDriver BiDi, which opens pages of an extension only with the browser's own
 * rights. Nobody can click a prompt of the browser: it answers "Allow" by itself, and still refuses where nobody clicked
 * in our page before.
 */
export async function openFirefox(executablePath: string) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    defaultViewport: { width: 1000, height: 800 },
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [id]: address }),
      'extensions.webextOptionalPermissionPrompts': false,
    },
  })
  await browser.installExtension(firefox)
  const screen = async (path: string): Promise<Page> => {
    const page = await browser.newPage()
    // The page moves to the process of extensions on its way, and puppeteer goes on waiting where it came from.
    await page.goto(`moz-extension://${address}/${path}`, { timeout: 1000 }).catch(() => undefined)
    await expect.poll(() => page.evaluate('document.body.innerText').catch(() => '')).not.toBe('')
    return page
  }
  return { browser, screen, close: () => browser.close() }
}

/** A button by the name that a person reads or hears. */
const find = (name: string): string =>
  `[...document.querySelectorAll('button')].find((each) => (each.ariaLabel ?? each.innerText).replace(/\\s+/g, ' ').trim() === ${JSON.stringify(name)})`

/** Clicks where it stands, as a hand does. */
export async function press(page: Page, name: string): Promise<void> {
  await page.bringToFront()
  const middle = `(() => { const at = ${find(name)}; at?.scrollIntoView({ block: 'center' })
    const box = at && !at.disabled ? at.getBoundingClientRect() : null; return box && [box.x + box.width / 2, box.y + box.height / 2] })()`
  let at: unknown = null
  await expect
    .poll(
      async () => {
        at = await page.evaluate(middle)
        return at
      },
      { message: `the button “${name}”`, timeout: 20_000 },
    )
    .not.toBeNull()
  const [x, y] = at as unknown as [number, number] // as `middle` gives it
  await page.mouse.click(x, y)
}

/** Allows a host without a screen of ours, for what is about something else; a click all the same, or Firefox refuses. */
export async function allowIn(screen: Page, pattern: string): Promise<void> {
  const request = `browser.permissions.request({ origins: [${JSON.stringify(pattern)}] })`
  await screen.bringToFront()
  await screen.evaluate(`addEventListener('click', () => { globalThis.allowing = ${request} }, { once: true }); null`)
  await screen.mouse.click(500, 780)
  await expect.poll(() => screen.evaluate('globalThis.allowing ?? null')).toBe(true)
}

export const shows = (page: Page, text: string | RegExp) =>
  expect.poll(() => page.evaluate('document.body.innerText'), { timeout: 20_000 }).toMatch(text)

export const rowsIn = async <T>(screen: Page, table: string): Promise<T[]> =>
  (await screen.evaluate(readTable, table)) as T[] // of the tables of extension/db/schema.ts
