import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import type { Draft, StoredRecord } from '../../extension/db/schema.ts'
import { allowHosts, openPanel, openPopup, openProfile, type Profile, rowsOf } from '../support/extension.ts'
import { openPractice, type Practice, practiceHosts, visit } from '../support/practice.ts'
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
test.setTimeout(180_000)
test.beforeEach(async () => {
  practice = await openPractice()
})
test.afterEach(async () => {
  for (const profile of open.splice(0)) await profile.close().catch(() => undefined)
  await practice.close()
})

const shelf = (profile: Profile) => visit(profile, practice, 'toolshed', 'brightwater', '/shelf')
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

async function begin(profile: Profile): Promise<{ page: Page; panel: Page }> {
  const page = await shelf(profile)
  const popup = await openPopup(profile, page)
  await createFirstClient(popup, 'Brightwater Dental Group')
  await popup.close()
  const panel = await openPanel(profile, page)
  await panel.setViewportSize({ width: 380, height: 800 })
  await panel.getByRole('tab', { name: 'Teach' }).click()
  return { page, panel }
}

/** Clicks where a value stands, as a hand does: whatever lies over it gets the click. */
async function pointTo(page: Page, panel: Page, selector: string): Promise<void> {
  await panel.getByRole('button', { name: /^Point at/ }).click()
  await expect(panel.getByText('Nothing is clicked there')).toBeVisible()
  await page.bringToFront()
  const box = await page.locator(selector).first().boundingBox()
  if (!box) throw new Error(`${selector} is not on the page`)
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
    const { violations } = await new AxeBuilder({ page: panel }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' '))}`)).toEqual([])
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
