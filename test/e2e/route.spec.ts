import { expect, test } from '@playwright/test'
import { patternsOf } from '../../extension/access/patterns.ts'
import microsoft365 from '../../extension/connectors/microsoft-365.ts'
import { allowHosts, openPanel, openProfile, type Profile, screenUrl } from '../support/extension.ts'
import { answerForMicrosoft, openPractice, type Practice } from '../support/practice.ts'
import { createFirstClient } from '../support/screens.ts'

const console = 'https://admin.microsoft.com'
let practice: Practice
let profile: Profile
test.beforeEach(async () => {
  practice = await openPractice()
  profile = await openProfile({ build: 'normal' })
  await answerForMicrosoft(profile, practice)
  await allowHosts(profile, ...patternsOf(microsoft365))
})
test.afterEach(async () => {
  await profile.close()
  await practice.close()
})

/** Days pass: what was accepted was seen so many days ago, by the page that showed it, and no draft waits. */
async function letPass(days: Record<string, number>): Promise<void> {
  const page = await profile.context.newPage()
  await page.goto(screenUrl(profile, 'manifest.json'))
  await page.evaluate(age, days)
  await page.close()
}

const age = (days: Record<string, number>): Promise<void> =>
  new Promise((resolve) => {
    const opening = indexedDB.open('stocktake')
    opening.onsuccess = () => {
      const work = opening.result.transaction(['records', 'drafts'], 'readwrite')
      const cursor = work.objectStore('records').openCursor()
      cursor.onsuccess = () => {
        const row = cursor.result
        if (!row) return
        const { page, seenAt, lookedAt } = row.value
        const by = (at: string) =>
          new Date(Date.parse(at) - (days[new URL(page.url).pathname] ?? 0) * 86_400_000).toISOString()
        if (page) row.update({ ...row.value, seenAt: by(seenAt), ...(lookedAt ? { lookedAt: by(lookedAt) } : {}) })
        row.continue()
      }
      work.objectStore('drafts').clear()
      work.oncomplete = () => {
        opening.result.close()
        resolve()
      }
    }
  })

// The same account has two more consoles, which nobody looked at yet: they come after what is stale.
test('the stalest page is first; a click opens it, and its capture ticks it off', async () => {
  const page = await profile.context.newPage()
  for (const [path, what] of [
    ['/users', /Imani Okafor/],
    ['/licenses', /Business Premium/],
  ] as const) {
    await page.goto(`${console}${path}`)
    const beside = await openPanel(profile, page)
    if (path === '/users') await createFirstClient(beside, 'Brightwater Dental Group')
    await beside
      .getByRole('listitem')
      .filter({ hasText: what })
      .getByRole('button', { name: /^Accept / })
      .click()
    await expect(beside.getByText(/^Accepted /)).toBeVisible()
    await beside.close()
  }
  await letPass({ '/users': 5, '/licenses': 40 })

  const panel = await openPanel(profile, page)
  await panel.getByRole('tab', { name: 'Route' }).click()
  await expect(panel.getByText('0 of 4 pages looked at today')).toBeVisible()
  const stops = panel.getByRole('region', { name: 'Capture route' }).getByRole('listitem')
  await expect(stops.nth(0)).toContainText('/licenses')
  await expect(stops.nth(1)).toContainText('/users')

  const [opened] = await Promise.all([profile.context.waitForEvent('page'), stops.nth(0).getByRole('button').click()])
  // The first request of a tab that the extension opens leaves before anybody here can answer it,
  // and it cannot be loaded again before it has begun.
  await expect(() => opened.reload()).toPass()
  expect(opened.url()).toBe(`${console}/licenses`)
  await expect(panel.getByText('1 of 4 pages looked at today')).toBeVisible()
  await expect(stops.nth(0)).toContainText('/users')
  await expect(stops.nth(3)).toContainText('/licenses')
  await expect(stops.nth(3)).toContainText('looked at today')
})
