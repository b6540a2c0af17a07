import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import type { Session } from '../../extension/db/schema.ts'
import { allowHosts, openProfile, type Profile, rowsOf } from '../support/extension.ts'
import { body, html, json, serve, type Web } from '../support/web.ts'

const script = readFileSync(new URL('./pages/behaves.mjs', import.meta.url), 'utf8')
const small = { seats: 3, plan: 'Team' }
const routes: Parameters<typeof serve>[0] = {
  '/page': html('<!doctype html><title>Behaves</title><script type="module" src="/behaves.mjs"></script>'),
  '/behaves.mjs': body('text/javascript', script),
  '/small.json': json(small),
  '/after.json': json({ seats: 5 }),
  '/plain.txt': body('text/plain', 'nothing of interest'),
  '/broken.json': body('application/json', '{"seats": 3, "pl'),
  '/refused.json': json({ error: 'sign in' }, 401),
  '/huge.json': body('application/json', JSON.stringify({ filler: 'x'.repeat(9 * 1024 * 1024) })),
  '/stream.json': (response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    for (let part = 0; part < 20; part++) response.write(' '.repeat(1000))
    response.end('{}')
  },
  // Nobody ends it: the page aborts.
  '/endless.json': (response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.write('[1,')
  },
}

let web: Web
let profile: Profile
test.beforeAll(async () => {
  web = await serve(routes)
  profile = await openProfile()
  await allowHosts(profile, 'http://watched.example.localhost/*')
})
test.afterAll(async () => {
  await profile.close()
  await web.close()
})

type Done = { result: Record<string, unknown>; ms: number }

async function observe(host: string, many: number): Promise<Done> {
  const page = await profile.context.newPage()
  await page.goto(web.url(host, `/page?many=${many}`))
  await page.waitForFunction('globalThis.done', undefined, { timeout: 120_000 })
  const done = await page.evaluate<Done>('globalThis.done')
  await page.close()
  return done
}

test('a page that uses fetch 10,000 times, and in every odd way, observes nothing', async () => {
  test.setTimeout(400_000)
  const [few, many] = [1000, 10_000]
  const bare = await observe('bare.example', few)
  const watched = await observe('watched.example', many)
  expect(watched.result).toEqual(bare.result)
  expect(watched.result.sum).toBe(small.seats)
  // No request of ours, and none of the page's missing or doubled.
  const requestsOf = (host: string) => web.seen.filter((request) => request.startsWith(`${host}.`))
  const odd = (host: string) =>
    requestsOf(host)
      .map((request) => request.replace(host, ''))
      .filter((request) => !request.endsWith('/small.json'))
      .sort()
  expect(odd('watched.example')).toEqual(odd('bare.example'))
  const [alone, beside] = ['bare.example', 'watched.example'].map((host) => requestsOf(host).length)
  expect((beside ?? 0) - (alone ?? 0)).toBe(many - few)
  const cost = { alone: bare.ms / few, watched: watched.ms / many }
  test.info().annotations.push({ type: 'ms a fetch', description: JSON.stringify(cost) })
  expect(cost.watched).toBeLessThan(cost.alone * 3 + 1)

  // What was too large is said; the page that was not allowed was not even noticed.
  const sessions = await rowsOf<Session>(profile, 'sessions')
  expect(sessions.map(({ host, problem }) => [host, problem])).toEqual([['watched.example', 'CAPTURE_TOO_LARGE']])
})
