import { expect, type Locator, type Page, test } from '@playwright/test'
import type { StoredRecord } from '../../extension/db/schema.ts'
import { openProfile, type Profile, rowsOf } from '../support/extension.ts'
import { inventoryStates } from './inventory-states.ts'
import { largeClient } from './many-clients.ts'
import { openScreen } from './screen-page.ts'
import { clients } from './seed.ts'
import { business } from './seed-content.ts'
import { tenThousand } from './ten-thousand.ts'

/** The inventory by keyboard alone: a subscription is found, corrected, chosen between, bought for, and taken back. */
let profile: Profile
test.beforeAll(async () => {
  profile = await openProfile({ locale: 'en-GB' })
})
test.afterAll(() => profile.close())

async function openList(): Promise<Page> {
  const state = inventoryStates.find(({ name }) => name === 'inventory-full')
  if (!state) throw new Error('no state')
  const page = await openScreen(profile, state)
  await expect(page.getByText(state.shows).first()).toBeVisible()
  return page
}

const focused = (page: Page) => page.locator(':focus')
const told = (page: Page, text: string) => expect(page.getByRole('status').getByText(text)).toBeVisible()
const editOf = async (sku: string, field: string) => {
  const records = await rowsOf<StoredRecord>(profile, 'records')
  return records.find(({ cells, type }) => type === 'subscription' && cells.sku?.value === sku)?.edits[field]?.value
}

const sidesOf = (of: Locator) =>
  of
    .getByRole('listitem')
    .evaluateAll((sides) => sides.map((side) => ({ text: side.textContent, top: side.getBoundingClientRect().top })))

test('find it, open it, say a field better, and undo that', async () => {
  const page = await openList()
  await page.getByRole('searchbox').focus()
  await page.keyboard.type('premium')
  await expect(page.locator('.entry-name')).toHaveCount(1)
  await expect(page.getByText('1 of 10 subscriptions')).toBeVisible()
  await page.getByRole('link', { name: business.product }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(business.product)

  const terms = page.getByRole('region', { name: 'Terms' })
  await expect(terms.getByText('3 days by post: it has to be sent by 8 Feb 2027.')).toBeVisible()
  await terms.getByRole('button', { name: 'Edit Days by post' }).press('Enter')
  await expect(focused(page)).toHaveAccessibleName('Days by post')
  await page.keyboard.type('1.5')
  await page.keyboard.press('Enter')
  await expect(terms.getByRole('alert')).toBeVisible()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('1')
  await page.keyboard.press('Enter')
  await expect(focused(page)).toHaveAccessibleName('Edit Days by post')
  await told(page, 'Days by post: 1')
  await expect(terms.getByText('1 day by post: it has to be sent by 10 Feb 2027.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(terms.getByText('3 days by post: it has to be sent by 8 Feb 2027.')).toBeVisible()
  expect(await editOf('SPB', 'postalLeadDays')).toBe(3)
  await page.close()
})

test('a number says how it was counted; of two values one is chosen, and the choice taken back', async () => {
  const page = await openList()
  await page.getByRole('link', { name: business.product }).press('Enter')
  const position = page.getByRole('region', { name: 'Position' })
  await position.getByRole('button', { name: 'Billed, 130: how was this counted?' }).press('Enter')
  await expect(position.getByText('Bill E0500Q9X')).toBeVisible()

  const [entered, shown] = await sidesOf(page.getByRole('region', { name: 'Seats purchased: two values' }))
  expect(entered?.text).toMatch(/^Entered, and stands125you, on this device, /)
  expect(shown?.text).toMatch(/^The console shows now130.*Take 130$/)
  expect(shown, 'beside each other').toMatchObject({ top: entered?.top })
  await page.getByRole('button', { name: 'Seats purchased: take 130' }).press('Enter')
  await told(page, 'Seats purchased: 130, as the console shows it.')
  await expect(position.getByText('12 given to nobody')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(page.getByRole('region', { name: 'Seats purchased: two values' })).toBeVisible()
  await expect(position.getByText('7 given to nobody')).toBeVisible()

  const history = page.getByRole('region', { name: 'History' })
  await history.getByRole('combobox').selectOption('Seats purchased')
  await expect(history.getByRole('listitem').filter({ hasText: 'what the console shows' })).toContainText('130')
  await page.close()
})

test('a purchase lot is added, corrected, deleted and brought back', async () => {
  const page = await openList()
  await page.getByRole('link', { name: 'Slack', exact: true }).press('Enter')
  const lots = page.getByRole('region', { name: 'Purchase lots' })
  await lots.getByRole('button', { name: 'Add a lot' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(focused(page)).toHaveAccessibleName('Quantity')
  await page.keyboard.type('many')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toHaveText('Please check: Quantity.')
  await dialog.getByLabel('Quantity').fill('18')
  await dialog.getByLabel('Units in a pack').fill('10')
  await dialog.getByLabel('Price', { exact: true }).fill('1800.00')
  await dialog.getByLabel('Price is').selectOption('per pack')
  await dialog.getByLabel('Purchase order').fill('PO-77')
  await page.keyboard.press('Enter')
  await told(page, 'The lot is added.')
  await expect(lots.getByText('180 units valid today')).toBeVisible()
  await expect(lots.getByText('18 packs of 10')).toBeVisible()

  await lots.getByRole('button', { name: /^Edit the lot .*PO-77/ }).press('Enter')
  await dialog.getByLabel('Quantity').fill('17')
  await page.keyboard.press('Enter')
  await expect(lots.getByText('That differs from 180 purchased.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(lots.getByText('18 packs of 10')).toBeVisible()

  await lots.getByRole('button', { name: /^Delete the lot .*PO-77/ }).press('Enter')
  await expect(lots.getByText('No purchase is recorded.', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(lots.getByText('18 packs of 10')).toBeVisible()
  await page.close()
})

test('a subscription is deleted and brought back; the list is sorted by cost and by day at its heads', async () => {
  const page = await openList()
  const first = page.locator('.entry-name').first()
  const head = (name: string) => page.getByRole('columnheader', { name })
  await page.getByRole('button', { name: 'Group by' }).press('Enter')
  await expect(focused(page)).toHaveAccessibleName('nothing')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Group by' })).toBeFocused()
  await head('Cost a year').getByRole('button').press('Enter')
  await expect(head('Cost a year')).toHaveAttribute('aria-sort', 'descending')
  await expect(first).toContainText(business.product)
  await head('Next day').getByRole('button').press('Enter')
  await expect(first).toContainText('Zoom')
  await page.getByRole('link', { name: 'Slack', exact: true }).press('Enter')
  await page.getByRole('button', { name: 'Delete this subscription' }).press('Enter')
  await expect(page.getByText('Slack was deleted')).toBeVisible()
  await page.getByRole('button', { name: 'Bring it back' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Slack')
  await page.close()
})

test('ten thousand subscriptions: the first page is painted, the others as one scrolls, each found by typing', async () => {
  const state = {
    name: 'ten-thousand',
    screen: 'app#inventory',
    shows: /10,000/,
    fill: clients,
    more: tenThousand,
  } as const
  const page = await openScreen(profile, state)
  await expect(page.getByText('10,000 subscriptions').first()).toBeVisible()
  const rows = page.locator('.entry-name')
  expect(await rows.count()).toBeLessThanOrEqual(40)
  await page.getByRole('table').evaluate((list) => list.scrollTo(0, list.scrollHeight))
  await expect(page.getByText('Product 09999')).toBeVisible()
  expect(await rows.count(), 'what is out of sight is not there').toBeLessThanOrEqual(40)
  await page.getByRole('searchbox').fill('product 04242')
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText('Product 04242')
  await page.close()
})

test('a row with the focus keeps it while one scrolls far away and back, and the arrows go on from there', async () => {
  const page = await openScreen(profile, {
    ...{ name: '', screen: 'app#inventory', shows: '' },
    ...{ fill: clients, more: largeClient({ subscriptions: 400, seats: 0 }) },
  })
  await page.getByText('400 subscriptions').first().waitFor()
  const links = page.locator('.entry-name a')
  await links.nth(3).focus()
  const [own, next] = await Promise.all([links.nth(3).getAttribute('href'), links.nth(4).getAttribute('href')])
  const words = await links.nth(3).textContent()
  const list = page.getByRole('table')
  const last = page.locator('.list-row[aria-rowindex="407"]')
  for (const far of [1, 0, 0.5, 0]) {
    await list.evaluate((list, far) => list.scrollTo(0, far * list.scrollHeight), far)
    if (far === 1) await expect(last).toBeVisible()
    await expect(focused(page)).toHaveAttribute('href', own ?? '')
    await expect(focused(page)).toHaveText(words ?? '')
  }
  await list.evaluate((list) => list.scrollTo(0, list.scrollHeight))
  await expect(last).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(focused(page)).toHaveAttribute('href', next ?? '')
  await expect(focused(page)).toBeInViewport()
  await page.close()
})

test('narrowed by keyboard: filters, a group, a column, kept as a view, left, and taken again', async () => {
  const page = await openList()
  const names = page.locator('.entry-name')
  await page.getByRole('button', { name: 'Filter' }).press('ArrowDown')
  await expect(focused(page)).toHaveAccessibleName('late')
  await page.keyboard.press('g')
  await expect(focused(page)).toHaveAccessibleName('given to nobody')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(page.getByText('5 of 10 subscriptions')).toBeVisible()
  await page.getByRole('button', { name: 'Columns' }).press('Enter')
  await expect(focused(page)).toHaveAccessibleName('Product')
  await page.keyboard.press('v')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('columnheader', { name: 'Vendor' })).toBeVisible()
  await page.getByRole('button', { name: 'View' }).press('Enter')
  await expect(focused(page)).toHaveAccessibleName('The usual view')
  await page.keyboard.press('s')
  await page.keyboard.press('Enter')
  await expect(focused(page)).toHaveAccessibleName('Name')
  await page.keyboard.type('Seats to give back')
  await page.keyboard.press('Enter')
  await told(page, 'The view “Seats to give back” is saved')

  await page.getByRole('button', { name: 'View' }).press('Enter')
  await expect(focused(page)).toHaveAccessibleName('Seats to give back')
  await page.keyboard.press('t')
  await page.keyboard.press('Enter')
  await expect(page.getByText('10 subscriptions').first()).toBeVisible()
  await names.first().getByRole('link').press('Enter')
  await page.getByRole('link', { name: 'Inventory', exact: true }).first().press('Enter')
  await page.getByRole('button', { name: 'View' }).press('Enter')
  await expect(focused(page)).toHaveAccessibleName('Seats to give back')
  await page.keyboard.press('Enter')
  await expect(page.getByText('5 of 10 subscriptions')).toBeVisible()
  await page.getByRole('button', { name: /given to nobody/ }).press('Enter')
  await expect(page.getByText('10 subscriptions').first()).toBeVisible()

  await names.first().getByRole('link').focus()
  const second = await names.nth(1).getByRole('link').textContent()
  await page.keyboard.press('ArrowDown')
  await expect(focused(page)).toHaveText(second ?? '')
  await page.close()
})
