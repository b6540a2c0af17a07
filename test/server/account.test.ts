import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { verifyAll } from '../../server/audit/verify.ts'
import { issueCode, redeemCode } from '../../server/connect/code.ts'
import { claimDeviceCode, startDeviceCode } from '../../server/connect/device-code.ts'
import { addDevice } from '../../server/devices/store.ts'
import { mayTry, signInAllowance } from '../../server/people/attempts.ts'
import { browserWords } from '../../server/people/user-agent.ts'
import { colleague } from '../support/colleague.ts'
import { notesIn } from '../support/notes.ts'
import { pairedDevice } from '../support/paired.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { codeOf } from '../support/two-workspaces.ts'
import { anotherBrowser, password, signedInOwner, Visitor } from '../support/visitor.ts'

const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0'

let server: TestServer
let count = 0
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())
afterEach(() => vi.unstubAllGlobals())

/** A person of their own for each test, so that one server serves all of them. */
const owner = () => signedInOwner(server, `owner${++count}@example.com`)
const textOf = async (visitor: Visitor, path = '/account') => (await visitor.visit(path)).text()
const isIn = async (visitor: Visitor) => (await visitor.visit('/account')).status === 200
const paired = async ({ workspace, member }: { workspace: string; member: string }, name = 'Work browser') => {
  const { people } = server.database
  const device = await addDevice(people, { workspace, member, name }, server.deps.random, server.now())
  const headers = { authorization: `Bearer ${device.token}`, 'content-type': 'application/json' }
  const ask = (method: string, path: string, body?: unknown) =>
    server.request(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
  return { id: device.id, ask }
}
const nameOf = async (id: string) =>
  (await server.database.people.selectFrom('devices').select('name').where('id', '=', id).executeTakeFirst())?.name

describe('sessions', () => {
  test('are listed by browser in words, this one first; nobody else’s, and no token', async () => {
    const me = await owner()
    const other = await anotherBrowser(server, me.person, firefox)
    const stranger = await anotherBrowser(server, (await owner()).person, 'Mozilla/5.0 (iPhone) CriOS/140 Safari/604')
    const html = await textOf(me.visitor)
    expect(html).toMatch(/this session.*Firefox on Linux/s)
    expect(html).not.toContain('Chrome on iPhone')
    for (const { token } of [me, other, stranger]) expect(html).not.toContain(token)
    expect(html).not.toContain(stranger.session)
  })

  test('one is ended, and from that second opens nothing; another person’s cannot be (T20, T36)', async () => {
    const [me, stranger] = [await owner(), await owner()]
    const other = await anotherBrowser(server, me.person)
    for (const session of [stranger.session, randomUUID(), '', '%'])
      await me.visitor.submit('/account/sessions/end', { session })
    expect(await isIn(stranger.visitor)).toBe(true)
    expect(await notesIn(server, me.workspace)).toEqual([])
    await me.visitor.submit('/account/sessions/end', { session: other.session })
    expect([await isIn(other.visitor), await isIn(me.visitor)]).toEqual([false, true])
    expect(await notesIn(server, me.workspace)).toEqual([{ kind: 'session-ended', member: me.member, about: null }])
    expect(await notesIn(server, stranger.workspace)).toEqual([])
  })

  test('all others are ended at once, noted once in each workspace of the person (T36)', async () => {
    const me = await owner()
    const second = randomUUID()
    const at = server.now().toISOString()
    const membership = { workspace: server.b.id, id: second, person: me.person, role: 'lead' } as const
    await server.database.people
      .insertInto('members')
      .values({ ...membership, state: 'active', created_at: at })
      .execute()
    const others = [await anotherBrowser(server, me.person), await anotherBrowser(server, me.person)]
    const said = await me.visitor.submit('/account/sessions/end-others', {})
    expect(await textOf(me.visitor, said.headers.get('location') ?? '')).toContain('Every other session has ended')
    expect(await Promise.all(others.map(({ visitor }) => isIn(visitor)))).toEqual([false, false])
    expect(await notesIn(server, me.workspace)).toEqual([
      { kind: 'other-sessions-ended', member: me.member, about: null },
    ])
    expect(await notesIn(server, server.b.id)).toEqual([{ kind: 'other-sessions-ended', member: second, about: null }])
    expect((await verifyAll(server.database)).broken).toEqual([])
  })

  test('a form of another site, or of nobody signed in, changes nothing (T29)', async () => {
    const me = await owner()
    const device = await paired(me)
    const other = await anotherBrowser(server, me.person)
    const forms: [string, Record<string, string>][] = [
      ['/account/sessions/end', { session: other.session }],
      ['/account/sessions/end-others', {}],
      ['/account/devices/rename', { workspace: me.workspace, device: device.id, name: 'Planted' }],
      ['/account/devices/disconnect', { workspace: me.workspace, device: device.id }],
      ['/account/devices/disconnect-all', {}],
      ['/account/password', { password, new_password: 'another long password' }],
    ]
    for (const [path, form] of forms) {
      for (const origin of ['https://evil.example', 'null', null])
        expect((await me.visitor.submit(path, form, origin)).status).toBe(403)
      const nobody = await new Visitor(server).submit(path, form)
      expect([nobody.status, nobody.headers.get('location')]).toEqual([303, '/sign-in?next=%2Faccount'])
    }
    expect(await isIn(other.visitor)).toBe(true)
    expect((await device.ask('GET', '/v1/scopes')).status).toBe(200)
    expect(await nameOf(device.id)).toBe('Work browser')
    expect(await notesIn(server, me.workspace)).toEqual([])
  })

  test.each([
    [chrome, 'Chrome on Windows'],
    [firefox, 'Firefox on Linux'],
    [`${chrome} Edg/140.0`, 'Edge on Windows'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
      'Safari on macOS',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
      'Chrome on Android',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
      'Safari on iPhone',
    ],
    ['curl/8', 'A browser on an unknown system'],
    ['', 'A browser on an unknown system'],
  ])('%s is %s', (userAgent, words) => expect(browserWords(userAgent)).toBe(words))
})

describe('devices', () => {
  test('are renamed on the page and by a device, each time noted once (T36)', async () => {
    const me = await owner()
    const [first, second] = [await paired(me, 'First'), await paired(me, 'Second')]
    const renaming = { workspace: me.workspace, device: first.id, name: '  Laptop of Robin ' }
    await me.visitor.submit('/account/devices/rename', renaming)
    expect(await nameOf(first.id)).toBe('Laptop of Robin')
    expect((await second.ask('PATCH', `/v1/devices/${second.id}`, { name: 'Tablet' })).status).toBe(200)
    expect(await nameOf(second.id)).toBe('Tablet')
    const about = (device: string) => ({ member: me.member, device })
    expect(await notesIn(server, me.workspace)).toEqual([
      { kind: 'device-renamed', member: me.member, about: about(first.id) },
      { kind: 'device-renamed', member: me.member, about: about(second.id) },
    ])
  })

  test('a name that is none, a device of another, or one that is gone changes nothing (T20, T22)', async () => {
    const [me, stranger] = [await owner(), await owner()]
    const [mine, theirs] = [await paired(me), await paired(stranger)]
    for (const name of ['', '   ', 'x'.repeat(81)]) {
      const page = await me.visitor.submit('/account/devices/rename', { ...me, device: mine.id, name } as never) // texts
      expect([page.status, await page.text()]).toEqual([422, expect.stringContaining('between 1 and 80 characters')])
      expect(await codeOf(await mine.ask('PATCH', `/v1/devices/${mine.id}`, { name }))).toEqual({
        status: 422,
        code: 'INVALID_REQUEST',
      })
    }
    const more = { name: 'X', member: me.member }
    expect((await mine.ask('PATCH', `/v1/devices/${mine.id}`, more)).status).toBe(422)
    for (const workspace of [me.workspace, stranger.workspace]) {
      await me.visitor.submit('/account/devices/rename', { workspace, device: theirs.id, name: 'Planted' })
      await me.visitor.submit('/account/devices/disconnect', { workspace, device: theirs.id })
      await me.visitor.submit('/devices/disconnect', { workspace, device: theirs.id })
    }
    expect((await mine.ask('PATCH', `/v1/devices/${theirs.id}`, { name: 'Planted' })).status).toBe(404)
    expect(await nameOf(theirs.id)).toBe('Work browser')
    expect((await theirs.ask('GET', '/v1/scopes')).status).toBe(200)
    await me.visitor.submit('/account/devices/disconnect', { workspace: me.workspace, device: mine.id })
    await me.visitor.submit('/account/devices/rename', { workspace: me.workspace, device: mine.id, name: 'Late' })
    expect(await nameOf(mine.id)).toBe('Work browser')
    expect((await notesIn(server, me.workspace)).map(({ kind }) => kind)).toEqual(['device-revoked'])
    expect(await notesIn(server, stranger.workspace)).toEqual([])
  })

  test('disconnected on the page, or by a device, its token is worthless at once, noted once (T16, T36)', async () => {
    const me = await owner()
    const [first, second, third] = [await paired(me), await paired(me), await paired(me)]
    await me.visitor.submit('/account/devices/disconnect', { workspace: me.workspace, device: first.id })
    expect((await first.ask('GET', '/v1/scopes')).status).toBe(401)
    expect((await second.ask('DELETE', `/v1/devices/${second.id}`)).status).toBe(200)
    await me.visitor.submit('/devices/disconnect', { workspace: me.workspace, device: third.id })
    expect((await third.ask('GET', '/v1/scopes')).status).toBe(401)
    expect((await notesIn(server, me.workspace)).map(({ kind }) => kind)).toEqual(Array(3).fill('device-revoked'))
  })

  test('all at once, and a colleague’s not', async () => {
    const me = await owner()
    const mine = [await paired(me), await paired(me)]
    const other = await colleague(server, 'lead', { ...server.a, id: me.workspace })
    await me.visitor.submit('/account/devices/disconnect-all', {})
    for (const device of mine) expect((await device.ask('GET', '/v1/scopes')).status).toBe(401)
    expect((await other.device.get('/v1/scopes')).status).toBe(200)
    await me.visitor.submit('/account/devices/disconnect-all', {})
    expect((await notesIn(server, me.workspace)).map(({ kind }) => kind)).toEqual(['devices-revoked'])
  })
})

describe('the password', () => {
  const next = 'a quite different sentence'
  const change = (visitor: Visitor, form: Record<string, string> = {}) =>
    visitor.submit('/account/password', { password, new_password: next, ...form })

  test('changed, ends every other session and what they began; devices stay, and the page says so (T27, T36)', async () => {
    const me = await owner()
    const device = await paired(me)
    const other = await anotherBrowser(server, me.person)
    const { random } = server.deps
    const redirect_uri = 'https://x.example/'
    const approved = { workspace: me.workspace, member: me.member, device_name: 'Theirs', challenge: 'x', redirect_uri }
    const code = await issueCode(server.database, approved, random, server.now())
    const started = await startDeviceCode(
      server.database,
      { device_name: 'Theirs', place: 'there' },
      random,
      server.now(),
    )
    await claimDeviceCode(server.database, started.user_code, me.person, server.now())
    const said = await change(me.visitor)
    expect(said.headers.get('location')).toBe('/account?done=password')
    const html = await textOf(me.visitor, '/account?done=password')
    expect(html).toContain('every other session has ended. Your devices, passkeys and linked single sign-on stay')
    expect(html).toContain('Disconnect all devices')
    expect([await isIn(me.visitor), await isIn(other.visitor)]).toEqual([true, false])
    expect((await device.ask('GET', '/v1/scopes')).status).toBe(200)
    const redeemed = await redeemCode(server.database, { code, code_verifier: 'v'.repeat(43) }, random, server.now())
    expect(redeemed).toMatchObject({ ok: false, problem: { code: 'BAD_CODE' } })
    const states = await server.database.people.selectFrom('device_codes').select('state').execute()
    expect(states).toEqual([{ state: 'denied' }])
    expect(await notesIn(server, me.workspace)).toEqual([{ kind: 'password-changed', member: me.member, about: null }])
    const signIn = (typed: string) =>
      new Visitor(server).submit('/sign-in', { email: me.email, password: typed, next: '/account' })
    expect([(await signIn(password)).status, (await signIn(next)).status]).toEqual([401, 303])
  })

  test('stays without the present one, or where the new one is too short; it is not to be guessed here (T40)', async () => {
    const me = await owner()
    expect((await change(me.visitor, { new_password: 'short' })).status).toBe(422)
    // Nine guesses, without the second that each costs.
    for (let at = 0; at < 9; at++)
      await mayTry(server.database, `password of ${me.person}`, signInAllowance, server.now())
    expect((await change(me.visitor, { password: 'the tenth guess' })).status).toBe(403)
    expect((await change(me.visitor, { password: 'one more guess' })).status).toBe(429)
    expect((await change(me.visitor)).status).toBe(429)
    expect(await notesIn(server, me.workspace)).toEqual([])
    server.pass(15 * 60_000)
    expect((await change(me.visitor)).status).toBe(303)
  })

  test('is asked of nobody whom the firm’s own sign-in knows', async () => {
    const me = await owner()
    await server.database.people.deleteFrom('credentials').where('userId', '=', me.person).execute()
    expect(await textOf(me.visitor)).not.toContain('type="password"')
    expect((await change(me.visitor, { password: '' })).status).toBe(403)
  })
})

test('a page of the account carries no script and shows names as text (T06)', async () => {
  const me = await owner()
  await paired(me, '<img src=x onerror=alert(1)>"\'')
  const response = await me.visitor.visit('/account')
  expect(response.headers.get('content-security-policy')).not.toMatch(/unsafe/)
  const html = await response.text()
  expect(html).not.toMatch(/<img|\son[a-z]+="|style=|javascript:/i)
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
})

test('panel and worker sync together: one lock, one round, and nobody is logged out, as there is nothing to refresh (F46)', async () => {
  const device = await pairedDevice(server, server.a)
  const held = new Set<string>()
  vi.stubGlobal('navigator', {
    locks: {
      request: async (name: string, _: unknown, work: (lock: object | null) => Promise<unknown>) => {
        if (held.has(name)) return work(null)
        held.add(name)
        try {
          return await work({ name })
        } finally {
          held.delete(name)
        }
      },
    },
  })
  const asked: string[] = []
  const counting: typeof fetch = (input, init) => {
    asked.push(new URL(String(input instanceof Request ? input.url : input)).pathname)
    return server.fetch(input, init)
  }
  const reports = await Promise.all([device.sync(counting), device.sync(counting)])
  expect(reports.map(({ idle, problem }) => [idle, problem])).toEqual([
    [null, null],
    ['busy', null],
  ])
  expect(asked.filter((path) => path === '/v1/scopes')).toHaveLength(1)
  expect((await device.sync(counting)).problem).toBeNull()
})
