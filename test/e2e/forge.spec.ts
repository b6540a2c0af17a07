import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import type { Draft, Session } from '../../extension/db/schema.ts'
import { allowHosts, openProfile, rowsOf, workerOf } from '../support/extension.ts'
import { body, html, json, serve } from '../support/web.ts'

const script = readFileSync(new URL('./pages/attacks.mjs', import.meta.url), 'utf8')
const mine = {
  subscriptions: [{ product: 'Own Tool', seatsPurchased: 4, seatsAssigned: 2, renewalDate: '2027-05-01' }],
}

test('a page that forges, probes and floods gets nothing done and learns nothing', async () => {
  const web = await serve({
    '/attacks': html('<!doctype html><title>Attacks</title><body><script type="module" src="/attacks.mjs"></script>'),
    '/attacks.mjs': body('text/javascript', script),
    '/mine.json': json(mine),
  })
  const profile = await openProfile()
  await allowHosts(profile, 'http://hostile.example.localhost/*')
  const refused: string[] = []
  ;(await workerOf(profile)).on('console', (message) => refused.push(message.text()))
  const page = await profile.context.newPage()
  await page.goto(web.url('hostile.example', `/attacks?extension=${profile.id}`))
  await page.waitForFunction('globalThis.done')
  const { count, learned } = await page.evaluate<{ count: number; learned: string[] }>('globalThis.done')
  expect(count).toBeGreaterThanOrEqual(30)
  expect(learned).toEqual([])
  expect(page.frames().filter((frame) => frame.url().startsWith('chrome-extension:'))).toEqual([])

  // What the page truly loaded is evidence about the page itself; there is nothing else.
  await expect.poll(async () => (await rowsOf<Session>(profile, 'sessions')).some(({ found }) => found > 0)).toBe(true)
  const sessions = await rowsOf<Session>(profile, 'sessions')
  expect(new Set(sessions.map(({ host }) => host))).toEqual(new Set(['hostile.example']))
  const drafts = await rowsOf<Draft>(profile, 'drafts')
  expect(drafts.map(({ sighting }) => sighting.fields.product)).toEqual(['Own Tool'])
  expect(new Set(drafts.map(({ sighting }) => sighting.capture.connector.id))).toEqual(new Set(['generic']))
  expect(JSON.stringify(drafts)).not.toContain('FORGED')
  const settings = await rowsOf<{ key: string }>(profile, 'settings')
  expect(settings.filter(({ key }) => key === 'server' || key === 'activeClient')).toEqual([])
  expect(await rowsOf(profile, 'outbox')).toEqual([])
  expect(await rowsOf(profile, 'records')).toEqual([])
  // No command ever reached the worker, not even to be refused.
  expect(refused).toEqual([])
  expect(web.seen.filter((request) => !request.startsWith('hostile.example'))).toEqual([])
  await profile.close()
  await web.close()
})
