import { expect, test } from '@playwright/test'
import type { Draft } from '../../extension/db/schema.ts'
import { buildFirefox } from '../practice/build.ts'
import { practiceUrl } from '../practice/pages.ts'
import { allowIn, findFirefox, openFirefox, press, rowsIn, shows } from '../support/firefox.ts'
import { openPractice } from '../support/practice.ts'

const firefox = findFirefox()
test.skip(firefox === undefined, 'No Firefox was found: install firefox-esr, or set FIREFOX_PATH.')
test.setTimeout(180_000)
test.beforeAll(() => {
  test.setTimeout(300_000)
  buildFirefox()
})

const at = (host: string, path: string, port: number) =>
  practiceUrl(`${host}/practice/sign-in?as=brightwater&to=${encodeURIComponent(path)}`, port)

test('in Firefox: allowed by a click, a console is read, its drafts accepted, and the popup shows them', async () => {
  const practice = await openPractice()
  const { browser, screen, close } = await openFirefox(firefox ?? '')
  try {
    const popup = await screen('popup.html')
    await popup.evaluate("document.querySelector('input').focus()")
    await popup.keyboard.type('Brightwater Dental Group')
    await press(popup, 'Create client')
    await press(popup, 'Vendors to allow')
    await press(popup, 'Allow Microsoft 365 admin center')
    await shows(popup, /allowed/)

    const page = await browser.newPage()
    await page.goto(at('admin.microsoft.com', '/licenses', practice.port))
    await shows(page, 'SPB')
    const drafts = async () => (await rowsIn<Draft>(popup, 'drafts')).map(({ sighting }) => sighting.fields.product)
    await expect.poll(drafts, { timeout: 20_000 }).toContain('Microsoft 365 Business Premium')
    const review = await screen('review.html')
    await shows(review, 'Microsoft 365 Business Premium')
    await press(review, 'Accept a')
    await expect.poll(() => rowsIn(popup, 'observations').then(({ length }) => length), { timeout: 20_000 }).toBe(1)
    const again = await screen('popup.html')
    const inventory = `document.querySelector('[aria-label="Inventory"]')?.innerText ?? ''`
    await expect.poll(() => again.evaluate(inventory), { timeout: 20_000 }).toContain('Microsoft 365')

    // What is too large to travel as text comes as a Blob, through the port, the script and the worker.
    await allowIn(popup, 'http://portal.toolshed.example.localhost/*')
    const archive = await browser.newPage()
    await archive.goto(at('portal.toolshed.example', '/archive', practice.port))
    await shows(archive, 'TS-BR-100')
    await expect.poll(drafts, { timeout: 20_000 }).toContain('Route Optimizer')
  } finally {
    await close()
    await practice.close()
  }
})
