import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page, test } from '@playwright/test'
import type { Draft, StoredRecord } from '../../extension/db/schema.ts'
import { fileOf, readFile } from '../../extension/teach/file.ts'
import { violationsOf } from '../support/axe.ts'
import { allowHosts, openPanel, openPopup, openProfile, type Profile, rowsOf, screenUrl } from '../support/extension.ts'
import { enter, openPractice, type Practice, practiceHosts, visit } from '../support/practice.ts'
import { connect, createFirstClient } from '../support/screens.ts'
import { openSyncServer } from '../support/sync-server.ts'

let practice: Practice
const open: Profile[] = []
const newProfile = async () => {
  const profile = await openProfile({ locale: 'en-US' })
  open.push(profile)
  await allowHosts(profile, practiceHosts)
  return profile
}
// Each test has profiles and servers of its own, so the workers share the file.
test.describe.configure({ mode: 'parallel' })
test.setTimeout(180_000)
test.beforeEach(async () => {
  practice = await openPractice()
})
test.afterEach(async () => {
  for (const profile of open.splice(0)) await profile.close().catch(() => undefined)
  await practice.close()
})

const shelf = (profile: Profile, path = '/shelf') => visit(profile, practice, 'toolshed', 'brightwater', path)
const drafts = async (profile: Profile) =>
  (await rowsOf<Draft>(profile, 'drafts'))
    .filter(({ sighting }) => sighting.capture.connector.id.startsWith('taught-'))
    .map(({ sighting: { fields } }) => [fields.product, fields.seatsPurchased])
    .sort()
const taught = [
  ['Document Vault', 40],
  ['Fleet Planner Pro', 15],
  ['Route Optimizer', 5],
]

async function begin(profile: Profile, path?: string): Promise<{ page: Page; panel: Page }> {
  const page = await shelf(profile, path)
  const popup = await openPopup(profile, page)
  await createFirstClient(popup, 'Brightwater Dental Group')
  await popup.close()
  const panel = await openPanel(profile, page)
  await panel.setViewportSize({ width: 380, height: 800 })
  await panel.getByRole('tab', { name: 'Teach' }).click()
  return { page, panel }
}

/** Clicks where a value stands, as a hand does: whatever lies over it gets the click. */
async function pointTo(page: Page, panel: Page, at: string | Locator): Promise<void> {
  await panel.getByRole('button', { name: /^Point at (a|another) value/ }).click()
  await pointNow(page, panel, at)
}

async function pointNow(page: Page, panel: Page, at: string | Locator): Promise<void> {
  await expect(panel.getByText('Nothing is clicked there')).toBeVisible()
  await page.bringToFront()
  const locator = typeof at === 'string' ? page.locator(at).first() : at
  await locator.scrollIntoViewIfNeeded()
  const box = await locator.boundingBox()
  if (!box) throw new Error(`${at} is not on the page`)
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  await panel.bringToFront()
}

const addAs = async (panel: Page, field: string) => {
  await panel.getByLabel('Which field is it?').selectOption({ label: field })
  await panel.getByRole('button', { name: 'Add this field' }).click()
}

const looksRight = async (panel: Page, name: string) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await panel.emulateMedia({ colorScheme })
    await panel.screenshot({ path: `test/e2e/screens/panel-${name}-${colorScheme}.png`, animations: 'disabled' })
    expect(await violationsOf(panel)).toEqual([])
  }
}

test('a value is pointed at, read in all rows, saved, and read on the next visit; a colleague gets it', async () => {
  const server = await openSyncServer()
  const here = await newProfile()
  const { page, panel } = await begin(here)
  await looksRight(panel, 'teach-empty')
  // What the page itself would notice of a click on its own things.
  await page.evaluate(() => {
    const noticed: string[] = []
    Object.assign(globalThis, { noticed })
    for (const name of ['click', 'mousedown', 'pointerdown', 'keydown'])
      document.body.addEventListener(name, () => noticed.push(name), true)
  })
  await pointTo(page, panel, 'article:nth-of-type(1) b')
  await expect(panel.getByText('You pointed at “15”')).toBeVisible()
  await expect(panel.getByText('The page calls it “On the shelf”.')).toBeVisible()
  await addAs(panel, 'Seats purchased')
  await pointTo(page, panel, 'article:nth-of-type(2) h3')
  await addAs(panel, 'Product')
  await expect(panel.getByText('3 of 3 rows read')).toBeVisible()
  await expect(panel.getByRole('cell', { name: 'Document Vault' })).toBeVisible()
  await looksRight(panel, 'teaching')
  expect(await page.evaluate('globalThis.noticed')).toEqual([])
  await panel.getByLabel('Name of the page').fill('Tool shelf')
  await panel.getByRole('button', { name: 'Save for the workspace' }).click()
  await expect(panel.getByText('Tool shelf is taught')).toBeVisible()
  await looksRight(panel, 'taught')

  expect(await drafts(here)).toEqual([])
  await page.reload()
  await expect.poll(() => drafts(here)).toEqual(taught)

  const keys = (await rowsOf<Draft>(here, 'drafts')).map(({ sighting }) => sighting.key)
  expect(keys.sort()).toEqual(taught.map(([product]) => product))

  await connect(here, page, server, 'Laptop of Robin')
  const there = await newProfile()
  await connect(there, await there.context.newPage(), server, 'Desk of Alex')
  const connectorsOf = async () =>
    (await rowsOf<StoredRecord>(there, 'records')).filter(({ type }) => type === 'connector').length
  await expect.poll(connectorsOf).toBe(1)
  await shelf(there)
  await expect.poll(() => drafts(there)).toEqual(taught)
  await server.kill()
})

test('by keyboard alone; paused it reads no more; deleted it can be taken back', async () => {
  const here = await newProfile()
  const { page, panel } = await begin(here)
  await panel.getByRole('button', { name: 'Point at a value' }).focus()
  await panel.keyboard.press('Enter')
  await expect(panel.getByRole('button', { name: 'Leave' })).toBeFocused()
  const outlined = panel.locator('.outlined')
  for (let step = 0; step < 30 && (await outlined.textContent()) !== 'Fleet Planner Pro'; step++) {
    const before = await outlined.textContent()
    await panel.keyboard.press('ArrowDown')
    await expect(outlined).not.toHaveText(before === '' ? '-' : (before ?? ''))
    await expect(outlined).not.toBeEmpty()
  }
  await panel.keyboard.press('Enter')
  await expect(panel.getByLabel('Which field is it?')).toBeFocused()
  await panel.keyboard.type('Product')
  await panel.keyboard.press('Enter')
  if (await panel.getByRole('button', { name: 'Add this field' }).isVisible()) {
    await panel.getByRole('button', { name: 'Add this field' }).focus()
    await panel.keyboard.press('Enter')
  }
  await expect(panel.getByText('3 of 3 rows read')).toBeVisible()
  await panel.getByRole('button', { name: 'Save for the workspace' }).focus()
  await panel.keyboard.press('Enter')
  await expect(panel.getByText(/is taught/)).toBeVisible()
  await page.reload()
  await expect.poll(async () => (await drafts(here)).length).toBe(3)

  const name = 'toolshed.example'
  await panel.getByRole('button', { name: `Pause ${name}` }).click()
  await expect(panel.getByText('paused')).toBeVisible()
  await panel.getByRole('button', { name: `Delete ${name}` }).click()
  await expect(panel.getByText('Nothing was taught yet.')).toBeVisible()
  await panel.getByRole('button', { name: 'Undo' }).click()
  await expect(panel.getByRole('button', { name: `Resume ${name}` })).toBeVisible()
})

const file = (over: object = {}) => ({
  name: 'shelf.stocktake.json',
  mimeType: 'application/json',
  buffer: Buffer.from(
    fileOf({
      name: 'Tool shelf',
      vendor: 'toolshed.example',
      definition: {
        version: 1,
        matches: ['https://portal.toolshed.example/shelf*'],
        records: [
          {
            type: 'subscription',
            list: { selector: 'article.tile' },
            key: ['product'],
            fields: {
              product: { from: 'cell', at: { selector: 'h3' }, read: { name: 'shown', as: 'subscription.product' } },
              seatsPurchased: {
                from: 'cell',
                at: { label: ['On the shelf'] },
                read: { name: 'shown', as: 'subscription.seatsPurchased' },
              },
            },
          },
        ],
        ...over,
      },
    }),
  ),
})
const importFile = (panel: Page, what: ReturnType<typeof file>) => panel.getByLabel('Import a file').setInputFiles(what)

test('a file of it comes in and goes out, is proposed and renamed; a hostile one is refused', async () => {
  const here = await newProfile()
  const { panel } = await begin(here)
  await importFile(panel, file({ matches: ['https://admin.microsoft.com/*'] }))
  await expect(panel.getByText('This file is no taught connector. Nothing was changed.')).toBeVisible()
  await importFile(panel, { ...file(), buffer: Buffer.from('<script>alert(1)</script>') })
  await expect(panel.getByText('This file is no taught connector. Nothing was changed.')).toBeVisible()
  await expect(panel.getByText('Nothing was taught yet.')).toBeVisible()

  await importFile(panel, file())
  await expect(panel.getByText('Tool shelf is imported.')).toBeVisible()
  await importFile(panel, file())
  await expect(panel.getByText('Tool shelf reads the same already. Nothing was changed.')).toBeVisible()

  await panel.getByRole('button', { name: 'Rename Tool shelf' }).click()
  await panel.getByRole('textbox', { name: 'Rename Tool shelf' }).fill('Shelf of tools')
  await panel.keyboard.press('Escape')
  await panel.getByRole('button', { name: 'Rename Tool shelf' }).click()
  await panel.getByRole('textbox', { name: 'Rename Tool shelf' }).fill('Shelf / of tools')
  await panel.keyboard.press('Enter')

  const downloading = panel.waitForEvent('download')
  await panel.getByRole('button', { name: 'Export Shelf / of tools' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('Shelf-of-tools.stocktake.json')
  const exported = readFileSync(await download.path(), 'utf8')
  expect(readFile(exported)).toEqual({ ...readFile(file().buffer.toString()), name: 'Shelf / of tools' })

  await here.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await panel.getByRole('button', { name: 'Propose Shelf / of tools as built-in' }).click()
  await expect(panel.getByText(/^Copied: the definition/)).toBeVisible()
  const proposed = await panel.evaluate('navigator.clipboard.readText()')
  expect(proposed).toContain('Shelf / of tools: a connector for toolshed.example')
  for (const value of ['Fleet Planner', 'Brightwater']) expect(proposed).not.toContain(value)
})

const frames = (page: Page) =>
  page.evaluate('[...document.documentElement.children].filter((each) => each.ariaHidden === "true").length')

test('a saved one is changed: seen, pointed at again, added to and taken from; a colleague has the next version', async () => {
  const server = await openSyncServer()
  const here = await newProfile()
  const { page, panel } = await begin(here)
  await importFile(panel, file())
  await expect(panel.getByText('this page', { exact: true })).toBeInViewport({ ratio: 1 })
  await looksRight(panel, 'teach-known-page')
  await panel.getByRole('button', { name: 'Change what Tool shelf reads' }).click()
  await expect(panel.getByText('3 of 3 rows read')).toBeVisible()
  const fields = panel.getByRole('list', { name: 'Taught fields' })
  await expect(fields.getByText('Fleet Planner Pro')).toBeVisible()

  await fields.getByText('Seats purchased').hover()
  await expect.poll(() => frames(page)).toBe(1)
  await page.screenshot({ path: 'test/e2e/screens/page-marked.png' })
  await panel.getByLabel('Name of the page').hover()
  await expect.poll(() => frames(page)).toBe(0)
  await expect(panel.getByRole('button', { name: 'Save as version 2' })).toBeDisabled()

  await fields.getByRole('button', { name: 'Point at Product again' }).click()
  await pointNow(page, panel, 'article:nth-of-type(3) h3')
  await expect(panel.getByLabel('Which field is it?')).toHaveValue('product')
  await panel.getByRole('button', { name: 'Add this field' }).click()
  await pointTo(page, panel, 'article:nth-of-type(2) p:nth-of-type(2) b')
  await addAs(panel, 'Renews')
  await fields.getByRole('button', { name: 'Remove Seats purchased' }).click()
  await panel.getByLabel('Name of the page').fill('Tools')
  await expect(panel.getByText('Your changes are not saved yet.')).toBeVisible()
  await looksRight(panel, 'teach-changing')

  // Neither another part of the panel nor a slip loses what is not saved.
  await panel.getByRole('tab', { name: 'This page' }).click()
  await panel.getByRole('tab', { name: 'Teach' }).click()
  await panel.getByRole('button', { name: 'Leave without saving' }).click()
  await expect(panel.getByText('What you taught of Tools was not saved.')).toBeVisible()
  await panel.getByRole('button', { name: 'Undo' }).click()
  await connect(here, page, server, 'Laptop of Robin')
  const there = await newProfile()
  await connect(there, await there.context.newPage(), server, 'Desk of Alex')
  const connectorsThere = async () =>
    (await rowsOf<StoredRecord>(there, 'records')).flatMap((record) =>
      record.type === 'connector' ? [[record.id, record.edits.name?.value, record.edits.definition?.value]] : [],
    )
  await expect.poll(async () => (await connectorsThere()).length).toBe(1)
  // An open screen hears of it at once; without one the alarm would bring it within a minute.
  await (await there.context.newPage()).goto(screenUrl(there, 'app.html'))

  await panel.bringToFront()
  await panel.getByRole('button', { name: 'Save as version 2' }).click()
  await expect(panel.getByText('Tools is changed')).toBeVisible()
  await page.reload()
  const read = async () =>
    (await rowsOf<Draft>(here, 'drafts')).map(({ sighting: { capture, fields } }) => [
      capture.connector.version,
      Object.keys(fields).sort().join(),
    ])
  await expect.poll(read).toEqual(Array(3).fill([2, 'product,renewsOn']))
  const [[id] = []] = await connectorsThere()
  await expect
    .poll(connectorsThere, { timeout: 90_000 })
    .toEqual([[id, 'Tools', expect.stringContaining('"version":2')]])
  await server.kill()
})

test('within a component and within a frame; what is closed is said to be', async () => {
  const here = await newProfile()
  const { page, panel } = await begin(here, '/cabinet')
  await pointTo(page, panel, 'tool-list article:nth-of-type(1) b')
  await expect(panel.getByText('You pointed at “15”')).toBeVisible()
  await addAs(panel, 'Seats purchased')
  await pointTo(page, panel, 'tool-list article:nth-of-type(2) h3')
  await addAs(panel, 'Product')
  await expect(panel.getByText('3 of 3 rows read')).toBeVisible()

  const fields = panel.getByRole('list', { name: 'Taught fields' })
  await fields.getByText('Seats purchased').hover()
  await expect.poll(() => frames(page)).toBe(1)
  await page.bringToFront()
  await page.screenshot({ path: 'test/e2e/screens/page-marked-component.png' })
  await panel.bringToFront()
  await pointTo(page, panel, page.getByTitle('Partner'))
  await expect(panel.getByText('This part of the page is a page of another site')).toBeVisible()
  await looksRight(panel, 'teach-closed')
  await pointTo(page, panel, 'tool-lock')
  await expect(panel.getByText('This part of the page is closed by its makers')).toBeVisible()
  await panel.getByRole('button', { name: 'Save for the workspace' }).click()
  await expect(panel.getByText('toolshed.example is taught')).toBeVisible()
  await page.reload()
  await expect.poll(() => drafts(here)).toEqual(taught)
  await panel.getByRole('button', { name: 'Delete toolshed.example' }).click()

  const leased = page.frameLocator('[title=Leased]')
  await pointTo(page, panel, leased.getByRole('cell', { name: '17', exact: true }))
  await expect(panel.getByText('The page calls it “How many”.')).toBeVisible()
  await addAs(panel, 'Seats purchased')
  await pointTo(page, panel, leased.getByRole('cell', { name: 'Route Optimizer' }))
  await addAs(panel, 'Product')
  await expect(panel.getByText('3 of 3 rows read')).toBeVisible()
  await fields.getByText('Seats purchased').hover()
  await expect.poll(() => frames(page)).toBe(1)
  await page.bringToFront()
  await page.screenshot({ path: 'test/e2e/screens/page-marked-frame.png' })
  await panel.bringToFront()
  await panel.getByRole('button', { name: 'Save for the workspace' }).click()
  await expect(panel.getByText('toolshed.example is taught')).toBeVisible()
  await page.reload()
  await expect
    .poll(() => drafts(here))
    .toEqual([
      ['Document Vault', 17],
      ['Fleet Planner Pro', 11],
      ['Route Optimizer', 5],
    ])
})

test('whose account it is, pointed at once, keeps the page of another client apart', async () => {
  const here = await newProfile()
  const { page, panel } = await begin(here, '/cabinet')
  await pointTo(page, panel, 'tool-list article:nth-of-type(2) h3')
  await addAs(panel, 'Product')
  await expect(panel.getByText('Without it you are asked each time.')).toBeVisible()
  await looksRight(panel, 'teach-no-account')
  await panel.getByRole('button', { name: 'Point at the account' }).click()
  await pointNow(page, panel, 'main > p b')
  await expect(panel.getByText('You pointed at “Brightwater Dental Group”')).toBeVisible()
  await looksRight(panel, 'teach-account-pointed')
  await panel.getByRole('button', { name: 'It names the account' }).click()
  const whose = panel.getByRole('group', { name: 'Which account is this?' })
  await expect(whose.getByText('Brightwater Dental Group')).toBeVisible()
  await whose.scrollIntoViewIfNeeded()
  await looksRight(panel, 'teach-account')
  await panel.getByRole('button', { name: 'Save for the workspace' }).click()
  await expect(panel.getByText('toolshed.example is taught')).toBeVisible()
  await page.reload()
  const accounts = async () =>
    (await rowsOf<Draft>(here, 'drafts')).map(({ sighting: { vendorAccount } }) => vendorAccount?.id)
  await expect.poll(accounts).toEqual(Array(3).fill('Brightwater Dental Group'))

  // Nobody is asked whose it is; and once it is Brightwater’s, it is not accepted for anybody else.
  const popup = await openPopup(here, page)
  await popup.getByRole('button', { name: 'Accept Document Vault' }).click()
  await expect.poll(async () => (await accounts()).length).toBe(2)
  await popup.getByRole('button', { name: /switch client/i }).click()
  await popup.getByLabel('Find or create a client').fill('Northgate Freight')
  await popup.getByText('Create “Northgate Freight”').click()
  await expect(popup.getByText('Brightwater Dental Group belongs to Brightwater Dental Group')).toBeVisible()
  await expect(popup.getByRole('button', { name: /^Accept / })).toHaveCount(0)
  await enter(page, practice.port, 'toolshed', 'northgate', '/cabinet')
  const other = await openPopup(here, page)
  await expect(other.getByText('First time here: Northgate Freight')).toBeVisible()
})

test('changed by keyboard alone', async () => {
  const here = await newProfile()
  const { panel } = await begin(here)
  await importFile(panel, file())
  await panel.getByRole('button', { name: 'Change what Tool shelf reads' }).focus()
  await panel.keyboard.press('Enter')
  await expect(panel.getByRole('heading', { name: 'Change Tool shelf' })).toBeFocused()
  await panel.keyboard.press('Tab')
  await expect(panel.getByRole('button', { name: 'Point at Product again' })).toBeFocused()
  for (let at = 0; at < 3; at++) await panel.keyboard.press('Tab')
  await expect(panel.getByRole('button', { name: 'Remove Seats purchased' })).toBeFocused()
  await panel.keyboard.press('Enter')
  await expect(panel.getByText('Your changes are not saved yet.')).toBeVisible()
  // At once, while the page is still being asked what is read of it now.
  await panel.getByLabel('Name of the page').focus()
  await panel.keyboard.press('Enter')
  await expect(panel.getByText('Tool shelf is changed')).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Change what Tool shelf reads' })).toBeFocused()
})
