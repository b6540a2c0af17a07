import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { serverAddress } from '../../extension/sync/address.ts'
import { ask } from '../../extension/sync/http.ts'

const schema = z.object({ head: z.int() })
const answering = (answer: () => Response | Promise<Response>) =>
  ask({ url: 'https://x.example', fetch: async () => answer() }, { path: '/v1/x', schema })
const text =
  (body: string, type: string, status = 200) =>
  () =>
    new Response(body, { status, headers: { 'content-type': type } })
const problem =
  (status: number, code: string, headers = {}) =>
  () =>
    Response.json(
      { type: 'about:blank', title: 'x', status, code },
      { status, headers: { 'content-type': 'application/problem+json', ...headers } },
    )

describe('F42: what is not our server’s answer is never taken for one', () => {
  test.each<[string, () => Response | Promise<Response>, string]>([
    ['a captive portal', text('<html>Sign in to Wi-Fi</html>', 'text/html'), 'NOT_A_SERVER'],
    ['a proxy’s error page', text('<html>502</html>', 'text/html', 502), 'NOT_A_SERVER'],
    ['a body that was cut short', text('{"head": 1', 'application/json'), 'NOT_A_SERVER'],
    ['another service’s JSON', text('{"status":"ok"}', 'application/json'), 'NOT_A_SERVER'],
    ['another service’s error', text('{"error":"no"}', 'application/json', 404), 'NOT_A_SERVER'],
    [
      'a redirect',
      () => new Response(null, { status: 302, headers: { location: 'https://portal.example' } }),
      'NOT_A_SERVER',
    ],
    ['no network', () => Promise.reject(new TypeError('failed to fetch')), 'OFFLINE'],
    [
      'a network that dies in the body',
      () =>
        new Response(new ReadableStream({ pull: (stream) => stream.error(new TypeError('reset')) }), {
          headers: { 'content-type': 'application/json' },
        }),
      'OFFLINE',
    ],
    ['a known problem', problem(410, 'SCOPE_GONE'), 'SCOPE_GONE'],
    ['a problem of a newer server', problem(429, 'SLOW_PLEASE'), 'RATE_LIMITED'],
    ['a problem of a newer server, by its status', problem(426, 'TOO_MODERN'), 'UPGRADE_REQUIRED'],
  ])('%s', async (_, answer, code) => {
    expect(await answering(answer)).toMatchObject({ ok: false, problem: { code } })
  })

  test('a good answer is what the schema says', async () => {
    expect(await answering(text('{"head":3,"more":1}', 'application/json; charset=utf-8'))).toEqual({
      ok: true,
      value: { head: 3 },
    })
  })
})

test.each([
  ['120', 120_000],
  ['999999', 3_600_000],
  ['Wed, 21 Oct 2015 07:28:00 GMT', 0],
  ['soon', undefined],
])('Retry-After %s is %s ms', async (header, ms) => {
  const answer = await answering(problem(503, 'BUSY', { 'retry-after': header }))
  expect(answer.ok ? 'ok' : answer.retryAfterMs).toBe(ms)
})

test('a token goes to the server alone: no cookie, no referrer, no redirect, no cache', async () => {
  const asked: (RequestInit | undefined)[] = []
  await ask(
    {
      url: 'https://x.example',
      token: 'secret',
      fetch: async (_, init) => {
        asked.push(init)
        return Response.json({ head: 1 })
      },
    },
    { path: '/v1/x', schema, body: '{}' },
  )
  expect(asked[0]).toMatchObject({
    method: 'POST',
    credentials: 'omit',
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    headers: { authorization: 'Bearer secret', 'content-type': 'application/json' },
  })
})

describe('a large body is packed', () => {
  const large = JSON.stringify({ ops: 'x'.repeat(20_000) })
  type Sent = { encoding: string | null; text: string; bytes: number }

  /** A server that says what it takes, and keeps what came. */
  function server(url: string, takes: () => string | undefined) {
    const sent: Sent[] = []
    const answered = async (_: unknown, init?: RequestInit) => {
      const request = new Request(url, init)
      const encoding = request.headers.get('content-encoding')
      const body = await request.arrayBuffer()
      const text = encoding === 'gzip' ? gunzipSync(body).toString() : new TextDecoder().decode(body)
      sent.push({ encoding, text, bytes: body.byteLength })
      const accepts = takes()
      if (encoding === 'gzip' && accepts === undefined) return problem(415, 'NOT_JSON')()
      return Response.json({ head: 1 }, { headers: accepts === undefined ? {} : { 'accept-encoding': accepts } })
    }
    const asks = (body?: string) =>
      ask({ url, fetch: answered }, { path: '/v1/x', schema, ...(body === undefined ? {} : { body }) })
    return { sent, asks }
  }

  test('once the server has said that it takes gzip, and a small one never', async () => {
    const { sent, asks } = server('https://new.example', () => 'gzip')
    await asks(large)
    await asks(large)
    await asks('{}')
    expect(sent.map(({ encoding, text }) => [encoding, text])).toEqual([
      [null, large],
      ['gzip', large],
      [null, '{}'],
    ])
    expect(sent[1]?.bytes).toBeLessThan(1000)
  })

  test('R11: a server that says nothing gets plain JSON', async () => {
    const { sent, asks } = server('https://old.example', () => undefined)
    await asks()
    expect(await asks(large)).toMatchObject({ ok: true })
    expect(sent.map(({ encoding }) => encoding)).toEqual([null, null])
  })

  test('R11: a server that was put back to an older version gets the same once more, plain', async () => {
    let takes: string | undefined = 'gzip'
    const { sent, asks } = server('https://back.example', () => takes)
    await asks()
    takes = undefined
    expect(await asks(large)).toMatchObject({ ok: true })
    expect(await asks(large)).toMatchObject({ ok: true })
    expect(sent.map(({ encoding }) => encoding)).toEqual([null, 'gzip', null, null])
    expect(sent.every(({ text }) => text === '' || text === large)).toBe(true)
  })
})

describe('an address as people type it', () => {
  test.each([
    ['stocktake.example', 'https://stocktake.example'],
    [' https://stocktake.example/ ', 'https://stocktake.example'],
    ['https://example.com/tools/stocktake//', 'https://example.com/tools/stocktake'],
    ['HTTPS://Stocktake.Example:8443/?next=1#top', 'https://stocktake.example:8443'],
    ['localhost:4170', 'http://localhost:4170'],
    ['127.0.0.1:4170/', 'http://127.0.0.1:4170'],
    ['192.168.1.20:4170', 'https://192.168.1.20:4170'],
    ['stocktake.local', 'https://stocktake.local'],
    ['münchen.example', 'https://xn--mnchen-3ya.example'],
  ])('%j is %s', (typed, url) => expect(serverAddress(typed)).toEqual({ ok: true, value: url }))

  test.each([
    ['http://stocktake.example', 'INSECURE_ADDRESS'],
    ['http://192.168.1.20:4170', 'INSECURE_ADDRESS'],
    ['http://localhost.example', 'INSECURE_ADDRESS'],
    ['ftp://stocktake.example', 'INSECURE_ADDRESS'],
    ['javascript://x/%0aalert(1)', 'INSECURE_ADDRESS'],
    ['https://user:secret@stocktake.example', 'BAD_VALUE'],
    ['', 'BAD_VALUE'],
    ['not an address', 'BAD_VALUE'],
  ])('%j is refused', (typed, code) => {
    expect(serverAddress(typed)).toMatchObject({ ok: false, problem: { code } })
  })
})
