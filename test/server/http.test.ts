import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { hashedId } from '../../server/http/log.ts'
import { answerProblem } from '../../server/http/problem.ts'
import { problemCodes } from '../../shared/problem.ts'
import { ProblemJson } from '../../shared/problem-json.ts'
import { limits, protocol, schema } from '../../shared/sync.ts'
import { makeClient, observed, setOp } from '../support/ops.ts'
import { changesPath, codeOf, pullAll, twoWorkspaces } from '../support/two-workspaces.ts'

const two = twoWorkspaces()
const path = () => `/v1/scopes/${two.ofA}/push`
const json = 'application/json'
const raw = (body: BodyInit, headers: Record<string, string> = {}) =>
  two.server.request(path(), {
    method: 'POST',
    headers: { authorization: `Bearer ${two.server.a.device.token}`, 'content-type': json, ...headers },
    body,
    duplex: 'half',
  } as RequestInit) // `duplex` is needed for a stream and not in the DOM's types
const gzipped = { 'content-encoding': 'gzip' }
const valid = (op: unknown = setOp(1, { rec: randomUUID() }, 'product', 'One')) =>
  JSON.stringify({ protocol, schema, device: two.inA.device, epoch: null, ops: [op] })
const chunked = (text: string) =>
  new ReadableStream({
    start(controller) {
      const bytes = new TextEncoder().encode(text)
      for (let at = 0; at < bytes.length; at += 65_536) controller.enqueue(bytes.slice(at, at + 65_536))
      controller.close()
    },
  })
const headOfA = async () => (await pullAll(two.server.a.device, two.ofA)).head

describe('bodies (F48)', () => {
  test('more than 1 MiB is refused, with a length and without one', async () => {
    const large = valid({ ...setOp(1, { rec: randomUUID() }, 'product', 'One'), filler: 'x'.repeat(limits.pushBytes) })
    const refused = { status: 413, code: 'TOO_LARGE' }
    expect(await codeOf(await raw(large, { 'content-length': String(large.length) }))).toEqual(refused)
    expect(await codeOf(await raw(chunked(large)))).toEqual(refused)
    expect((await raw(chunked(valid()))).status).toBe(200)
    expect(await headOfA()).toBe(1)
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonp', ''])(
    'as %j is not JSON (T29)',
    async (type) => {
      expect(await codeOf(await raw(valid(), { 'content-type': type }))).toEqual({ status: 415, code: 'NOT_JSON' })
      expect(await headOfA()).toBe(0)
    },
  )

  test('gzip is taken, and each answer says so where a device can read it (RFC 7694)', async () => {
    expect((await raw(gzipSync(valid()), gzipped)).status).toBe(200)
    expect(await headOfA()).toBe(1)
    for (const answer of [await two.server.request('/v1/scopes'), await two.server.a.device.get('/v1/scopes')]) {
      expect(answer.headers.get('accept-encoding')).toBe('gzip')
      expect(answer.headers.get('access-control-expose-headers')).toContain('accept-encoding')
    }
  })

  test('T30: what unpacks to more than 1 MiB is refused before it is unpacked, however small it came', async () => {
    const bomb = gzipSync(Buffer.alloc(128 * 1024 * 1024), { level: 1 })
    expect(bomb.byteLength).toBeLessThan(limits.pushBytes)
    const before = process.memoryUsage().rss
    for (let time = 0; time < 20; time++)
      expect(await codeOf(await raw(bomb, gzipped))).toEqual({ status: 413, code: 'TOO_LARGE' })
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
    const one = valid({ ...setOp(1, { rec: randomUUID() }, 'product', 'One'), filler: 'x'.repeat(limits.pushBytes) })
    expect(await codeOf(await raw(gzipSync(one), gzipped))).toEqual({ status: 413, code: 'TOO_LARGE' })
    expect(await headOfA()).toBe(0)
  })

  test('what only says that it is gzip, or was cut short, is refused', async () => {
    const refused = { status: 422, code: 'INVALID_REQUEST' }
    expect(await codeOf(await raw(valid(), gzipped))).toEqual(refused)
    expect(await codeOf(await raw(gzipSync(valid()).subarray(0, -12), gzipped))).toEqual(refused)
    expect(await headOfA()).toBe(0)
  })

  test.each(['br', 'deflate', 'zstd', 'gzip, gzip', 'identity'])('as %j it is not taken', async (encoding) => {
    const answer = await raw(valid(), { 'content-encoding': encoding })
    expect(answer.headers.get('accept-encoding')).toBe('gzip')
    expect(await codeOf(answer)).toEqual({ status: 415, code: 'NOT_JSON' })
    expect(await headOfA()).toBe(0)
  })

  test('JSON deeper than 32 is refused, however deep', async () => {
    const refused = { status: 422, code: 'INVALID_REQUEST' }
    for (const depth of [33, 5_000, 400_000])
      expect(await codeOf(await raw('['.repeat(depth) + ']'.repeat(depth))), String(depth)).toEqual(refused)
    const deep = {
      ...setOp(1, { rec: randomUUID() }, 'product', 'One'),
      x: JSON.parse('['.repeat(40) + ']'.repeat(40)),
    }
    expect(await codeOf(await raw(valid(deep)))).toEqual(refused)
  })

  test.each(['', '{', 'null', '"text"', JSON.stringify({ protocol, schema })])('%j is not a push', async (body) => {
    expect(await codeOf(await raw(body))).toEqual({ status: 422, code: 'INVALID_REQUEST' })
  })

  test.each(['[]', '{"__proto__":{"protocol":1,"schema":4}}'])(
    '%j states no version and counts as the oldest',
    async (body) => {
      expect(await codeOf(await raw(body))).toEqual({ status: 426, code: 'UPGRADE_REQUIRED' })
    },
  )

  test('more than 200 ops, none, or a key that is not known is not a push (T22)', async () => {
    const op = () => setOp(1, { rec: randomUUID() }, 'product', 'One')
    for (const change of [
      { ops: [] },
      { ops: Array.from({ length: 201 }, op) },
      { workspace: two.server.b.id },
      { device: 'x' },
    ])
      expect((await two.inA.send([op()], change)).status).toBe(422)
  })

  test('what the server sets cannot be sent along (T22)', async () => {
    for (const extra of [
      { rev: 9 },
      { seq: 9 },
      { by: randomUUID() },
      { scope: two.ofB },
      { author: 'me' },
      { deleted: 1 },
    ]) {
      const [result] = await two.inA.push({
        ...setOp(two.inA.next(), { rec: randomUUID() }, 'product', 'One'),
        ...extra,
      })
      expect(result, JSON.stringify(extra)).toMatchObject({ st: 'rejected', code: 'OP_INVALID' })
    }
  })

  test('a record of more than 256 KiB is rejected, the rest of the push is not', async () => {
    const rec = randomUUID()
    const field = (n: number, product: string) =>
      setOp(n, { rec, type: 'certificate', base: 0 }, product, Array(200).fill('n'.repeat(300)))
    expect(await two.inA.push(field(two.inA.next(), 'names'))).toMatchObject([{ st: 'applied' }])
    const tooBig = setOp(
      two.inA.next(),
      { rec: randomUUID(), type: 'certificate' },
      'names',
      Array(200).fill('n'.repeat(400)),
    )
    const fine = setOp(two.inA.next(), { rec: randomUUID() }, 'product', 'One')
    expect(await two.inA.push(tooBig, fine)).toMatchObject([{ st: 'rejected', code: 'TOO_LARGE' }, { st: 'applied' }])
  })
})

describe('from elsewhere (T29)', () => {
  test('any origin may ask with a token, none with cookies', async () => {
    const preflight = await two.server.request('/v1/scopes', {
      method: 'OPTIONS',
      headers: {
        origin: 'moz-extension://1',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
    expect(preflight.headers.get('access-control-allow-headers')).toMatch(/authorization/i)
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull()
    const response = await two.server.a.device.get('/v1/scopes', { origin: 'https://evil.example' })
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('access-control-allow-credentials')).toBeNull()
    expect(response.headers.getSetCookie()).toEqual([])
    // A device without a token must be able to read why.
    const refused = await two.server.request('/v1/scopes', { headers: { origin: 'moz-extension://1' } })
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, '*'])
  })

  test('pages are for nobody else', async () => {
    const response = await two.server.request('/sign-in', { headers: { origin: 'https://evil.example' } })
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('problems', () => {
  test('carry status, code, sentence and request id', async () => {
    const response = await two.server.request('/v1/nothing')
    const body = ProblemJson.parse(await response.json())
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(body).toMatchObject({ status: 404, code: 'NOT_FOUND', requestId: response.headers.get('x-request-id') })
    expect(body.title).not.toBe('')
  })

  test('every code that travels has a status that HTTP knows', async () => {
    const { problem } = await import('../../shared/problem.ts')
    const { Hono } = await import('hono')
    for (const code of problemCodes.filter((code) => problem(code).status > 0)) {
      const app = new Hono<{ Variables: { requestId: string } }>().get('/', (context) =>
        answerProblem(context, problem(code)),
      )
      expect((await app.request('/')).status, code).toBe(problem(code).status)
    }
  })

  test('a fault of ours is 500, says nothing of its cause, and is logged without its message', async () => {
    const { people } = two.server.database
    const { sql } = await import('kysely')
    await sql`drop table records`.execute(people)
    const response = await two.inA.send([setOp(1, { rec: randomUUID() }, 'product', 'The secret product')])
    const text = await response.text()
    expect(response.status).toBe(500)
    expect(text).not.toMatch(/sqlite|records|table/i)
    const fault = two.server.logs.find(({ event }) => event === 'fault')
    expect(fault).toMatchObject({ code: 'INTERNAL', fault: expect.stringMatching(/^(SqliteError|error)$/) })
    expect(JSON.stringify(fault)).not.toMatch(/no such table|does not exist/)
  })
})

describe('the log (T35, F66)', () => {
  test('has a line a request, without a value, a token, a name or a query', async () => {
    const client = await makeClient(two.server.a.device, 'Canary Industries')
    const { Writer } = await import('../support/ops.ts')
    const writer = new Writer(two.server.a.device, client)
    const observation = await observed(client, { fields: { product: 'Canary Suite', seatsPurchased: 1 } })
    await writer.add(observation)
    await writer.set({ rec: observation.rec, base: 1 }, 'product', 'Canary Two')
    await two.server.a.device.get(`${changesPath(client)}&canary=Canary`)
    await two.server.request('/sign-in?next=/connect?state=Canary')
    const text = JSON.stringify(two.server.logs)
    expect(two.server.logs.filter(({ event }) => event === 'request').length).toBeGreaterThanOrEqual(5)
    expect(text).not.toMatch(/canary/i)
    expect(text).not.toContain(two.server.a.device.token)
    expect(text).not.toContain(client)
    expect(text).toContain('/v1/scopes/:scope/push')
    // Two lines about one client can be found, and the client cannot.
    expect(text).toContain(hashedId(client))
  })
})
