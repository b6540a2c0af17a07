import { expect, test } from '@playwright/test'
import type { Draft, Session } from '../../extension/db/schema.ts'
import { allowHosts, openProfile, type Profile, rowsOf, stopWorker } from '../support/extension.ts'
import { openPractice, type Practice, practiceHosts, visit } from '../support/practice.ts'

let practice: Practice
let profile: Profile
test.beforeEach(async () => {
  practice = await openPractice()
  profile = await openProfile()
  await allowHosts(profile, practiceHosts)
})
test.afterEach(async () => {
  await profile.close()
  await practice.close()
})

const drafts = () => rowsOf<Draft>(profile, 'drafts')
const ofType = async (type: string) => (await drafts()).filter(({ sighting }) => sighting.type === type)
const sessions = () => rowsOf<Session>(profile, 'sessions')

/** What the licenses page of the smaller practice tenant shows, by product. */
const licenses = [
  ['Microsoft 365 Business Basic', 12, 5],
  ['Microsoft 365 Business Premium', 25, 22],
  ['Power BI Pro', 6, 6],
  ['Visio Plan 2', 4, 1],
]
const shown = async () =>
  (await ofType('subscription'))
    .map(({ sighting: { fields } }) => [fields.product, fields.seatsPurchased, fields.seatsAssigned])
    .sort()

test('a page of licenses becomes drafts with evidence, whose they are, and where they came from', async () => {
  await visit(profile, practice, 'microsoft', 'brightwater')
  await expect.poll(shown).toEqual(licenses)
  for (const { sighting, host } of await ofType('subscription')) {
    expect(host).toBe('admin.microsoft.com')
    expect(sighting.vendorAccount).toMatchObject({ vendor: 'microsoft.com', name: 'Brightwater Dental Group' })
    expect(sighting.capture.url).toBe('https://admin.microsoft.com/licenses')
    expect(sighting.evidence.seatsPurchased).toMatchObject({ source: 'json', confidence: 'high' })
    expect(Object.keys(sighting.evidence).sort()).toEqual(Object.keys(sighting.fields).sort())
  }
})

test('the same page seen again replaces its own drafts', async () => {
  const page = await visit(profile, practice, 'microsoft', 'brightwater')
  await expect.poll(shown).toEqual(licenses)
  const before = await drafts()
  await page.reload()
  await expect.poll(async () => (await sessions()).filter(({ found }) => found > 0).length).toBe(2)
  const after = await drafts()
  expect(after.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort())
  const seen = (all: Draft[]) => all.map(({ seenAt }) => seenAt).sort()[0] ?? ''
  expect(seen(after) > seen(before)).toBe(true)
})

test('going on within a single-page console ends one session and begins the next', async () => {
  const page = await visit(profile, practice, 'microsoft', 'brightwater')
  await expect.poll(shown).toEqual(licenses)
  await page.getByRole('link', { name: 'Active users' }).click()
  await expect.poll(async () => (await ofType('assignment')).length).toBe(12)
  await page.goBack()
  await expect.poll(async () => (await sessions()).filter(({ endedAt }) => endedAt !== null).length).toBe(2)
  const visits = (await sessions()).sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1))
  expect(visits.map(({ url }) => new URL(url).pathname)).toEqual(['/licenses', '/users', '/licenses'])
  // People were not on the licenses page, and are not of its session.
  const people = await ofType('assignment')
  expect(new Set(people.map(({ session }) => session))).toEqual(new Set([visits[1]?.id]))
})

test('a portal that no connector knows is read by the generic reader, as page and as JSON', async () => {
  const page = await visit(profile, practice, 'toolshed', 'brightwater')
  await expect.poll(async () => (await ofType('subscription')).length).toBe(3)
  const [one] = (await ofType('subscription')).filter(({ sighting }) => sighting.fields.product === 'Fleet Planner Pro')
  expect(one?.sighting.fields).toMatchObject({ seatsPurchased: 15, seatsAssigned: 11 })
  expect(one?.sighting.evidence.seatsPurchased).toMatchObject({ confidence: 'low' })
  await page.getByRole('link', { name: 'Contracts' }).click()
  await expect
    .poll(
      async () => (await ofType('subscription')).filter(({ sighting }) => 'subscriptionId' in sighting.fields).length,
    )
    .toBe(3)
})

test('the worker is stopped again and again while a page is read: whole drafts, none twice', async () => {
  test.setTimeout(180_000)
  for (let round = 0; round < 12; round++) {
    const reading = visit(profile, practice, 'microsoft', 'northgate')
    // A different moment each time: before the visit is opened, between its answers, within the transaction.
    await new Promise((resolve) => setTimeout(resolve, round * 60))
    await stopWorker(profile)
    const page = await reading
    await stopWorker(profile)
    await expect.poll(async () => (await ofType('subscription')).length, { timeout: 30_000 }).toBe(4)
    expect((await ofType('subscription')).map(({ sighting }) => sighting.fields.seatsAssigned).sort()).toEqual(
      [15, 18, 3, 66].sort(),
    )
    await page.close()
  }
  const keys = (await drafts()).map(({ sighting }) => `${sighting.type} ${sighting.key}`)
  expect(new Set(keys).size).toBe(keys.length)
})
