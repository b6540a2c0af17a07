import { once } from 'node:events'
import type { Server } from 'node:http'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../../server/app.ts'
import { finish, listen, patience } from '../../server/http/serve.ts'
import { limits } from '../../shared/sync.ts'
import { raw, statusOf } from '../support/raw.ts'
import { twoWorkspaces } from '../support/two-workspaces.ts'

const two = twoWorkspaces()
const most = { pushesPerMinute: 60, pullsPerMinute: 120, inFlight: 100, connections: 60 }
let server: Server
let url: string
async function serve(change: Partial<typeof patience> = {}) {
  const { fetch } = createApp(two.server.deps)
  server = await listen({ port: 0, host: '127.0.0.1', limits: most }, fetch, { ...patience, ...change })
  const address = server.address()
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
}
beforeEach(() => serve())
afterEach(() => finish(server, 100))

const head = (method: string, path: string, ...headers: string[]) =>
  [
    `${method} ${path} HTTP/1.1`,
    'host: x',
    `authorization: Bearer ${two.server.a.device.token}`,
    ...headers,
    '',
    '',
  ].join('\r\n')
const closing = 'connection: close'
const json = 'content-type: application/json'
const pushPath = () => `/v1/scopes/${two.ofA}/push`

describe('bodies on the wire (F48, T30)', () => {
  test('a length and chunks at once, a broken length, a head too large and no HTTP at all are problems', async () => {
    const sent: [string, number, string][] = [
      [
        `${head('POST', pushPath(), json, 'content-length: 5', 'transfer-encoding: chunked')}0\r\n\r\n`,
        400,
        'NOT_HTTP',
      ],
      [
        `${head('POST', pushPath(), json, 'transfer-encoding: chunked', 'content-length: 5')}0\r\n\r\n`,
        400,
        'NOT_HTTP',
      ],
      [`${head('POST', pushPath(), json, 'content-length: 5', 'content-length: 6')}12345`, 400, 'NOT_HTTP'],
      [`${head('POST', pushPath(), json, 'content-length: -1')}`, 400, 'NOT_HTTP'],
      [`${head('POST', pushPath(), json, 'transfer-encoding: chunked, identity')}`, 400, 'NOT_HTTP'],
      [`${head('POST', pushPath(), json, 'transfer-encoding: chunked')}xyz\r\n`, 400, 'NOT_HTTP'],
      ['hello\r\n\r\n', 400, 'NOT_HTTP'],
      [head('GET', '/healthz', `x-large: ${'x'.repeat(20_000)}`), 431, 'HEADERS_TOO_LARGE'],
    ]
    for (const [text, status, code] of sent) {
      const answer = await raw(url, text)
      expect([text.slice(0, 300), statusOf(answer)]).toEqual([text.slice(0, 300), status])
      expect(answer).toContain(`"code":"${code}"`)
      expect(answer).toMatch(/content-type: application\/problem\+json/i)
    }
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
  })

  test('chunks beyond the limit are refused as they come, and the memory stays bounded', async () => {
    const before = process.memoryUsage().rss
    const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`
    const text = `${head('POST', pushPath(), json, 'transfer-encoding: chunked', closing)}`
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => raw(url, text, ...Array(40).fill(chunk), '0\r\n\r\n')),
    )
    for (const answer of answers) expect([413, 503, 0]).toContain(statusOf(answer))
    expect(answers.some((answer) => statusOf(answer) === 413)).toBe(true)
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
  })

  test('ten thousand ops in one push are refused', async () => {
    const body = JSON.stringify({
      protocol: 1,
      schema: 4,
      device: two.inA.device,
      epoch: null,
      ops: Array(10_000).fill({ op: two.inA.device, n: 1 }),
    })
    expect(body.length).toBeLessThan(limits.pushBytes)
    const answer = await raw(url, `${head('POST', pushPath(), json, closing, `content-length: ${body.length}`)}${body}`)
    expect(statusOf(answer)).toBe(422)
  })
})

describe('who dawdles (T30)', () => {
  test('a head or a body that drips is cut off, and others are served meanwhile', async () => {
    await finish(server, 100)
    await serve({ headersMs: 300, requestMs: 600, everyMs: 50 })
    const slow = [
      raw(url, 'GET /healthz HTTP/1.1\r\nhost: x\r\nx-drip: 1'),
      raw(url, `${head('POST', pushPath(), json, 'content-length: 100')}{"a`),
    ]
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    const [first = '', second = ''] = await Promise.all(slow)
    expect([statusOf(first), first.includes('"code":"TOO_SLOW"')]).toEqual([408, true])
    expect([408, 0]).toContain(statusOf(second))
  })

  test('more connections than there may be are closed, and there is room again when some end', async () => {
    const port = Number(new URL(url).port)
    const open = Array.from({ length: 300 }, () => connect(port, '127.0.0.1').on('error', () => {}))
    await Promise.all(open.map((socket) => Promise.race([once(socket, 'connect'), once(socket, 'close')])))
    await expect
      .poll(() => open.filter(({ closed, destroyed }) => closed || destroyed).length)
      .toBeGreaterThanOrEqual(300 - most.connections)
    for (const socket of open) socket.destroy()
    await expect
      .poll(async () =>
        fetch(`${url}/healthz`).then(
          ({ status }) => status,
          () => 0,
        ),
      )
      .toBe(200)
  })
})

/** T24: forms of a path that two parsers may read in two ways; %ID% is a client that the device may see. */
const forms = [
  '//v1/scopes',
  '/v1//scopes',
  '/v1/scopes/',
  '/v1/./scopes/x',
  '/v1/scopes/../devices/x',
  '/V1/scopes',
  '/v1/SCOPES',
  '/v1/scopes/..%2f',
  '/v1%2fscopes',
  '/v1%2Fscopes',
  '/v1%5cscopes',
  '/v1\\scopes',
  '/v1/scopes;x',
  '/v1/scopes;/x',
  '/v1/;/scopes',
  '/v1/scopes%00',
  '/v1/scopes%0a',
  '/v1/scopes%0d%0a',
  '/v1/scopes%20',
  '/v1/scopes%09',
  '/v1/scopes%23',
  '/v1/scopes%3f',
  '/v1/scopes.json',
  '/v1/scopes%2ejson',
  '/v1/scopes~',
  '/v1/scopes/%2e%2e',
  '/v1/scopes/%2e%2e/devices',
  '/v1/%2e/scopes',
  '/v1/scopes/%ID%/',
  '/v1/scopes/%ID%//digest',
  '/v1/scopes/%ID%/./digestx',
  '/v1/scopes/%ID%%2fdigest',
  '/v1/scopes/%ID%%2Fdigest',
  '/v1/scopes/%ID%%5cdigest',
  '/v1/scopes/%ID%%00/digest',
  '/v1/scopes/%ID%;a/digest',
  '/v1/scopes/%ID%%20/digest',
  '/v1/scopes/%ID%./digest',
  '/v1/scopes/{%ID%}/digest',
  '/v1/scopes/%252e%252e/digest',
  '/v1/scopes/%ID%%25/digest',
  '/v1/scopes/%ID%/Digest',
  '/v1/scopes/%ID%/digest/',
  '/v1/scopes/%ID%/digest/..',
  '/v1/scopes/%ID%/digest%2f',
  '/v1/scopes/x/../%ID%x/digest',
  '/v1/clients/%ID%/..%2f%ID%',
  '/v1/clients/%ID%%c0%af/inventory',
  '/v1/clients/%c0%ae%c0%ae/inventory',
  '/v1/clients/%ef%bc%8f/inventory',
  '/v1/clients/%u002e/inventory',
  '/v1/clients/%/inventory',
  '/v1/clients/%zz/inventory',
  '/v1/clients/constructor/inventory',
  '/v1/clients/__proto__/inventory',
  '/v1/clients/*/inventory',
  '/v1/clients/:client/inventory',
  '/v1/clients//inventory',
  '/style.css/..%2f..%2fmain.ts',
  '/style.css/../../main.ts',
  '/..%2f..%2fetc/passwd',
  '/../../../etc/passwd',
  '/.env',
  '/.git/config',
  '/server/main.ts',
  '/%2e%2e/%2e%2e/etc/passwd',
]

describe('paths on the wire (T24, F49)', () => {
  test('there are at least sixty of them', () => expect(new Set(forms).size).toBeGreaterThanOrEqual(60))

  test.each(forms)('%s opens nothing', async (form) => {
    const answer = await raw(url, head('GET', form.replaceAll('%ID%', two.ofA), closing))
    expect([400, 401, 404]).toContain(statusOf(answer))
    expect(answer).not.toContain('"epoch"')
  })
})

/** T31: each would show itself as an error of the database, as other rows, or as time that passes. */
const injections = [
  "'",
  '"',
  "' or '1'='1",
  "1' or 1=1--",
  '1 or 1=1',
  '1;drop table rows',
  "1'; drop table rows;--",
  '1) or (1=1',
  '1 union select * from devices',
  "' union select token_hash from devices--",
  "1' and sleep(5)--",
  '1;select pg_sleep(5)',
  '1||pg_sleep(5)',
  "1' and randomblob(100000000)--",
  '-1',
  '1e3',
  '0x10',
  '1.5',
  'NaN',
  'Infinity',
  '９',
  '1\u0000',
  '%00',
  '$.a',
  "$.a' or 1=1",
  '["a"]',
  '{"$gt":""}',
  '../../etc/passwd',
  '#{7*7}',
  '{{7*7}}',
  '9007199254740993',
  '99999999999999999999',
  'true',
  'null',
  'undefined',
  '1,2',
  '1 desc',
  'body',
  '*',
]

describe('parameters of a query (T31)', () => {
  test('are what they have to be, or refused; no text of theirs reaches the database as anything but a value', async () => {
    const asked: [string, string[]][] = [
      [`/v1/scopes/${two.ofA}/changes`, ['after', 'floor', 'limit', 'epoch', 'protocol', 'schema']],
      [`/v1/clients/${two.ofA}/spend`, ['from', 'to', 'basis', 'currency']],
      [`/v1/clients/${two.ofA}/records`, ['sort', 'type', 'after', 'limit', 'cursor', 'deleted']],
    ]
    for (const [path, names] of asked)
      for (const name of names)
        for (const text of injections) {
          const query = new URLSearchParams({ protocol: '1', schema: '4', [name]: text })
          const start = performance.now()
          const response = await two.server.a.device.get(`${path}?${query}`)
          expect([path, name, text, [200, 409, 410, 422, 426].includes(response.status)]).toEqual([
            path,
            name,
            text,
            true,
          ])
          expect(performance.now() - start).toBeLessThan(3000)
          expect(await response.text()).not.toMatch(/sqlite|syntax|token_hash|pg_/i)
        }
    expect(two.server.logs.filter(({ event }) => event === 'fault')).toEqual([])
  })
})
