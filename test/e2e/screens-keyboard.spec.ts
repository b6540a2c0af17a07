import { expect, type Page, test } from '@playwright/test'
import type { Draft, StoredRecord } from '../../extension/db/schema.ts'
import { openProfile, type Profile, rowsOf } from '../support/extension.ts'
import { openScreen } from './screen-page.ts'
import { type ScreenState, states } from './screen-states.ts'
import { clients, draftOf, sessionOf } from './seed.ts'
import { m365 } from './seed-content.ts'
import { tenThousand } from './ten-thousand.ts'

/** The main task of each screen by keyboard alone, and text of pages that wants to be more than text. */
let profile: Profile
test.beforeAll(async () => {
  profile = await openProfile({ locale: 'en-GB' })
})
test.afterAll(() => profile.close())

const stateOf = (name: string): ScreenState => {
  const found = states.find((state) => state.name === name)
  if (!found) throw new Error(name)
  return found
}
/** Nobody presses a key before there is something to see. */
const openState = async (name: string): Promise<Page> => {
  const state = stateOf(name)
  const page = await openScreen(profile, state)
  await expect(page.getByText(state.shows).first()).toBeVisible()
  return page
}
const focused = (page: Page) => page.locator(':focus')
const titles = (page: Page) => page.getByRole('navigation').getByRole('button').locator('.title').allTextContents()

test('the first client: type a name, press Enter', async () => {
  const page = await openState('popup-first-run')
  await page.keyboard.press('Tab')
  await expect(focused(page)).toHaveAccessibleName('Client’s name')
  await page.keyboard.type('Contoso Ltd')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('banner')).toContainText('Contoso Ltd')
  await page.close()
})

test('another client: open the switcher, type to find, Enter; Escape gives the focus back', async () => {
  const page = await openState('popup-full')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(focused(page)).toHaveAccessibleName('Find or create a client')
  await page.keyboard.press('Escape')
  await expect(focused(page)).toHaveAccessibleName(/Switch client/)
  await page.keyboard.press('Enter')
  await page.keyboard.type('north')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('banner')).toContainText('Northwind Traders')
  await expect(page.getByText('contoso.onmicrosoft.com belongs to Contoso Manufacturing')).toBeVisible()
  await page.close()
})

test('review: j as fast as one can, correct a value, accept it, dismiss one and take that back, accept all', async () => {
  const page = await openState('review-full')
  const before = await titles(page)
  for (let pressed = 0; pressed < 3; pressed++) await page.keyboard.press('j')
  await expect(page.getByRole('article').getByRole('heading')).toHaveText(before[3] ?? '')
  for (let pressed = 0; pressed < 9; pressed++) await page.keyboard.press('k')
  await expect(page.getByRole('article').getByRole('heading')).toHaveText('Microsoft 365 Business Premium')

  await page.keyboard.press('e')
  await expect(focused(page)).toHaveAccessibleName('Seats purchased')
  await page.keyboard.type('1.5')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toBeVisible()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('150')
  await page.keyboard.press('Enter')
  await expect(page.getByText('your correction')).toBeVisible()
  await page.keyboard.press('a')
  await expect(page.getByRole('status').getByText('Accepted Microsoft 365 Business Premium')).toBeVisible()
  const records = await rowsOf<StoredRecord>(profile, 'records')
  const accepted = records.find(({ cells }) => cells.sku?.value === 'SPB')
  expect([accepted?.cells.seatsPurchased?.value, accepted?.edits.seatsPurchased?.value]).toEqual([140, 150])

  await page.keyboard.press('x')
  await expect.poll(() => titles(page)).not.toContain('Microsoft 365 E5')
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect.poll(() => titles(page)).toContain('Microsoft 365 E5')

  await page.keyboard.press('A')
  await expect(focused(page)).toHaveAccessibleName(/Accept all/)
  await page.keyboard.press('Enter')
  // What is contested, and what has no account that somebody confirmed, is left for a person.
  await expect.poll(() => titles(page)).toEqual(['Microsoft 365 E5', 'Lumenboard Business', 'LB-2027-00193'])
  await page.close()
})

test('review: a key says how an ambiguous date is read, for everything of that page, and nothing is guessed before', async () => {
  const page = await openState('review-question')
  await page.keyboard.press('2')
  await expect(page.getByText('your choice')).toBeVisible()
  await page.keyboard.press('a')
  await expect(page.getByRole('status').getByText('Accepted Microsoft 365 E3')).toBeVisible()
  await expect(page.getByRole('article').getByRole('heading')).toHaveText('Visio Plan 2')
  await expect(page.getByText('your choice'), 'one page writes all its dates alike').toBeVisible()
  // Somebody who thinks better of it chooses anew.
  await page.keyboard.press('1')
  await page.keyboard.press('a')
  await expect(page.getByText('Nothing waits for review')).toBeVisible()
  const renewals = (await rowsOf<StoredRecord>(profile, 'records'))
    .filter(({ type }) => type === 'subscription')
    .map(({ cells, edits }) => [cells.product?.value, cells.renewsOn?.value ?? edits.renewsOn?.value])
  expect(renewals.sort()).toEqual([
    ['Microsoft 365 E3', '2027-03-04'],
    ['Visio Plan 2', '2027-06-05'],
  ])
  await page.close()
})

test('findings: decide about a renewal, accept a saving, dismiss one with its reason, and take that back', async () => {
  const page = await openState('findings-full')
  const open = page.getByRole('tab', { name: /^Open/ })
  const before = Number(((await open.textContent()) ?? '').replace(/\D/g, ''))
  await page.getByRole('button', { name: /^Decide: .*Microsoft 365 Business Premium/ }).press('Enter')
  await expect(page.getByRole('button', { name: 'Save' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').getByText('Microsoft 365 Business Premium: Renew')).toBeVisible()
  await expect(open).toHaveText(`Open ${before - 1}`)
  const decision = (await rowsOf<StoredRecord>(profile, 'records')).find(({ type }) => type === 'decision')
  expect([decision?.edits.choice?.value, decision?.edits.termEndsOn?.value]).toEqual(['renew', '2027-03-11'])

  await page.getByRole('button', { name: /^Decide: .*Slack/ }).press('Enter')
  await page.getByLabel('Renew', { exact: true }).focus()
  for (let pressed = 0; pressed < 4; pressed++) await page.keyboard.press('ArrowDown')
  await expect(page.getByLabel('Cancel it')).toBeChecked()
  await page.getByLabel('Why (colleagues read it)').fill('Nobody writes there')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Sent today: Send the cancellation of Slack, or it renews' }).press('Enter')
  await expect(page.getByRole('status').getByText('Slack: the notice was sent today.')).toBeVisible()
  await expect(page.getByText('Send the cancellation of Slack')).toHaveCount(0)

  await page.getByRole('button', { name: /^Accept: Mina Reyes has left/ }).press('Enter')
  await expect(page.getByRole('tab', { name: 'Accepted 1' })).toBeVisible()

  await page.getByRole('button', { name: /^Dismiss: .*Power BI Pro given to nobody/ }).press('Enter')
  await page.getByLabel('Why (colleagues read it)').fill('Two people begin in March')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: 'Dismissed 1' })).toBeVisible()
  await page.reload()
  await page.getByRole('tab', { name: 'Dismissed 1' }).press('Enter')
  await expect(page.getByText('“Two people begin in March”')).toBeVisible()
  await page.getByRole('button', { name: /^Open again: / }).press('Enter')
  await expect(page.getByText('No finding is dismissed')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(page.getByText('“Two people begin in March”')).toBeVisible()
  await page.close()
})

test('a draft of another client cannot be accepted, neither by key nor by button', async () => {
  const page = await openState('review-wrong-client')
  await expect(page.getByRole('button', { name: 'Accept a', exact: true })).toBeDisabled()
  await page.keyboard.press('a')
  await page.keyboard.press('A')
  await page.keyboard.press('e')
  await expect(page.getByText('This vendor account belongs to another client.')).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await rowsOf<Draft>(profile, 'drafts')).toHaveLength(4)
  await page.getByRole('button', { name: 'Switch to Contoso Manufacturing' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Accept a', exact: true })).toBeEnabled()
  await page.close()
})

const hostile = [
  '<img src=x onerror="globalThis.ran=1">',
  '<script>globalThis.ran=1</script>',
  '"><svg onload=globalThis.ran=1>',
  'javascript:globalThis.ran=1',
  '{{constructor.constructor("globalThis.ran=1")()}}',
  '__proto__',
  'constructor',
  '\u202eevil\u2066',
]

for (const screen of ['popup', 'review'] as const)
  test(`${screen}: captured text stays text`, async () => {
    const fill: ScreenState['fill'] = async (db) => {
      await clients(db)
      const visit = sessionOf(m365.host, { found: hostile.length })
      await db.sessions.put(visit)
      const seen = hostile.map((text) => ({
        ...m365,
        account: { ...m365.account, name: text },
        fields: { product: text, plan: text, sku: text, reseller: text },
      }))
      await db.drafts.bulkPut(await Promise.all(seen.map((one) => draftOf(visit.id, one))))
    }
    const page = await openScreen(profile, { ...stateOf('popup-full'), screen, fill })
    await expect(page.getByText('<img src=x onerror').first()).toBeVisible()
    const ownLink = '[href^="/app.html#"]'
    const strange = `img, iframe, object, embed, base, [onerror], [onload], script:not([src]), a:not([href^="https:"], ${ownLink})`
    expect(await page.locator(strange).count()).toBe(0)
    expect(await page.evaluate('globalThis.ran')).toBeUndefined()
    expect(await page.evaluate('globalThis.refusedByPolicy')).toEqual([])
    await page.close()
  })

test('ten thousand subscriptions: the first page at once, the others as one scrolls, each found by typing', async () => {
  const { screen, name, shows } = stateOf('popup-full')
  const page = await openScreen(profile, { screen, name, shows, fill: clients, more: tenThousand })
  const rows = page.locator('.subscription')
  await expect(page.getByText('30 of 10,000 subscriptions')).toBeAttached()
  await rows.last().scrollIntoViewIfNeeded()
  await expect(page.getByText('60 of 10,000 subscriptions')).toBeAttached()
  await page.getByRole('searchbox').fill('product 04242')
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText('Product 04242')
  await page.close()
})
