import { randomUUID } from 'node:crypto'
import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Calendar } from '../../server/calendar/acts.ts'
import { addDays } from '../../shared/model/calendar.ts'
import type { Fields } from '../../shared/model/observation.ts'
import { makeClient, Writer } from '../support/ops.ts'
import { show, todayOf } from '../support/told.ts'
import { codeOf, pullAll, twoWorkspaces } from '../support/two-workspaces.ts'

const two = twoWorkspaces()
const day = 24 * 60 * 60_000
const Made = z.object({ calendar: Calendar, url: z.string() })
const make = async (body: object = {}, device = two.server.a.device) =>
  Made.parse(await (await device.post('/v1/calendars', body)).json())
const fetched = (url: string, headers: Record<string, string> = {}) => two.server.request(url, { headers })
const feed = async (url: string) => (await fetched(url)).text()
const remove = (path: string, device = two.server.a.device) =>
  two.server.request(path, { method: 'DELETE', headers: { authorization: `Bearer ${device.token}` } })

/** What one parser makes of an event. */
type Seen = { uid: string; summary: string; start: string; end: string; sequence: number; allDay: boolean }

/** By ical.js, which Thunderbird uses. */
function byIcalJs(text: string): Seen[] {
  const root = new ICAL.Component(ICAL.parse(text))
  return root.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      summary: event.summary,
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      sequence: Number(event.sequence),
      allDay: event.startDate.isDate && event.endDate.isDate,
    }
  })
}

/** By node-ical, which has another author and shares no code with it. */
function byNodeIcal(text: string): Seen[] {
  const plain = (date: Date) =>
    [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
  return Object.values(nodeIcal.sync.parseICS(text)).flatMap((event) =>
    event?.type === 'VEVENT'
      ? [
          {
            uid: event.uid,
            summary: String(event.summary),
            start: plain(event.start),
            end: event.end ? plain(event.end) : '',
            sequence: Number(event.sequence),
            allDay: event.datetype === 'date',
          },
        ]
      : [],
  )
}

const byUid = (a: Seen, b: Seen) => (a.uid < b.uid ? -1 : 1)
/** What both parsers see alike: where they do not, the feed is not strict. */
function events(text: string): Seen[] {
  const [one, other] = [byIcalJs(text).sort(byUid), byNodeIcal(text).sort(byUid)]
  expect(other).toEqual(one)
  return one
}

/** RFC 5545 §3.1: CRLF ends each line, and no line is longer than 75 octets nor cut within a letter. */
function expectStrict(text: string): void {
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75)
  expect(text).not.toContain('\ufffd')
  const unfolded = text.replaceAll('\r\n ', '').split('\r\n')
  for (const line of unfolded.slice(0, -1)) expect(line).toMatch(/^[A-Z-]+(;[A-Z-]+=[^:;]+)*:/)
  for (const letter of unfolded.join('')) expect(letter.codePointAt(0) ?? 0).toBeGreaterThanOrEqual(0x20)
}

const fields = (more: Fields = {}): Fields => ({
  product: 'Desk',
  startsOn: addDays(todayOf(two.server), -300),
  endsOn: addDays(todayOf(two.server), 64),
  noticePeriod: { count: 30, unit: 'day' },
  renewalMode: 'tacit',
  renewalTerm: { count: 1, unit: 'year' },
  ...more,
})

describe('a feed', () => {
  test('has cancel-by, end of term and expiry as whole days that both parsers read alike (R12)', async () => {
    const today = todayOf(two.server)
    const rec = await show(two.inA, two.server, fields())
    const domain = { name: 'acme.example', expiresOn: addDays(today, 20) }
    await show(two.inA, two.server, domain, 'acme.example', 'example.com', 'domain')
    await show(two.inB, two.server, fields({ product: 'Secret of Birch' }))
    const { url } = await make({ reminderDays: 7 })
    const response = await fetched(url)
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8; method=PUBLISH')
    const text = await response.text()
    expectStrict(text)
    expect(text).not.toContain('Birch')
    const seen = events(text)
    expect(seen.map(({ summary, start, end }) => [summary, start, end]).sort()).toEqual(
      [
        ['Last day to cancel: Desk (example.com), Acme', addDays(today, 34), addDays(today, 35)],
        ['Term ends: Desk (example.com), Acme', addDays(today, 64), addDays(today, 65)],
        ['Expires: acme.example, Acme', addDays(today, 20), addDays(today, 21)],
      ].sort(),
    )
    expect(seen.every(({ allDay }) => allDay)).toBe(true)
    expect(seen.map(({ uid }) => uid)).toContain(`${rec}-cancel-by@stocktake`)
    const lines = text.replaceAll('\r\n ', '').split('\r\n')
    expect(lines.slice(0, 4)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Stocktake//Renewals//EN',
      expect.any(String),
    ])
    for (const line of [
      'METHOD:PUBLISH',
      'X-WR-CALNAME:Renewals',
      'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
      'TRIGGER:-P7D',
    ])
      expect(lines).toContain(line)
    for (const name of ['UID', 'DTSTAMP', 'LAST-MODIFIED', 'SEQUENCE'])
      expect(
        lines.filter((line) => line.startsWith(`${name}:`)),
        name,
      ).toHaveLength(3)
    expect(lines.filter((line) => /^DT(START|END);VALUE=DATE:\d{8}$/.test(line))).toHaveLength(6)
  })

  const hostile = [
    'semi;colon, comma \\ backslash "quotes" colon: end',
    'one\nSUMMARY:two\r\nEND:VEVENT\r\nBEGIN:VEVENT\rthree',
    `${'x'.repeat(56)}👩‍💻👩‍💻👩‍💻 at the fold`,
    ...Array.from({ length: 5 }, (_, at) => `${'y'.repeat(40 + at)}${'🧾é漢'.repeat(20)}`),
    'z'.repeat(300),
    '😀'.repeat(140),
    'ends with a backslash\\',
    '\u0000\u0007\u001b[31m\u202e right to left \u2028 line',
    '<b>bold</b> & %0d%0aX-EVIL:1',
  ]
  test.each(hostile)('keeps the title %j in its place', async (product) => {
    await show(two.inA, two.server, fields({ product }))
    const { url } = await make({ name: `All ${product}`.slice(0, 200) })
    const text = await feed(url)
    expectStrict(text)
    const seen = events(text)
    expect(seen).toHaveLength(2)
    const shown = product
      .replace(/[\p{Cc}\u2028\u202e]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
    expect(seen.map(({ summary }) => summary).sort()).toEqual([
      `Last day to cancel: ${shown} (example.com), Acme`,
      `Term ends: ${shown} (example.com), Acme`,
    ])
  })

  test('with redacted titles says only that there is a renewal (R12)', async () => {
    await show(two.inA, two.server, fields())
    const { url } = await make({ titles: 'redacted', reminderDays: 3 })
    const text = await feed(url)
    expect(events(text).map(({ summary }) => summary)).toEqual(['Renewal', 'Renewal'])
    for (const name of ['Acme', 'Desk', 'example.com', two.ofA])
      expect(text.replaceAll('\r\n ', '')).not.toContain(name)
  })

  test('moves an event when its date does, and says so; what did not change is the same to the byte', async () => {
    const rec = await show(two.inA, two.server, fields())
    const { url } = await make()
    const before = await feed(url)
    two.server.pass(day)
    expect(await feed(url)).toBe(before)
    const end = addDays(todayOf(two.server), 100)
    await two.inA.set({ rec }, 'endsOn', end)
    const after = await feed(url)
    const uids = (text: string) => events(text).map(({ uid }) => uid)
    expect(uids(after)).toEqual(uids(before))
    expect(events(before).map(({ sequence }) => sequence)).toEqual([0, 0])
    expect(events(after).map(({ sequence }) => sequence)).toEqual([1, 1])
    expect(events(after).find(({ uid }) => uid.includes('term-end'))?.start).toBe(end)
    const modified = (text: string) => text.match(/LAST-MODIFIED:\S+/g)
    expect(modified(before)?.[0]).toBe('LAST-MODIFIED:20260301T090000Z')
    expect(modified(after)?.[0]).toBe('LAST-MODIFIED:20260302T090000Z')
    two.server.pass(day)
    await two.inA.set({ rec }, 'product', 'Table')
    const renamed = events(await feed(url))
    expect(
      renamed.map(({ sequence }) => sequence),
      'another title is no other date',
    ).toEqual([1, 1])
    expect(modified(await feed(url))?.[0]).toBe('LAST-MODIFIED:20260303T090000Z')
  })

  test('two who read at once see the same, and count one move', async () => {
    const rec = await show(two.inA, two.server, fields())
    const { url } = await make()
    await feed(url)
    await two.inA.set({ rec }, 'endsOn', addDays(todayOf(two.server), 90))
    const [first, ...others] = await Promise.all(Array.from({ length: 6 }, () => feed(url)))
    for (const other of others) expect(other).toBe(first)
    expect(events(first ?? '').map(({ sequence }) => sequence)).toEqual([1, 1])
  })

  test('answers 304 to who has it already, until anything changes', async () => {
    await show(two.inA, two.server, fields())
    const { url } = await make()
    const etag = (await fetched(url)).headers.get('etag') ?? ''
    expect(etag).toMatch(/^W\/"/)
    for (const known of [etag, `"x", ${etag}`, etag.slice(2), '*']) {
      const response = await fetched(url, { 'if-none-match': known })
      expect([known, response.status, await response.text()]).toEqual([known, 304, ''])
      expect(response.headers.get('etag')).toBe(etag)
    }
    expect((await fetched(url, { 'if-none-match': '"another"' })).status).toBe(200)
    await show(two.inA, two.server, fields({ product: 'Chair' }), 'sku-2')
    expect((await fetched(url, { 'if-none-match': etag })).status).toBe(200)
  })
})

describe('its address', () => {
  test('opens what its member may see: all clients, or the one that it was made for', async () => {
    const second = await makeClient(two.server.a.device, 'Zeta')
    await show(two.inA, two.server, fields())
    await show(new Writer(two.server.a.device, second), two.server, fields({ product: 'Lamp' }))
    expect(events(await feed((await make()).url))).toHaveLength(4)
    const one = await feed((await make({ client: second })).url)
    expect(events(one)).toHaveLength(2)
    expect(one).not.toContain('Desk')
    expect(events(await feed((await make({}, two.server.b.device)).url))).toEqual([])
    for (const client of [two.ofB, randomUUID()])
      expect(await codeOf(await two.server.a.device.post('/v1/calendars', { client }))).toEqual({
        status: 404,
        code: 'NOT_FOUND',
      })
  })

  test('is worthless from the second of its revocation, and so when its member is one no more (T16)', async () => {
    await show(two.inA, two.server, fields())
    const [one, other] = [await make(), await make()]
    expect((await remove(`/v1/calendars/${one.calendar.id}`)).status).toBe(200)
    expect(await codeOf(await fetched(one.url))).toEqual({ status: 404, code: 'NOT_FOUND' })
    expect((await remove(`/v1/calendars/${one.calendar.id}`)).status).toBe(404)
    expect((await fetched(other.url)).status).toBe(200)
    await two.server.database.people.updateTable('members').set({ state: 'removed' }).execute()
    expect(await codeOf(await fetched(other.url))).toEqual({ status: 404, code: 'NOT_FOUND' })
  })

  test('a removed client is in it no more', async () => {
    await show(two.inA, two.server, fields())
    const { url } = await make()
    expect(events(await feed(url))).toHaveLength(2)
    const { head } = await pullAll(two.server.a.device, two.server.a.id)
    await new Writer(two.server.a.device, two.server.a.id).del({ rec: two.ofA, type: 'client', base: head })
    expect(events(await feed(url))).toEqual([])
  })

  test('is kept as a hash, and is in no list, log or later answer (T35)', async () => {
    const { url } = await make()
    const secret = url.split('/').at(-1)?.replace('.ics', '') ?? ''
    expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/)
    await feed(url)
    await fetched(`${url}x`)
    await fetched(url.replace('/calendar/', '/calendar//'))
    expect((await two.server.backup()).toString('latin1')).not.toContain(secret)
    expect(await (await two.server.a.device.get('/v1/calendars')).text()).not.toContain(secret)
    expect(JSON.stringify(two.server.logs)).not.toContain(secret)
  })

  test.each([
    'x.ics',
    `${'A'.repeat(43)}.ics`,
    `${'A'.repeat(43)}`,
    `${'A'.repeat(42)}%00.ics`,
    '..%2f..%2fetc.ics',
    '',
  ])('nobody guesses %j (T24)', async (guess) => {
    await make()
    expect((await fetched(`/calendar/${guess}`)).status).toBe(404)
  })

  test('is not asked without end (T30)', async () => {
    const { url } = await make()
    const statuses: number[] = []
    for (let at = 0; at < 61; at++) statuses.push((await fetched(url)).status)
    expect(statuses.slice(-2)).toEqual([200, 429])
    two.server.pass(16 * 60_000)
    expect((await fetched(url)).status).toBe(200)
  })

  test('making and revoking one is noted once each, and there are at most twenty (T36)', async () => {
    const notes = () =>
      two.server.database.people
        .withTables<{ log: { kind: string; payload: string | null } }>()
        .selectFrom('log')
        .select(['kind', 'payload'])
        .where('kind', 'like', 'calendar%')
        .execute()
    const { calendar } = await make({ client: two.ofA })
    await remove(`/v1/calendars/${calendar.id}`)
    await two.server.a.device.get('/v1/calendars')
    expect((await notes()).map(({ kind }) => kind).sort()).toEqual(['calendar-added', 'calendar-revoked'])
    for (let at = 0; at < 20; at++) await make()
    expect(await codeOf(await two.server.a.device.post('/v1/calendars', {}))).toEqual({
      status: 409,
      code: 'LIMIT_REACHED',
    })
  })

  test('a colleague’s calendar cannot be revoked, nor seen in a list', async () => {
    const { calendar } = await make({}, two.server.b.device)
    expect((await remove(`/v1/calendars/${calendar.id}`)).status).toBe(404)
    expect(await (await two.server.a.device.get('/v1/calendars')).json()).toEqual({ calendars: [] })
  })
})

test('where links lead says the same to everybody, and nothing of what they name', async () => {
  const [known, unknown] = await Promise.all(
    [two.ofA, randomUUID()].map(async (client) => (await fetched(`/open/${client}/${randomUUID()}`)).text()),
  )
  expect(known).toBe(unknown)
  expect(known).not.toContain(two.ofA)
})
