import { expect, type Page, test } from '@playwright/test'
import type { StoredRecord } from '../../extension/db/schema.ts'
import { openProfile, type Profile, rowsOf } from '../support/extension.ts'
import { renewalStates } from './renewals-states.ts'
import { openScreen } from './screen-page.ts'

/** A renewal is decided, looked up in the calendar and its alerts acknowledged, by keyboard alone. */
let profile: Profile
test.beforeAll(async () => {
  profile = await openProfile({ locale: 'en-GB' })
})
test.afterAll(() => profile.close())

const open = async (): Promise<Page> => {
  const state = renewalStates.find(({ name }) => name === 'renewals-full')
  if (!state) throw new Error('no such state')
  const page = await openScreen(profile, state)
  await expect(page.getByText(state.shows).first()).toBeVisible()
  return page
}
const tabTo = async (page: Page, name: string | RegExp) => {
  for (let pressed = 0; pressed < 60; pressed++) {
    await page.keyboard.press('Tab')
    const focused = page.locator(':focus')
    if (
      await focused
        .and(page.getByRole('button', { name }))
        .or(focused.and(page.getByRole('tab', { name })))
        .count()
    )
      return
  }
  throw new Error(`${name} is not reached by Tab`)
}
const living = async (type: string) =>
  (await rowsOf<StoredRecord>(profile, 'records')).filter((record) => record.type === type && record.deleted === 0)
const saidOf = ({ edits }: StoredRecord) =>
  Object.fromEntries(Object.entries(edits).map(([field, { value }]) => [field, value]))

test('decide a renewal, take it back, and acknowledge what is owed of it', async () => {
  const page = await open()
  await tabTo(page, 'Decide: Slack Business+')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await expect(page.getByLabel(/^Decided by/)).toBeFocused()
  await page.keyboard.type('Amara Okafor')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.type('Teams does the same')
  await page.keyboard.press('Shift+Tab')
  await expect(page.getByRole('radio', { name: 'Renew', exact: true })).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('radio', { name: 'Cancel it' })).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(page.getByText('notice not sent')).toBeVisible()
  const decisions = async () => (await living('decision')).map(saidOf).filter(({ choice }) => choice === 'cancel')
  await expect
    .poll(decisions)
    .toMatchObject([
      { choice: 'cancel', reason: 'Teams does the same', decidedBy: 'Amara Okafor', decidedOn: '2027-02-06' },
    ])
  await tabTo(page, 'Undo')
  await page.keyboard.press('Enter')
  await expect.poll(decisions).toEqual([])

  await tabTo(page, /alerts: Slack/)
  await page.keyboard.press('Enter')
  await tabTo(page, 'Acknowledge all: Slack Business+')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Slack Business+: 2 alerts acknowledged.')).toBeVisible()
  await expect.poll(async () => (await living('acknowledgement')).length).toBe(2)
  await page.close()
})

test('the calendar: arrows go from one day with something on it to the next', async () => {
  const page = await open()
  await page.getByRole('tab', { name: 'By day' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByText('February', { exact: true })).toBeVisible()
  await tabTo(page, /^9 Feb 2027/)
  await expect(page.getByRole('region', { name: '9 Feb 2027' })).toContainText('Microsoft 365 Business Premium')
  await page.keyboard.press('ArrowRight')
  await expect(page.locator(':focus')).toHaveAccessibleName('14 Feb 2027: 1 renewal')
  await expect(page.getByRole('region', { name: '14 Feb 2027' })).toContainText('vpn.contoso-mfg.com')
  await page.close()
})
