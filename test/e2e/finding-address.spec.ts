import { expect, test } from '@playwright/test'
import { openProfile, type Profile } from '../support/extension.ts'
import { findingClient } from './finding-states.ts'
import { openScreen } from './screen-page.ts'

/** A finding has an address: from wherever it is told, it is found where it is dealt with. */
let profile: Profile
test.beforeAll(async () => {
  profile = await openProfile({ locale: 'en-GB' })
})
test.afterAll(() => profile.close())

test('from the subscription’s page to its finding, which keeps its address once it is dismissed', async () => {
  const page = await openScreen(profile, {
    name: 'findings',
    screen: 'app#findings',
    fill: findingClient,
    shows: 'To save',
  })
  await expect(page.locator('.area-head'), 'tools for one job are in no sum').toContainText(/without \d+ jobs? that/)
  const row = page.locator('.finding[aria-current="true"]')
  await page.getByRole('link', { name: /Business Premium given to nobody/ }).click()
  await page.getByRole('link', { name: /Business Premium given to nobody/ }).click()
  await expect(row).toContainText('Business Premium given to nobody')
  await expect(row).toBeInViewport()
  await row.getByRole('button', { name: /^Dismiss: / }).click()
  await page.getByLabel('Why (colleagues read it)').press('Enter')
  await expect(page.getByRole('tab', { name: 'Dismissed 1' })).toBeVisible()
  await expect(page.getByText('no longer found'), 'it was there when it was asked for').toHaveCount(0)

  await page.reload()
  await expect(row).toContainText('Business Premium given to nobody')
  await expect(page.getByRole('tab', { name: 'Dismissed 1' })).toHaveAttribute('aria-selected', 'true')
  await page.close()
})
