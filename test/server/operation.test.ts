import { once, setMaxListeners } from 'node:events'
import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { describe, expect, test } from 'vitest'
import { createApp } from '../../server/app.ts'
import { defaultConfig } from '../../server/config.ts'
import { addressOf } from '../../server/http/address.ts'
import type { Env } from '../../server/http/env.ts'
import { createLog, faultOf, type LogEntry, writable } from '../../server/http/log.ts'
import { finish, listen } from '../../server/http/serve.ts'
import { leaseOn } from '../../server/jobs/lease.ts'
import { Buckets } from '../../server/limits/buckets.ts'
import { createOperation } from '../../server/operation.ts'
import { Secret } from '../../server/secret.ts'
import { retentionJob, runRetention } from '../../server/sync/retention-job.ts'
import type { Tables } from '../../server/workspaces/scope.ts'
import { addOp, makeClient, observed, setOp, Writer } from '../support/ops.ts'
import { speaking } from '../support/server.ts'
import { changesPath, codeOf, twoWorkspaces } from '../support/two-workspaces.ts'

const two = twoWorkspaces()
const token = 'a token of whoever measures'
/** The same server, with an operator's own settings. */
function operated(change: Partial<ReturnType<typeof defaultConfig>>) {
  const operation = createOperation({ ...defaultConfig(), ...change })
  const app = createApp({ ...two.server.deps, operation })
  const request = async (path: string, init?: RequestInit) => app.request(new URL(path, 'http://stocktake.test'), init)
  return { operation, app, request, a: { ...two.server.a.device, ...speaking(request, two.server.a.device.token) } }
}
const limits = { pushesPerMinute: 5, pullsPerMinute: 7, inFlight: 1000, connections: 1000 }

describe('limits of a device', () => {
  test('so many pushes and pulls a minute, then 429 with the time to wait; another device is not hindered', async () => {
    const { a, request } = operated({ limits })
    const writer = new Writer(a, two.ofA)
    for (let push = 0; push < 5; push++)
      await writer.push(setOp(writer.next(), { rec: crypto.randomUUID() }, 'product', 'X'))
    const refused = await writer.send([setOp(6, { rec: crypto.randomUUID() }, 'product', 'X')])
    expect(await codeOf(refused)).toEqual({ status: 429, code: 'RATE_LIMITED' })
    const wait = Number(refused.headers.get('retry-after'))
    expect(wait).toBe(12)
    for (let pull = 0; pull < 7; pull++) expect((await a.get(changesPath(two.ofA))).status).toBe(200)
    expect(await codeOf(await a.get(`/v1/scopes/${two.ofA}/digest`))).toEqual({ status: 429, code: 'RATE_LIMITED' })
    const b = { ...two.server.b.device, ...speaking(request, two.server.b.device.token) }
    expect((await b.get(changesPath(two.ofB))).status).toBe(200)
    two.server.pass(wait * 1000)
    expect((await writer.push(setOp(6, { rec: crypto.randomUUID() }, 'product', 'X')))[0]?.st).toBe('applied')
  })

  test('a bucket fills up to its minute and no further, whatever the clock does', () => {
    const buckets = new Buckets(60)
    const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1) + seconds * 1000)
    for (let i = 0; i < 60; i++) expect(buckets.take('a', at(0))).toBe(0)
    expect(buckets.take('a', at(0))).toBe(1)
    expect(buckets.take('a', at(-86_400))).toBe(1)
    expect(buckets.take('b', at(0))).toBe(0)
    for (let i = 0; i < 60; i++) expect(buckets.take('a', at(86_400))).toBe(0)
    expect(buckets.take('a', at(86_400))).toBe(1)
  })

  test('more at once than may be in flight are told to come again, and nothing is lost (F56)', async () => {
    const { a, operation } = operated({ limits: { ...limits, pushesPerMinute: 1000, inFlight: 8 } })
    const client = two.ofA
    const send = async () => {
      const writer = new Writer(a, client)
      const op = addOp(writer.next(), await observed(client, { key: crypto.randomUUID() }))
      return writer.send([op])
    }
    const ready = await Promise.all(
      Array.from({ length: 40 }, async () => addOp(1, await observed(client, { key: crypto.randomUUID() }))),
    )
    const answers = await Promise.all(ready.map((op) => new Writer(a, client).send([op])))
    const statuses = answers.map(({ status }) => status)
    expect(new Set(statuses)).toEqual(new Set([200, 503]))
    expect(answers.find(({ status }) => status === 503)?.headers.get('retry-after')).toBe('2')
    expect((await send()).status).toBe(200)
    const metrics = await operation.metrics.registry.metrics()
    expect(metrics).toContain('stocktake_requests_in_flight 0')
    expect(metrics).toContain(
      `stocktake_problems_total{code="BUSY"} ${statuses.filter((status) => status === 503).length}`,
    )
  })
})

describe('health', () => {
  test('alive while it lives; ready while the database answers and nobody told it to stop (F65)', async () => {
    const { request, operation } = operated({})
    expect([(await request('/healthz')).status, (await request('/readyz')).status]).toEqual([200, 200])
    operation.stopping.abort()
    expect([(await request('/healthz')).status, (await request('/readyz')).status]).toEqual([200, 503])
  })

  test('not ready with a reason where the database is gone or of another version', async () => {
    const { request } = operated({})
    const reason = async () => ((await (await request('/readyz')).json()) as { detail: string }).detail
    const migrations = two.server.database.people.withTables<{ migrations: { number: number } }>()
    await migrations.deleteFrom('migrations').where('number', '>', 1).execute()
    expect(await reason()).toBe('the database is of another version')
    await two.server.database.people.schema.alterTable('migrations').renameTo('gone').execute()
    expect(await reason()).toBe('the database does not answer')
  })
})

describe('metrics', () => {
  test('are for whoever holds the token, and not there without one', async () => {
    const { request } = operated({ metricsToken: new Secret(token) })
    const ask = (authorization: string) => request('/metrics', { headers: { authorization } })
    expect((await ask(`Bearer ${encodeURIComponent(token)}`)).status).toBe(401)
    expect((await ask('')).status).toBe(401)
    expect((await operated({}).request('/metrics')).status).toBe(404)
  })

  test('count requests by pattern, ops by result, rows and problems, and name nobody (T35)', async () => {
    const { request, a } = operated({ metricsToken: new Secret('token-of-the-measurer'), limits })
    const client = await makeClient(a, 'Canary Industries')
    const writer = new Writer(a, client)
    await writer.push(
      setOp(writer.next(), { rec: crypto.randomUUID() }, 'product', 'Canary Suite'),
      setOp(writer.next(), { rec: crypto.randomUUID() }, 'nonsense', 'x'),
    )
    await a.get(changesPath(client))
    await request('/canary/of/a/path')
    await request('/v1/scopes', { method: 'CANARY' })
    const text = await (
      await request('/metrics', { headers: { authorization: 'Bearer token-of-the-measurer' } })
    ).text()
    expect(text).toContain('stocktake_ops_total{result="rejected"} 1')
    expect(text).toContain('stocktake_pushes_total 2')
    expect(text).toContain('stocktake_pulled_rows_total 1')
    expect(text).toContain('route="/v1/scopes/:scope/push",status="200"')
    expect(text).toContain('route="none",status="404"')
    expect(text).toContain('stocktake_problems_total{code="NOT_FOUND"}')
    expect(text).not.toMatch(/canary/i)
    for (const id of [client, a.id, a.workspace, a.token]) expect(text).not.toContain(id)
  })
})

describe('the log (T35, F66)', () => {
  test('writes known forms of known fields and nothing else, whatever it is handed', () => {
    const written: string[] = []
    const log = createLog('info', { write: (line) => void written.push(line) })
    const canary = 'canary@example.com'
    const entry = {
      at: canary,
      event: 'fault',
      request: canary,
      method: canary,
      route: `/x/${canary}`,
      about: [canary],
      status: canary,
      code: canary,
      ms: canary,
      fault: canary,
      where: `at ${canary}\n`,
      value: canary,
      body: { canary },
    }
    log(entry as unknown as LogEntry) // as a mistake would hand it in
    log({
      at: '2026-03-01T09:00:00.000Z',
      event: 'request',
      request: crypto.randomUUID(),
      route: '/v1/scopes/:scope/push',
      status: 200,
      ms: 3,
    })
    expect(written.join('')).not.toContain('canary')
    expect(JSON.parse(written[1] ?? '')).toMatchObject({
      level: 'info',
      event: 'request',
      route: '/v1/scopes/:scope/push',
      status: 200,
      ms: 3,
    })
  })

  test('a fault’s message is not in it, even where it looks like a place', () => {
    const error = new Error('no such row\n    at canary (canary.ts:1:1)')
    expect(writable({ at: '', event: 'fault', ...faultOf(error) }).where).toContain('operation.test.ts')
  })

  test('LOG_LEVEL says how much of it is written', () => {
    const lines = (level: 'warn' | 'silent') => {
      let count = 0
      const log = createLog(level, { write: () => void count++ })
      for (const event of ['request', 'alarm', 'fault'] as const) log({ at: '', event })
      return count
    }
    expect([lines('warn'), lines('silent')]).toEqual([2, 0])
  })

  test('takes over a request id of a proxy, and no text that only looks for a place in the log', async () => {
    const ask = async (id: string) =>
      (await two.server.request('/healthz', { headers: { 'x-request-id': id } })).headers.get('x-request-id')
    const good = crypto.randomUUID()
    expect(await ask(good)).toBe(good)
    for (const bad of ['Canary Industries', 'x'.repeat(64), 'abc', `${good} x`]) expect(await ask(bad)).not.toBe(bad)
    expect(JSON.stringify(two.server.logs)).not.toContain('Canary')
  })
})

describe('who asks (T40)', () => {
  const seen = async (trustProxy: number, forwarded?: string) => {
    const app = new Hono<Env>().get('/', (context) => {
      context.set('trustProxy', trustProxy)
      return context.text(addressOf(context))
    })
    return (await app.request('/', forwarded === undefined ? {} : { headers: { 'x-forwarded-for': forwarded } })).text()
  }
  test('is the socket’s word, unless proxies of ours stand before it; then theirs alone', async () => {
    expect(await seen(0, '203.0.113.9')).toBe('in-process')
    expect(await seen(1, '198.51.100.1, 203.0.113.9')).toBe('203.0.113.9')
    expect(await seen(2, '192.0.2.66, 198.51.100.1, 203.0.113.9')).toBe('198.51.100.1')
    expect(await seen(1, 'evil')).toBe('in-process')
    expect(await seen(3, '203.0.113.9')).toBe('in-process')
    expect(await seen(1)).toBe('in-process')
  })
  test('an IPv6 network is one, however its addresses are written', async () => {
    const one = await seen(1, '2001:db8:1:2:3:4:5:6')
    for (const same of ['2001:db8:1:2::1', '2001:0DB8:0001:0002::ffff']) expect(await seen(1, same)).toBe(one)
    expect(await seen(1, '2001:db8:1:3::1')).not.toBe(one)
    expect(await seen(1, '::ffff:203.0.113.9')).toBe('203.0.113.9')
  })
})

test('told to stop, it is not ready, ends its streams, and finishes what it accepted within ten seconds (F65)', async () => {
  const { app, operation, a } = operated({ limits: { ...limits, pushesPerMinute: 1000 } })
  const routes = new Hono().get('/stream', (context) =>
    streamSSE(context, async (stream) => {
      await stream.writeSSE({ data: 'here' })
      await once(operation.stopping.signal, 'abort')
    }),
  )
  setMaxListeners(100, operation.stopping.signal)
  const server = await listen({ port: 0, host: '127.0.0.1', limits }, (request, env) =>
    new URL(request.url).pathname === '/stream' ? routes.fetch(request) : app.fetch(request, env),
  )
  const address = server.address()
  const url = `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`
  const device = { ...a, ...speaking((path, init) => fetch(new URL(path, url), init), a.token) }
  const streams = await Promise.all(Array.from({ length: 50 }, () => fetch(`${url}/stream`)))
  const pushes = Array.from({ length: 20 }, async () => {
    const writer = new Writer(device, two.ofA)
    const ops = await Promise.all(
      Array.from({ length: 50 }, async () =>
        addOp(writer.next(), await observed(two.ofA, { key: crypto.randomUUID() })),
      ),
    )
    return writer.send(ops).then(
      ({ status }) => status,
      () => 0,
    )
  })
  await Promise.race(pushes)
  const start = performance.now()
  operation.stopping.abort()
  await finish(server)
  expect(performance.now() - start).toBeLessThan(10_000)
  for (const stream of streams) await stream.text()
  const statuses = await Promise.all(pushes)
  const stored = await two.server.database.people
    .withTables<Tables>()
    .selectFrom('log')
    .select('op')
    .where('kind', '=', 'add')
    .execute()
  // Whole pushes only, and none that was answered is missing.
  expect(stored.length % 50).toBe(0)
  expect(stored.length).toBeGreaterThanOrEqual(statuses.filter((status) => status === 200).length * 50)
  expect(await fetch(`${url}/healthz`).catch(() => 'refused')).toBe('refused')
})

test('what was pushed word by word is forgotten after 400 days, deletions after 180, and every chain holds (R9)', async () => {
  const rec = crypto.randomUUID()
  await two.inA.set({ rec }, 'product', 'One')
  await two.inA.del({ rec, base: 1 })
  await two.inB.set({ rec: crypto.randomUUID() }, 'product', 'Stays')
  two.server.pass(179 * 86_400_000)
  expect(await runRetention(two.server.database, two.server.now())).toEqual({ records: 0, payloads: 0 })
  two.server.pass(2 * 86_400_000)
  expect(await runRetention(two.server.database, two.server.now())).toMatchObject({ records: 1, payloads: 0 })
  two.server.pass(220 * 86_400_000)
  const done = await runRetention(two.server.database, two.server.now())
  expect(done.records).toBe(0)
  expect(done.payloads).toBeGreaterThanOrEqual(3)
  const { verifyAll } = await import('../../server/audit/verify.ts')
  expect((await verifyAll(two.server.database)).broken).toEqual([])
})

test('what a node keeps tidy, another one does not at the same time; a node that stops lets go', async () => {
  const rec = crypto.randomUUID()
  await two.inA.set({ rec }, 'product', 'Goes')
  await two.inA.del({ rec, base: 1 })
  two.server.pass(181 * 86_400_000)
  const kept = async () =>
    (await two.server.database.people.withTables<Tables>().selectFrom('records').select('id').execute()).length
  const [one, other] = ['one', 'other'].map((holder) =>
    retentionJob(two.server.database, two.server.now, () => {}, holder),
  )
  const theirs = leaseOn(two.server.database, 'retention', 'one', two.server.now)
  expect(await theirs.hold()).toBe(true)
  const before = await kept()
  await other?.tick()
  expect(await kept()).toBe(before)
  await one?.stop()
  await other?.tick()
  expect(await kept()).toBe(before - 1)
})
