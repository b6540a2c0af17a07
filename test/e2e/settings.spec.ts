import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { answerPrompts, openProfile, type Profile, screenUrl } from '../support/extension.ts'
import { createFirstClient } from '../support/screens.ts'

/** The tasks of the settings by keyboard alone. */
const slack = 'http://*.slack.com.localhost/*'
let profile: Profile
test.beforeAll(async () => {
  profile = await openProfile({ locale: 'en-GB' })
})
test.afterAll(() => profile.close())

/** The Tab key until it is there: everything can be reached, and nothing holds the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor()
  for (let pressed = 0; pressed < 80; pressed++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('the Tab key does not come there')
}

test('allow a host and withdraw it; change the language; read the diagnostics, all by keyboard', async () => {
  await answerPrompts(profile, slack)
  const page = await profile.context.newPage()
  await page.goto(screenUrl(profile, 'app.html#inventory'))
  await createFirstClient(page, 'Brightwater Dental Group')
  await page.goto(screenUrl(profile, 'app.html#settings/hosts'))
  const granted = () => page.evaluate<string[]>('chrome.permissions.getAll().then(({ origins }) => origins)')

  await expect(page.getByText('No site is allowed yet')).toBeVisible()
  await tabTo(page, page.getByText(/vendors that Stocktake knows/))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: 'Allow Slack administration' }))
  await page.keyboard.press('Enter')
  await expect.poll(granted).toEqual([slack])
  await page.keyboard.press('Shift+Tab')
  await tabTo(page, page.getByRole('button', { name: 'Withdraw *.slack.com.localhost' }))
  await page.keyboard.press('Enter')
  await expect.poll(granted).toEqual([])
  await expect(page.getByText('No site is allowed yet')).toBeVisible()

  await page.keyboard.press('?')
  await expect(page.getByRole('heading', { name: 'Keyboard' })).toBeVisible()

  await tabTo(page, page.getByRole('link', { name: 'Language' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('combobox', { name: 'Language' }))
  await page.keyboard.type('Deu')
  await expect(page.getByRole('heading', { name: 'Einstellungen' })).toBeVisible()
  expect(await page.locator('html').getAttribute('lang')).toBe('de')
  await tabTo(page, page.getByRole('combobox', { name: 'Sprache' }))
  await page.keyboard.type('Eng')
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()

  await tabTo(page, page.getByRole('link', { name: 'Diagnostics' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: 'Save the file' }))
  const download = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  const file = readFileSync(await (await download).path(), 'utf8')
  expect(file).toBe(await page.locator('.setting-file').textContent())
  expect(JSON.parse(file)).toMatchObject({ records: { client: 1 }, server: { connected: false } })
  expect(file).not.toContain('Brightwater')
  await page.close()
})
