import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { openFile } from '../../extension/import/source.ts'
import { ClientArchive } from '../../shared/client-archive.ts'
import { openProfile, type Profile } from '../support/extension.ts'
import { canaries, names, twoClients } from '../support/two-clients.ts'
import { openScreen } from './screen-page.ts'

/** A whole client taken along by keyboard alone; what is in the files, and that nothing of another client is. */
let profile: Profile
test.beforeAll(async () => {
  profile = await openProfile({ locale: 'en-GB' })
})
test.afterAll(() => profile.close())

async function download(page: Page, button: string) {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).press('Enter')
  const file = await coming
  return { name: file.suggestedFilename(), bytes: new Uint8Array(readFileSync(await file.path())) }
}

test('export: the workbook and the archive hold this client, and nothing of the other', async () => {
  const page = await openScreen(profile, { name: '', screen: 'app#export', fill: twoClients, shows: '' })
  await expect(page.getByText('Subscriptions')).toBeVisible()
  const workbook = await download(page, 'Download workbook')
  expect(workbook.name).toBe('Contoso Manufacturing 2027-02-06.xlsx')
  await expect(page.getByRole('status').getByText(/^Saved “Contoso Manufacturing/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Download workbook' }), 'the focus stays').toBeFocused()
  const opened = await openFile(workbook.name, workbook.bytes)
  const sheets = opened.ok ? opened.value.sheets : []
  expect(sheets.map(({ name }) => name).slice(0, 4)).toEqual(['About', 'Inventory', 'Renewals', 'Findings'])

  const archive = await download(page, 'Download archive')
  expect(archive.name).toBe('Contoso Manufacturing 2027-02-06.json')
  const text = new TextDecoder().decode(archive.bytes)
  const read = ClientArchive.parse(JSON.parse(text))
  expect([read.client.name, read.people, read.conflicts.length]).toEqual(['Contoso Manufacturing', 'full', 2])
  expect(read.records.filter(({ type }) => type === 'assignment')).toHaveLength(14)
  for (const all of [JSON.stringify(sheets), text]) {
    expect(all).toMatch(names)
    expect(all).not.toMatch(canaries)
  }
  await page.close()
})

test('a list as it is shown is downloaded, and where names are made up, made-up names are in it', async () => {
  const fill = (db: Parameters<typeof twoClients>[0]) => twoClients(db, 'pseudonymous')
  const page = await openScreen(profile, { name: '', screen: 'app#people', fill, shows: '' })
  await page.getByRole('button', { name: /^Not used for 90 days/ }).press('Enter')
  await page.getByRole('button', { name: 'Download' }).press('ArrowDown')
  const coming = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'CSV file' }).press('Enter')
  const file = await coming
  expect(file.suggestedFilename()).toBe('Contoso Manufacturing People 2027-02-06.csv')
  const text = readFileSync(await file.path(), 'utf8')
  expect(text.trim().split('\r\n').length).toBeGreaterThan(1)
  expect(text).not.toMatch(names)
  expect(text).toMatch(/"#[2-9A-Z]{5}"/)
  await page.close()
})

test('an inventory that is imported where it came from changes nothing', async () => {
  const page = await openScreen(profile, { name: '', screen: 'app#inventory', fill: twoClients, shows: '' })
  await page.getByRole('button', { name: 'Download' }).press('ArrowDown')
  const coming = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Excel workbook' }).press('Enter')
  const path = await (await coming).path()
  await page.getByRole('link', { name: 'Import', exact: true }).click()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'Inventory.xlsx', mimeType: '', buffer: readFileSync(path) })
  await expect(page.getByText('A list that Stocktake wrote')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Unchanged 10/ })).toBeVisible()
  await expect(page.getByText('Nothing new for Contoso Manufacturing in this file')).toBeVisible()
  await page.close()
})
