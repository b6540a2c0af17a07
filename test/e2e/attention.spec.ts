import { expect, test } from '@playwright/test'
import type { StoredRecord } from '../../extension/db/schema.ts'
import { openProfile, type Profile, rowsOf } from '../support/extension.ts'
import { openScreen } from './screen-page.ts'
import { states } from './screen-states.ts'

let profile: Profile
test.beforeAll(async () => {
  profile = await openProfile({ locale: 'en-GB' })
})
test.afterAll(() => profile.close())

test('a word on a record that one deleted and another changed is said, and can be taken back', async () => {
  const state = states.find(({ name }) => name === 'review-attention')
  if (!state) throw new Error('no such state')
  const page = await openScreen(profile, state)
  const gone = async () =>
    (await rowsOf<StoredRecord>(profile, 'records')).filter(({ deleted }) => deleted !== 0).length
  expect(await gone()).toBe(0)
  await page.getByRole('button', { name: 'Delete it' }).press('Enter')
  await expect(page.getByRole('status').getByText('is deleted.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Delete it' })).toHaveCount(0)
  expect(await gone()).toBe(1)
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect.poll(gone).toBe(0)
  await page.close()
})
