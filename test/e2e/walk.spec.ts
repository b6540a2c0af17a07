import { expect, type Page, test } from '@playwright/test'
import type { OutboxOp, StoredRecord } from '../../extension/db/schema.ts'
import { allowHosts, openPopup, openProfile, type Profile, rowsOf, stopWorker } from '../support/extension.ts'
import { enter, openPractice, type Practice, practiceHosts, visit } from '../support/practice.ts'
import { connect, createFirstClient } from '../support/screens.ts'
import { openSyncServer, type SyncServer } from '../support/sync-server.ts'

let practice: Practice
let server: SyncServer
const open: Profile[] = []
const newProfile = async (folder?: string) => {
  const profile = await openProfile(folder === undefined ? {} : { folder })
  open.push(profile)
  return profile
}
test.setTimeout(180_000)
test.beforeEach(async () => {
  practice = await openPractice()
  server = await openSyncServer()
})
test.afterEach(async () => {
  for (const profile of open.splice(0)) await profile.close().catch(() => undefined)
  await server.kill()
  await practice.close()
})

const records = async (profile: Profile, type: string) =>
  (await rowsOf<StoredRecord>(profile, 'records')).filter((record) => record.type === type)
/** Ids of what was captured and accepted, of any kind. */
const accepted = async (profile: Profile) =>
  (await rowsOf<StoredRecord>(profile, 'records'))
    .filter(({ type }) => type !== 'client' && type !== 'binding')
    .map(({ id }) => id)
    .sort()
const waiting = async (profile: Profile) =>
  (await rowsOf<OutboxOp>(profile, 'outbox')).filter(({ state }) => state === 'queued').length
const subscriptions = (profile: Profile) => expect.poll(async () => (await records(profile, 'subscription')).length)

/** From a page of licenses to a popup that shows its drafts under a client. */
async function capture(profile: Profile): Promise<{ page: Page; popup: Page }> {
  await allowHosts(profile, practiceHosts)
  const page = await visit(profile, practice, 'microsoft', 'brightwater')
  const popup = await openPopup(profile, page)
  await createFirstClient(popup, 'Brightwater Dental Group')
  await expect(accepts(popup).first()).toBeVisible()
  return { page, popup }
}
/** What the alarm does once a minute. */
const syncFrom = (screen: Page) => screen.evaluate("chrome.runtime.sendMessage({ name: 'syncNow', body: {} })")
const accepts = (screen: Page) => screen.getByRole('button', { name: /^Accept / })
const row = (screen: Page, product: string) => screen.getByRole('listitem').filter({ hasText: product })

test('from an admin console to the popup of a colleague, who then is offline', async () => {
  const here = await newProfile()
  const there = await newProfile()
  const { page, popup } = await capture(here)
  await popup.getByRole('button', { name: 'Accept Microsoft 365 Business Premium' }).click()
  await subscriptions(here).toBe(1)
  await connect(here, page, server, 'Laptop of Robin')
  await expect.poll(() => waiting(here)).toBe(0)

  const second = await connect(there, await there.context.newPage(), server, 'Desk of Robin')
  await subscriptions(there).toBe(1)
  const [mine, theirs] = [await records(here, 'subscription'), await records(there, 'subscription')]
  expect(theirs.map(({ id, cells, edits }) => ({ id, cells, edits }))).toEqual(
    mine.map(({ id, cells, edits }) => ({ id, cells, edits })),
  )

  await server.kill()
  await second.reload()
  await second.getByRole('button', { name: /choose a client|switch client/i }).click()
  await second.getByRole('option', { name: /Brightwater/ }).click()
  await expect(row(second, 'Microsoft 365 Business Premium')).toContainText('22')
  await syncFrom(second)
  await expect(second.getByText('Offline.')).toBeVisible()
  await expect(row(second, 'Microsoft 365 Business Premium')).toContainText('25')
})

test('the server is killed during a push and started again: everything arrives, once', async () => {
  const here = await newProfile()
  const { page, popup } = await capture(here)
  await connect(here, page, server, 'Laptop of Robin')
  for (let round = 0; round < 4; round++) {
    await accepts(popup).first().click()
    // The click wakes the worker, which pushes: the server goes at a different moment of that each time.
    await new Promise((resolve) => setTimeout(resolve, round * 40))
    await server.kill()
    await expect.poll(async () => (await accepted(here)).length).toBe(round + 1)
    await server.start()
  }
  await syncFrom(popup)
  await expect.poll(() => waiting(here), { timeout: 30_000 }).toBe(0)
  const there = await newProfile()
  await connect(there, await there.context.newPage(), server, 'Desk of Robin')
  await expect.poll(() => accepted(there)).toEqual(await accepted(here))
})

test('the worker is stopped between accept and push, and the browser restarted with an unsent outbox', async () => {
  const first = await newProfile()
  const { page, popup } = await capture(first)
  await connect(first, page, server, 'Laptop of Robin')
  await expect.poll(() => waiting(first)).toBe(0)
  await server.kill()
  await Promise.all([accepts(popup).first().click(), stopWorker(first)])
  await subscriptions(first).toBe(1)
  expect(await waiting(first)).toBeGreaterThan(0)
  await first.close()

  await server.start()
  const again = await newProfile(first.folder)
  await subscriptions(again).toBe(1)
  const reopened = await openPopup(again, await again.context.newPage())
  await reopened.getByRole('button', { name: 'Sync now' }).click()
  await expect.poll(() => waiting(again), { timeout: 30_000 }).toBe(0)
  await expect(reopened.getByText(/Up to date with/)).toBeVisible()
})

test('a draft of another client is refused, says why, and offers the switch', async () => {
  const here = await newProfile()
  const { page, popup } = await capture(here)
  await accepts(popup).first().click()
  await subscriptions(here).toBe(1)
  // The consultant goes on for the other client, but this console is still the first one's.
  await popup.getByRole('button', { name: /switch client/i }).click()
  await popup.getByLabel('Find or create a client').fill('Northgate Freight')
  await popup.getByText('Create “Northgate Freight”').click()
  const note = popup.getByText('Brightwater Dental Group belongs to Brightwater Dental Group')
  await expect(note).toBeVisible()
  await expect(accepts(popup)).toHaveCount(0)
  expect(await records(here, 'subscription')).toHaveLength(1)
  await popup.getByRole('button', { name: 'Switch to Brightwater Dental Group' }).click()
  await expect(accepts(popup).first()).toBeVisible()

  // And the other tenant in the same tab is not the first client's.
  await enter(page, practice.port, 'microsoft', 'northgate')
  const other = await openPopup(here, page)
  await expect(other.getByText('First time here: Northgate Freight')).toBeVisible()
})
