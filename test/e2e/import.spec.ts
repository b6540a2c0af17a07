import { expect, type Page, test } from '@playwright/test'
import type { StoredObservation, StoredRecord } from '../../extension/db/schema.ts'
import { encode } from '../support/encode.ts'
import { openProfile, type Profile, rowsOf } from '../support/extension.ts'
import { workbook } from '../support/workbook.ts'
import { choose, people, strange, textFile } from './import-files.ts'
import { openScreen } from './screen-page.ts'
import { clients } from './seed.ts'

/** Importing as a person does it, in the extension as it ships. */
let profile: Profile
test.beforeAll(async () => {
  profile = await openProfile({ locale: 'en-GB' })
})
test.afterAll(() => profile.close())

const start = () => openScreen(profile, { name: 'import', screen: 'app#import', fill: clients, shows: 'Choose a file' })
const focused = (page: Page) => page.locator(':focus')
const importButton = (page: Page) =>
  page.getByRole('button', { name: /^Import [\d,]+ rows? into Contoso Manufacturing$/ })
const chip = (page: Page, name: string) => page.getByRole('group', { name: 'Dry run' }).getByRole('button', { name })

/** Tab until what is focused has this name, as somebody does who uses no pointer. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    await page.keyboard.press('Tab')
    const found = focused(page).and(page.getByRole('button', { name }).or(page.getByLabel(name)))
    if ((await found.count()) > 0) return
  }
  throw new Error(`nothing named ${name} can be reached by keyboard`)
}

async function chooseByKeyboard(page: Page): Promise<void> {
  await tabTo(page, /^Choose a file$/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: people.name }).waitFor()
}

test('by keyboard alone: choose, say what only a person knows, import; the same file again is nothing new', async () => {
  const page = await start()
  // The dialog of the system is no page: it is answered beforehand.
  page.on('filechooser', (chooser) => void chooser.setFiles(people))
  await chooseByKeyboard(page)
  await expect(chip(page, 'Question')).toHaveText(/2$/)
  await expect(importButton(page)).toBeDisabled()
  await tabTo(page, /This file is from/)
  await page.keyboard.type('Slack')
  await expect(page.getByText('Recorded under slack.com')).toBeVisible()
  // Long enough that what was typed was taken: the field keeps the focus.
  await expect(importButton(page)).toBeEnabled()
  await expect(page.getByLabel('This file is from')).toBeFocused()
  await tabTo(page, /Day first/)
  await page.keyboard.press('Space')
  await expect(chip(page, 'Not a record')).toHaveText(/1$/)
  await expect(importButton(page)).toHaveText('Import 3 rows into Contoso Manufacturing')
  expect((await rowsOf<StoredObservation>(profile, 'observations')).length, 'nothing is written before').toBe(0)
  await tabTo(page, /^Import 3 rows/)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Imported 3 rows into Contoso Manufacturing')).toBeVisible()
  await expect(page.getByText('Nothing new for Contoso Manufacturing in this file')).toBeVisible()
  const seats = (await rowsOf<StoredRecord>(profile, 'records')).filter(({ type }) => type === 'assignment')
  expect(
    seats.map(({ cells }) => [cells.email?.value, cells.product?.value, cells.lastActiveOn?.value]).sort(),
  ).toEqual([
    ['amara.okafor@example.com', 'Slack', '2027-04-03'],
    ['jonas.lindqvist@example.com', 'Slack', '2026-08-05'],
    ['mei.tanaka@example.com', 'Slack', undefined],
  ])

  await tabTo(page, /^Undo: delete the 3 that were added$/)
  await page.keyboard.press('Enter')
  await expect(page.getByText('The 3 that were added are deleted')).toBeVisible()
  await expect(chip(page, 'New')).toHaveText(/3$/)
  await tabTo(page, /^Import 3 rows/)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Imported 3 rows into Contoso Manufacturing')).toBeVisible()

  await tabTo(page, /^Another file$/)
  await page.keyboard.press('Enter')
  await chooseByKeyboard(page)
  await expect(page.getByText('Read as you said the last time')).toBeVisible()
  await expect(page.getByLabel('This file is from')).toHaveValue('Slack')
  await expect(page.getByText('Nothing new for Contoso Manufacturing in this file')).toBeVisible()
  expect(await rowsOf<StoredObservation>(profile, 'observations')).toHaveLength(3)
  await page.close()
})

test('a file that nobody recognizes: the person says what each column is', async () => {
  const page = await start()
  await choose(page, strange)
  await page.getByLabel('Each row is').selectOption({ label: 'a subscription' })
  await page.getByLabel('“Tool” becomes').selectOption({ label: 'Product' })
  await page.getByLabel('“Purse” becomes').selectOption({ label: 'Seats purchased' })
  await page.getByLabel('“Until when” becomes').selectOption({ label: 'Term ends' })
  await expect(page.getByText('Seats purchased: “x” cannot be read')).toBeVisible()
  await importButton(page).click()
  await expect(page.getByText('Imported 2 rows into Contoso Manufacturing')).toBeVisible()
  await page.close()
})

test('a workbook of several sheets, and a text in another encoding', async () => {
  const page = await start()
  const book = workbook({
    Overview: [
      ['Report', 'of February'],
      ['Prepared', 'by nobody'],
    ],
    Domains: [
      ['Domain', 'Registrar', 'Expiration Date', 'Auto renew'],
      ['fabrikam.example', 'Gandi', { serial: 46388 }, 'Yes'],
    ],
  })
  await choose(page, { name: 'book.xlsx', mimeType: '', buffer: Buffer.from(book) })
  await expect(page.getByRole('cell', { name: /expires 1 Jan 2027/ })).toBeVisible()
  await page.locator('summary').click()
  await expect(page.getByLabel('Sheet')).toHaveValue('1')
  await page.getByRole('button', { name: 'Another file' }).click()

  const text = 'Produkt\tLizenzen gesamt\tZugewiesene Lizenzen\tAblaufdatum\nMüller Büro\t1.200\t7\t31.12.2027\n'
  await choose(page, textFile('lizenzen.tsv', Buffer.from(encode(text, 'utf-16le', false))))
  await expect(page.getByText('UTF-16 LE · Tab · names in row 1 · German')).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Müller Büro' })).toBeVisible()
  await expect(page.getByRole('cell', { name: /1,200 seats · ends 31 Dec 2027/ })).toBeVisible()
  await page.close()
})

test('a pasted table; what it holds stays text', async () => {
  const page = await start()
  const html =
    '<table><tr><th>Product</th><th>Seats purchased</th><th>Renewal date</th></tr>' +
    '<tr><td>&lt;img src=x onerror="globalThis.ran=1"&gt;Alpha</td><td>12</td><td>2027-03-01</td></tr>' +
    '<tr><td>=HYPERLINK("https://evil.example")</td><td>3<img src=x onerror="globalThis.ran=1"></td><td>2027-04-01</td></tr></table>'
  await page.getByLabel('Or paste a table').evaluate((field, copied) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', copied)
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  }, html)
  await expect(page.getByRole('cell', { name: '=HYPERLINK("https://evil.example")', exact: true })).toBeVisible()
  expect(await page.locator('main img').count()).toBe(0)
  expect(await page.evaluate('globalThis.ran')).toBeUndefined()
  await page.close()
})

test('another client becomes active meanwhile: nothing of the file goes there', async () => {
  const page = await start()
  await choose(page, people)
  await page.getByLabel('This file is from').fill('Slack')
  await expect(page.getByText('Recorded under slack.com')).toBeVisible()
  await page.getByRole('button', { name: /Switch client/ }).click()
  await page.keyboard.type('north')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /into Northwind Traders$/ })).toBeVisible()
  expect(await rowsOf<StoredObservation>(profile, 'observations')).toHaveLength(0)
  await page.close()
})
