import { existsSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { allowHosts, openPopup, openProfile, type Profile, screenUrl } from '../support/extension.ts'
import { openPractice, type Practice, practiceHosts, visit } from '../support/practice.ts'
import { createFirstClient, openReview } from '../support/screens.ts'

/** The guide of the README, walked as it is written there, from a browser that has nothing; its pictures are made here. */
let profile: Profile
let practice: Practice
test.beforeAll(async () => {
  practice = await openPractice()
  profile = await openProfile({ locale: 'en-GB' })
})
test.afterAll(async () => {
  await profile.close()
  await practice.close()
})

/** A client's color and the days are others each time: a picture is made anew where it is missing, or was asked for. */
async function picture(page: Page, name: string): Promise<void> {
  const path = `test/e2e/screens/guide-${name}.png`
  if (existsSync(path) && process.env.STOCKTAKE_PICTURES !== '1') return
  await page.screenshot({ path, animations: 'disabled' })
}

async function openArea(area: string): Promise<Page> {
  const page = await profile.context.newPage()
  await page.setViewportSize({ width: 1280, height: 640 })
  await page.goto(screenUrl(profile, `app.html#${area}`))
  return page
}

test('first client, first capture, first report', async () => {
  test.setTimeout(120_000)
  await allowHosts(profile, practiceHosts)
  const licenses = await visit(profile, practice, 'microsoft', 'brightwater')

  const popup = await openPopup(profile, licenses)
  await popup.setViewportSize({ width: 400, height: 420 })
  await popup.getByLabel('Client’s name').fill('Brightwater Dental Group')
  await picture(popup, '1-client')
  await createFirstClient(popup, 'Brightwater Dental Group')

  await expect(popup.getByRole('button', { name: /^Accept / }).first()).toBeVisible()
  await picture(popup, '2-found')

  const review = await openReview(profile)
  await review.setViewportSize({ width: 1280, height: 640 })
  await expect(review.getByRole('button', { name: /^Accept all/ })).toBeVisible()
  await picture(review, '3-review')
  await review.getByRole('button', { name: /^Accept all/ }).click()
  await review
    .getByRole('dialog')
    .getByRole('button', { name: /^Accept all/ })
    .click()
  await expect(review.getByText('Accepted 5 drafts')).toBeVisible()

  const inventory = await openArea('inventory')
  await expect(inventory.getByText('Microsoft 365 Business Premium').first()).toBeVisible()
  await picture(inventory, '4-inventory')

  const findings = await openArea('findings')
  await expect(findings.getByRole('heading', { name: 'Findings' })).toBeVisible()
  await expect(findings.locator('.ghost')).toHaveCount(0)
  await picture(findings, '5-findings')

  const report = await openArea('export')
  const coming = report.waitForEvent('download')
  await report.getByRole('button', { name: 'Download workbook' }).click()
  expect((await coming).suggestedFilename()).toMatch(/^Brightwater Dental Group .*\.xlsx$/)
  await expect(report.getByText(/^Saved “Brightwater Dental Group/)).toBeVisible()
  await picture(report, '6-report')
})
