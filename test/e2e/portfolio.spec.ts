import { expect, type Page, test } from '@playwright/test'
import { openProfile, type Profile, rowsOf } from '../support/extension.ts'
import { portfolioStates } from './portfolio-states.ts'
import { openScreen } from './screen-page.ts'

/** From all clients to one: by keyboard alone, and always under the client that the line is of. */
let profile: Profile
test.beforeAll(async () => {
  profile = await openProfile({ locale: 'en-GB' })
})
test.afterAll(() => profile.close())

const open = async (of = 'portfolio-full'): Promise<Page> => {
  const state = portfolioStates.find(({ name }) => name === of)
  if (!state) throw new Error('no such state')
  const page = await openScreen(profile, state)
  await expect(page.getByText(state.shows).first()).toBeVisible()
  return page
}
const focused = (page: Page) => page.locator(':focus')
const active = async () =>
  (await rowsOf<{ key: string; client?: string }>(profile, 'settings')).find(({ key }) => key === 'activeClient')
    ?.client

test('the first line is opened by keys: its client is the active one, and its page is what it tells of', async () => {
  const page = await open()
  await expect(page.getByRole('banner')).toContainText('Contoso Manufacturing')
  const before = await active()
  await page.getByRole('link', { name: 'Portfolio' }).focus()
  for (let pressed = 0; pressed < 20 && !(await focused(page).getAttribute('class'))?.includes('week-open'); pressed++)
    await page.keyboard.press('Tab')
  await expect(focused(page)).toHaveAccessibleName(
    /^Northwind Traders Figma Organization .*Had to be canceled by 4 Feb 2027, 2 days ago/,
  )
  await page.keyboard.press('ArrowDown')
  await expect(focused(page)).toHaveAccessibleName(/^Contoso Manufacturing Zoom/)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('banner')).toContainText('Northwind Traders')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Figma Organization')
  expect(page.url()).toContain('#inventory/')
  expect(await active()).not.toBe(before)
  await page.close()
})

test('a figure in the list opens its own area; what is of this client already switches nothing; drafts open the review', async () => {
  const page = await open()
  const before = await active()
  await page.getByRole('button', { name: /^22 ?, Contoso Manufacturing/ }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Findings', level: 1 })).toBeVisible()
  expect(await active()).toBe(before)
  await page.goBack()
  await page.getByRole('button', { name: /^£25,152.00 ?, Fabrikam/ }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Spend', level: 1 })).toBeVisible()
  await expect(page.getByRole('banner')).toContainText('Fabrikam Health Partners')
  await page.goBack()
  await page.getByRole('button', { name: /Contoso Manufacturing 6 drafts to review/ }).press('Enter')
  await expect(page.getByRole('banner')).toContainText('Contoso Manufacturing')
  await expect(page.getByText('8 drafts')).toBeVisible()
  await page.close()
})

test('what another tab writes is told without a reload, and all lines are shown at a press', async () => {
  const page = await open()
  await page.getByRole('button', { name: 'Show all 17' }).press('Enter')
  await expect(page.locator('.week-open')).toHaveCount(17)
  const other = await profile.context.newPage()
  await other.goto(page.url().replace('#portfolio', '#renewals'))
  await other.getByRole('button', { name: /^Decide: Microsoft 365 Business Premium/ }).click()
  await other.getByRole('button', { name: 'Save' }).click()
  // Said once it is kept: a tab that closes sooner takes with it what the disk has not yet.
  await expect(other.getByText(/^Microsoft 365 Business Premium: /)).toBeVisible()
  await other.close()
  await expect(
    page.locator('.week-open', { hasText: 'Microsoft 365 Business Premium' }).filter({ hasText: 'Cancel by' }),
  ).toHaveCount(0)
  await page.close()
})

const retry = (page: Page) => page.getByRole('button', { name: 'Try again' })

test('where nothing could be read, it is worked out anew at a press', async () => {
  const page = await open('portfolio-unreadable')
  await expect(page.locator('.week-open')).toHaveCount(0)
  await retry(page).press('Enter')
  await expect(page.getByRole('button', { name: 'Show all 17' })).toBeVisible()
  await expect(retry(page)).toHaveCount(0)
  await page.close()
})

test('a client that cannot be read has a page that says why, and is read anew at a press', async () => {
  const page = await open('portfolio-failed')
  await page.getByRole('button', { name: /Could not be read. Its days/ }).press('Enter')
  await expect(page.getByRole('banner')).toContainText('Fabrikam')
  await expect(retry(page)).toBeVisible()
  const other = await profile.context.newPage()
  await other.goto(page.url().replace('#inventory', '#renewals'))
  await retry(other).press('Enter')
  // Still not readable.
  await expect(retry(other)).toBeVisible()
  await other.evaluate(removeUnreadable)
  for (const one of [other, page]) {
    await retry(one).press('Enter')
    await expect(one.getByText('Box Enterprise').first()).toBeVisible()
    await one.close()
  }
})

/** As if the disk were well again; nothing that watches is told of it. */
const removeUnreadable = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('stocktake')
    opening.onsuccess = () => {
      const work = opening.result.transaction('records', 'readwrite')
      const walk = work.objectStore('records').openCursor()
      walk.onsuccess = () => {
        if (walk.result?.value.cells === null) walk.result.delete()
        walk.result?.continue()
      }
      work.oncomplete = () => {
        opening.result.close()
        resolve()
      }
      work.onabort = () => reject(work.error)
    }
  })
