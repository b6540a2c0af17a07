import { expect, test } from 'vitest'
import { planFor } from '../../extension/review/plan.ts'
import { pauseConnector, pausedConnectors } from '../../extension/settings/paused.ts'
import { connectorsNow } from '../../extension/teach/taught.ts'
import { freshDatabase } from '../support/device.ts'

const slackPage = 'https://acme.slack.com/admin/billing'
const otherPage = 'https://billing.lumenboard.example/plan'
const idsAt = async (db: ReturnType<typeof freshDatabase>, page?: string) =>
  (await connectorsNow(db, page)).map(({ id }) => id)

test('a paused connector reads nothing, and the generic reader does not read in its place', async () => {
  const db = freshDatabase()
  expect(planFor(slackPage, await connectorsNow(db, slackPage)).read).toBe(true)
  await pauseConnector(db, 'slack', true)
  const here = await connectorsNow(db, slackPage)
  expect(here.map(({ id }) => id)).not.toContain('slack')
  expect(planFor(slackPage, here)).toMatchObject({ read: false, selectors: [], lookups: [] })
})

test('other pages are read as before, and so is this one once it is resumed', async () => {
  const db = freshDatabase()
  const before = await idsAt(db)
  await pauseConnector(db, 'slack', true)
  await pauseConnector(db, 'slack', true)
  expect(await idsAt(db, otherPage)).toEqual(before.filter((id) => id !== 'slack'))
  expect(planFor(otherPage, await connectorsNow(db, otherPage)).read).toBe(true)
  await pauseConnector(db, 'slack', false)
  expect([...(await pausedConnectors(db))]).toEqual([])
  expect(await idsAt(db, slackPage)).toEqual(before)
})

test('the generic reader can be paused by itself', async () => {
  const db = freshDatabase()
  await pauseConnector(db, 'generic', true)
  expect(planFor(otherPage, await connectorsNow(db, otherPage)).read).toBe(false)
  expect(planFor(slackPage, await connectorsNow(db, slackPage)).read).toBe(true)
})
