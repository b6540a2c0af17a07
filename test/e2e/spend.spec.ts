import { expect, type Page, test } from '@playwright/test'
import type { StoredRecord } from '../../extension/db/schema.ts'
import { openProfile, type Profile, rowsOf } from '../support/extension.ts'
import { openScreen } from './screen-page.ts'
import { spendStates } from './spend-states.ts'

/** What a consultant does with bills, by keyboard alone. */
let profile: Profile
test.beforeAll(async () => {
  profile = await openProfile({ locale: 'en-GB' })
})
test.afterAll(() => profile.close())

const openState = async (name: string): Promise<Page> => {
  const state = spendStates.find((each) => each.name === name)
  if (!state) throw new Error(name)
  const page = await openScreen(profile, state)
  await expect(page.getByText(state.shows).first()).toBeVisible()
  return page
}
const statedBills = async (): Promise<number> =>
  (await rowsOf<StoredRecord>(profile, 'records')).filter(
    ({ type, edits }) => type === 'invoice' && edits.subscription && edits.subscription.value !== null,
  ).length

test('a question of many bills is answered by one key, and taken back', async () => {
  const page = await openState('spend-settle')
  await page.keyboard.press('j')
  await expect(page.locator(':focus')).toContainText('GitHub')
  await page.keyboard.press('2')
  await expect(page.getByText(/^24 lines pay for GitHub Enterprise Cloud now/)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'What do these pay for?' })).toBeHidden()
  expect(await statedBills()).toBe(24)
  await page.getByRole('button', { name: 'Undo' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'What do these pay for?' })).toBeVisible()
  expect(await statedBills()).toBe(0)
  await page.close()
})

test('a line of a paper bill is typed, and stands in the list with what it pays for', async () => {
  const page = await openState('spend-line')
  await expect(page.locator(':focus')).toHaveAccessibleName('Vendor')
  await page.keyboard.type('Zoom')
  await page.keyboard.press('Enter')
  await expect(page.getByText('An amount as on the bill, e.g. 1,234.50')).toBeVisible()
  await page.getByLabel('Description').focus()
  await page.keyboard.type('Zoom Workplace Pro, paper bill')
  await page.keyboard.press('Tab')
  await page.keyboard.type('1,200.00')
  await page.getByLabel('Day of the bill').focus()
  await page.keyboard.type('05022027')
  await page.keyboard.press('Enter')
  await expect(page.getByText('The line is added.')).toBeVisible()
  await page.getByRole('tab', { name: /^Overview/ }).focus()
  await page.keyboard.press('ArrowRight')
  const row = page.getByRole('row').filter({ hasText: 'Zoom Workplace Pro, paper bill' })
  await expect(row).toContainText('by the name')
  await expect(row).toContainText('€1,200.00')
  await page.close()
})

test('a budget is typed, what is left of it is said beside the months, and it is taken back', async () => {
  const page = await openState('spend-full')
  await page.getByRole('link', { name: 'Client and rates' }).focus()
  await page.keyboard.press('Enter')
  const budget = page.getByRole('textbox', { name: 'Budget a year' })
  await expect(budget).toHaveValue('84000 EUR')
  await budget.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('70,000')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Budget a year: saved')).toBeVisible()
  await page.getByRole('link', { name: 'Spend' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/over the budget of €70,000.00 a year/)).toHaveCount(2)
  await expect(page.locator('.spend-chart line.budget')).toHaveCount(2)
  await page.getByLabel('Year').selectOption('2025')
  await expect(page.locator('.spend-chart line.budget'), 'a year that is over has no line').toHaveCount(1)
  await page.getByRole('button', { name: 'Undo' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/over the budget of €84,000.00 a year/)).toHaveCount(1)
  await page.close()
})
