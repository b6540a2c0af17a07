import { expect, type Page, test } from '@playwright/test'
import { openProfile, type Profile } from '../support/extension.ts'
import { openScreen } from './screen-page.ts'
import { type ScreenState, states } from './screen-states.ts'
import { tenThousand } from './ten-thousand.ts'

/** What a screen is on paper: A4, from a dark screen as from a light one. */
let profile: Profile
test.beforeAll(async () => {
  profile = await openProfile({ locale: 'en-GB' })
})
test.afterAll(() => profile.close())

const printed = async (name: string, over: Partial<ScreenState> = {}): Promise<Page> => {
  const state = states.find((each) => each.name === name)
  if (!state) throw new Error(name)
  const page = await openScreen(profile, { ...state, ...over })
  await expect(page.getByText(over.shows ?? state.shows).first()).toBeVisible()
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  return page
}
/** How many sheets the browser makes of it. */
const sheets = async (page: Page) =>
  (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ??
  0
const paper = { width: 703, height: 994 }

const screens: [name: string, across: boolean][] = [
  ['inventory-full', true],
  ['inventory-one', false],
  ['renewals-full', false],
  ['spend-lines', false],
  ['people-full', false],
  ['findings-full', false],
  ['people-person', false],
]

for (const [name, across] of screens)
  test(`${name} on paper`, async () => {
    const page = await printed(name)
    await page.setViewportSize(across ? { width: 1032, height: 703 } : paper)
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    await page.screenshot({ path: `test/e2e/screens/print-${name}.png`, fullPage: true })
    await expect(page.locator('.on-paper')).toHaveText(/^Contoso Manufacturing\s*6 Feb 2027$/)
    await expect(page.getByRole('navigation', { name: 'Areas' })).toBeHidden()
    await expect(page.getByRole('banner')).toBeHidden()
    expect(await page.locator('main .button:visible, main select:visible, main input:visible').count()).toBe(0)
    await expect(page.locator('.one-details .not-shown:visible')).toHaveCount(0)
    const colors = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body)
      const link = document.querySelector('main a')
      return [backgroundColor, color, link ? getComputedStyle(link).textDecorationLine : 'none']
    })
    expect(colors).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)', 'none'])
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wider, 'nothing stands beside the sheet').toBeLessThanOrEqual(0)
    await page.close()
  })

test('all rows of a list are on paper, and its heads are those of a table, which come back on each sheet', async () => {
  const page = await printed('inventory-full', {
    more: (rows) => {
      const many = tenThousand(rows)
      const some = (list: unknown[] = []) => list.slice(0, (list.length % 10_000) + 200)
      return { ...many, records: some(many.records), listing: some(many.listing) }
    },
    shows: 'Product 00000',
  })
  expect(await sheets(page)).toBeGreaterThan(5)
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await expect(page.getByText('Product 00199')).toBeAttached()
  const display = (of: string) =>
    page
      .locator(of)
      .first()
      .evaluate((it) => getComputedStyle(it).display)
  expect([await display('.list'), await display('.list-heads')]).toEqual(['table', 'table-header-group'])
  const cut = await page
    .locator('.list > .list-row')
    .first()
    .evaluate((it) => getComputedStyle(it).breakInside)
  expect(cut).toBe('avoid')
  await page.close()
})
