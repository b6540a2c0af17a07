import { expect, test } from '@playwright/test'
import { openProfile, type Profile } from '../support/extension.ts'
import { openScreen } from './screen-page.ts'
import { search, twoClients } from './search-states.ts'

let profile: Profile
test.beforeAll(async () => {
  profile = await openProfile({ locale: 'en-GB' })
})
test.afterAll(() => profile.close())

const opened = async () =>
  openScreen(profile, { name: 'search', screen: 'app#findings', fill: twoClients, shows: 'Findings' })

test('by keyboard alone: a name with a typo opens its page; Escape gives the focus back', async () => {
  const page = await opened()
  await search('slcak', false)(page)
  await expect(page.getByRole('option', { selected: true })).toContainText('Slack')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /Slack/ })).toBeVisible()
  expect(page.url()).toMatch(/#inventory\/[0-9a-f-]{36}$/)
  const button = page.getByRole('button', { name: /^Search/ })
  await button.press('Enter')
  await expect(page.getByRole('option', { name: /Slack/ }), 'it is among what was opened last').toBeVisible()
  await page.keyboard.press('Escape')
  await expect(button).toBeFocused()
  await button.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('dialog'), 'it does not lie over another page').toHaveCount(0)
  await page.close()
})

test('another client’s thing says whose it is, and opens under that client’s name', async () => {
  const page = await opened()
  const banner = page.getByRole('banner')
  await expect(banner).toContainText('Contoso Manufacturing')
  await search('figma org', false)(page)
  await expect(page.getByText('Nothing matches “figma org”')).toBeVisible()
  await page.keyboard.press('Tab')
  const found = page.getByRole('option', { name: /Figma Organization/ })
  await expect(found).toBeVisible()
  const whose = (await found.locator('.found-client').textContent())?.trim() ?? ''
  expect(whose).not.toBe('')
  await page.keyboard.press('Enter')
  await expect(banner).toContainText(whose)
  await expect(page.getByRole('heading', { level: 1, name: /Figma Organization/ })).toBeVisible()
  await page.close()
})
