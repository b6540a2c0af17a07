import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { verifyAll } from '../../server/audit/verify.ts'
import { recoverAccount } from '../../server/people/recover.ts'
import { stepOf } from '../../server/people/time-code.ts'
import { betweenSteps, codeNow, fromBase32, withApp } from '../support/authenticator-app.ts'
import { notesIn } from '../support/notes.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { anotherBrowser, password, signedInOwner, Visitor } from '../support/visitor.ts'

let server: TestServer
let count = 0
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())
// better-auth reads the machine's clock.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => {
  vi.useRealTimers()
  server.pass(15 * 60_000)
})
const pass = (ms: number) => vi.setSystemTime(Date.now() + ms)
const step = 30_000

const owner = () => signedInOwner(server, `owner${++count}@example.com`)
const isIn = async (visitor: Visitor) => (await visitor.visit('/account')).status === 200
const kinds = async (workspace: string) => (await notesIn(server, workspace)).map(({ kind }) => kind)
const give = (visitor: Visitor, code: string) => visitor.submit('/sign-in/code', { code, next: '/account' })
const secretOn = (html: string) => fromBase32(/class="secret">([A-Z2-7 ]+)</.exec(html)?.[1]?.replaceAll(' ', '') ?? '')
const codesOn = (html: string) =>
  [...html.matchAll(/<li>([2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5})<\/li>/g)].map(([, code]) => code ?? '')
const connectPath = `/connect?${new URLSearchParams({
  redirect_uri: `https://${'abcdefghijklmnop'.repeat(2)}.chromiumapp.org/`,
  state: 'the state',
  code_challenge: 'c'.repeat(43),
  code_challenge_method: 'S256',
  device_name: 'Chrome on Linux',
})}`

describe('setting it up', () => {
  test('asks for the password, and is on by the first code alone; the backup codes are shown once (T36)', async () => {
    const me = await owner()
    const begin = (typed: string) => me.visitor.submit('/account/second-factor/begin', { password: typed })
    expect((await begin('not the password')).status).toBe(403)
    const begun = await (await begin(password)).text()
    const secret = secretOn(begun)
    expect(secret).toHaveLength(32)
    expect(begun).toContain('<svg class="square"')
    expect(await (await me.visitor.visit('/account')).text()).toContain('Off. With it')
    const wrong = await me.visitor.submit('/account/second-factor/confirm', { code: '000000' })
    expect([wrong.status, secretOn(await wrong.text())]).toEqual([403, secret])
    expect(await kinds(me.workspace)).toEqual([])
    const code = await codeNow(server, secret)
    const on = await me.visitor.submit('/account/second-factor/confirm', {
      code: ` ${code.slice(0, 3)} ${code.slice(3)}`,
    })
    const codes = codesOn(await on.text())
    expect(new Set(codes).size).toBe(10)
    expect(await notesIn(server, me.workspace)).toEqual([{ kind: 'second-factor-on', member: me.member, about: null }])
    const account = await (await me.visitor.visit('/account')).text()
    expect(account).toContain('10 of 10 backup codes are left')
    const again = await me.visitor.submit('/account/second-factor/confirm', { code: await codeNow(server, secret) })
    expect(again.status).toBe(303)
    // What the database holds opens nothing.
    const stored = JSON.stringify(await server.database.people.selectFrom('second_factors').selectAll().execute())
    for (const text of [secret, ...codes]) expect(stored + account).not.toContain(text)
  })

  test('what was begun and not confirmed asks nobody for a code, and a first code is not guessed at leisure (T40)', async () => {
    const me = await owner()
    await me.visitor.submit('/account/second-factor/begin', { password })
    const signedIn = await new Visitor(server).submit('/sign-in', { email: me.email, password, next: '/account' })
    expect(signedIn.headers.get('location')).toBe('/account')
    const statuses: number[] = []
    for (let at = 0; at < 6; at++)
      statuses.push((await me.visitor.submit('/account/second-factor/confirm', { code: '000000' })).status)
    expect(statuses).toEqual([403, 403, 403, 403, 403, 429])
  })

  test('a form of another site changes nothing (T29)', async () => {
    const me = await owner()
    await withApp(server, me)
    for (const act of ['begin', 'confirm', 'off', 'backup-codes'])
      for (const origin of ['https://evil.example', 'null', null]) {
        const form = { password, code: '123456' }
        expect((await me.visitor.submit(`/account/second-factor/${act}`, form, origin)).status).toBe(403)
      }
    expect((await me.visitor.submit('/sign-in/code', { code: '123456' }, 'https://evil.example')).status).toBe(403)
    expect(await kinds(me.workspace)).toEqual(['second-factor-on'])
  })
})

test('who came in by the password alone is out when it is on, and the page says so before (T27)', async () => {
  const me = await owner()
  const { visitor: thief } = await anotherBrowser(server, me.person)
  expect(await isIn(thief)).toBe(true)
  expect(await (await me.visitor.visit('/account')).text()).toContain('Your other sessions end when it is on')
  await withApp(server, me)
  expect([await isIn(thief), await isIn(me.visitor)]).toEqual([false, true])
})

describe('signing in', () => {
  test('the password alone opens nothing: no page, no device, no session; the code does, and leads on (T26, T28)', async () => {
    const me = await owner()
    const { secret } = await withApp(server, me)
    const sessions = () => server.database.people.selectFrom('sessions').select('id').where('userId', '=', me.person)
    const before = await sessions().execute()
    const visitor = new Visitor(server)
    const half = await visitor.submit('/sign-in', { email: me.email, password, next: connectPath })
    expect(half.headers.get('location')).toBe(`/sign-in/code?next=${encodeURIComponent(connectPath)}`)
    expect(half.headers.getSetCookie().join()).not.toMatch(/session_token=[^;]/)
    expect(await sessions().execute()).toEqual(before)
    for (const path of ['/', '/account', '/device', connectPath])
      expect((await visitor.visit(path)).headers.get('location'), path).toMatch(/^\/sign-in/)
    for (const path of ['/device', '/device/decide', '/account/devices/disconnect-all', '/devices/disconnect'])
      expect((await visitor.submit(path, { user_code: 'ABCD-EFGH' })).headers.get('location')).toMatch(/^\/sign-in/)
    const asked = Object.fromEntries(new URL(connectPath, 'http://x').searchParams)
    const approved = await visitor.submit('/connect', { ...asked, workspace: me.workspace, decision: 'allow' })
    expect(approved.headers.get('location')).toContain('error=access_denied')
    pass(step)
    const { headers, status } = await visitor.submit('/sign-in/code', {
      code: await codeNow(server, secret),
      next: connectPath,
    })
    expect([status, headers.get('location')]).toEqual([303, connectPath])
    expect((await visitor.visit(connectPath)).status).toBe(200)
  })

  test('a code is taken once, also by two at once, and none of before it (T27)', async () => {
    const me = await owner()
    const { secret } = await withApp(server, me)
    const confirmed = await codeNow(server, secret)
    expect((await give(await betweenSteps(server, me.person), confirmed)).status).toBe(403)
    pass(step)
    const next = await codeNow(server, secret)
    const both = [await betweenSteps(server, me.person), await betweenSteps(server, me.person)]
    const statuses = await Promise.all(both.map(async (visitor) => (await give(visitor, next)).status))
    expect(statuses.sort()).toEqual([303, 403])
    for (const code of [next, confirmed])
      expect((await give(await betweenSteps(server, me.person), code)).status).toBe(403)
    pass(step)
    const visitor = await betweenSteps(server, me.person)
    expect((await give(visitor, await codeNow(server, secret))).status).toBe(303)
    expect(await isIn(visitor)).toBe(true)
  })

  test('a backup code opens once, also to two at once', async () => {
    const me = await owner()
    const { backupCodes } = await withApp(server, me)
    const [first = '', second = ''] = backupCodes
    const visitor = await betweenSteps(server, me.person)
    expect((await give(visitor, ` ${first.toLowerCase().replace('-', '')} `)).status).toBe(303)
    expect(await (await visitor.visit('/account')).text()).toContain('9 of 10 backup codes are left')
    expect((await give(await betweenSteps(server, me.person), first)).status).toBe(403)
    const both = [await betweenSteps(server, me.person), await betweenSteps(server, me.person)]
    const statuses = await Promise.all(both.map(async (browser) => (await give(browser, second)).status))
    expect(statuses.sort()).toEqual([303, 403])
  })

  test('five wrong codes close it for a quarter of an hour, however often the password is typed again (T40)', async () => {
    const me = await owner()
    const { secret, backupCodes } = await withApp(server, me)
    pass(step)
    const tries = await Promise.all(
      Array.from(
        { length: 20 },
        async (_, at) => (await give(await betweenSteps(server, me.person), at % 2 ? 'aaaaa-bbbbb' : '000000')).status,
      ),
    )
    expect(tries.filter((status) => status === 403)).toHaveLength(5)
    expect(tries.filter((status) => status === 429)).toHaveLength(15)
    for (const code of [await codeNow(server, secret), backupCodes[0] ?? ''])
      expect((await give(await betweenSteps(server, me.person), code)).status).toBe(429)
    server.pass(15 * 60_000)
    expect((await give(await betweenSteps(server, me.person), await codeNow(server, secret))).status).toBe(303)
  })

  test('the code of one person is nothing in the place of another’s, nor beside a session of one’s own (T28)', async () => {
    const [me, stranger] = [await owner(), await owner()]
    const { secret } = await withApp(server, me)
    await withApp(server, stranger)
    pass(step)
    expect((await give(await betweenSteps(server, stranger.person), await codeNow(server, secret))).status).toBe(403)
    // Signed in as oneself and halfway as somebody else: one's own code must not open the other account.
    const half = await betweenSteps(server, stranger.person)
    const both = new Visitor(server, { ...me.visitor.jar(), ...half.jar() })
    expect((await give(both, await codeNow(server, secret))).status).toBe(403)
  })

  test('what is between the steps ends after five minutes, and with the password (T27)', async () => {
    const me = await owner()
    const { secret } = await withApp(server, me)
    const late = await betweenSteps(server, me.person)
    pass(5 * 60_000)
    expect((await give(late, await codeNow(server, secret))).headers.get('location')).toMatch(/^\/sign-in\?next/)
    expect((await late.visit('/sign-in/code')).headers.get('location')).toBe('/sign-in')
    const half = await betweenSteps(server, me.person)
    const other = await anotherBrowser(server, me.person)
    await other.visitor.submit('/account/password', { password, new_password: 'a quite different sentence' })
    expect((await give(half, await codeNow(server, secret))).headers.get('location')).toMatch(/^\/sign-in\?next/)
    const forged = new Visitor(server, { 'stocktake.two_factor': '2fa-x.y' })
    expect((await give(forged, await codeNow(server, secret))).headers.get('location')).toMatch(/^\/sign-in\?next/)
  })
})

describe('afterwards', () => {
  test('off only with the password, noted once; the backup codes go with it (T36)', async () => {
    const me = await owner()
    const { backupCodes } = await withApp(server, me)
    expect((await me.visitor.submit('/account/second-factor/off', { password: 'not it' })).status).toBe(403)
    const half = await betweenSteps(server, me.person)
    const off = await me.visitor.submit('/account/second-factor/off', { password })
    expect(await (await me.visitor.visit(off.headers.get('location') ?? '')).text()).toContain(
      'asks for no code any more',
    )
    expect((await give(half, backupCodes[0] ?? '')).status).toBe(403)
    const again = await new Visitor(server).submit('/sign-in', { email: me.email, password, next: '/account' })
    expect(again.headers.get('location')).toBe('/account')
    await me.visitor.submit('/account/second-factor/off', { password })
    expect(await kinds(me.workspace)).toEqual(['second-factor-on', 'second-factor-off'])
  })

  test('new backup codes only with the password, noted once; the former are worth nothing (T36)', async () => {
    const me = await owner()
    const { backupCodes } = await withApp(server, me)
    expect((await me.visitor.submit('/account/second-factor/backup-codes', { password: 'not it' })).status).toBe(403)
    const made = await me.visitor.submit('/account/second-factor/backup-codes', { password })
    const [fresh = ''] = codesOn(await made.text())
    expect((await give(await betweenSteps(server, me.person), backupCodes[0] ?? '')).status).toBe(403)
    expect((await give(await betweenSteps(server, me.person), fresh)).status).toBe(303)
    expect(await kinds(me.workspace)).toEqual(['second-factor-on', 'backup-codes-renewed'])
    expect((await verifyAll(server.database)).broken).toEqual([])
  })

  test('a server with another key reads no secret, says so, and lets nobody in by it', async () => {
    const me = await owner()
    const { secret, backupCodes } = await withApp(server, me)
    await server.database.people
      .updateTable('second_factors')
      .set({ secret: 'of another key', backupCodes: 'of another key' })
      .where('userId', '=', me.person)
      .execute()
    pass(step)
    for (const code of [await codeNow(server, secret), backupCodes[0] ?? ''])
      expect((await give(await betweenSteps(server, me.person), code)).status).toBe(403)
    expect(await (await me.visitor.visit('/account')).text()).toContain('The backup codes cannot be read')
  })
})

test.each([
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [20_000_000_000, '353130'],
])('the codes are those of RFC 6238: at %i it is %s, one step early or late as well', (seconds, code) => {
  const at = (steps: number) => stepOf('12345678901234567890', code, new Date(seconds * 1000 + steps * step))
  expect([-2, -1, 0, 1, 2].map((steps) => at(steps) !== undefined)).toEqual([false, true, true, true, false])
})

describe('what the operator does for who has lost both', () => {
  test('a new password, no code, and everybody who was in is out (T27, T36)', async () => {
    const [me, other] = [await owner(), await owner()]
    await withApp(server, me)
    expect(await recoverAccount(server.deps, 'nobody@example.com')).toMatchObject({ problem: { code: 'NOT_FOUND' } })
    const before = await kinds(me.workspace)
    const recovered = await recoverAccount(server.deps, me.email.toUpperCase())
    expect(await isIn(me.visitor)).toBe(false)
    expect(await isIn(other.visitor)).toBe(true)
    expect(await kinds(me.workspace)).toEqual([...before, 'account-recovered'])
    expect(await kinds(other.workspace)).toEqual([])
    const fresh = new Visitor(server)
    const signIn = (typed: string) => fresh.submit('/sign-in', { email: me.email, password: typed, next: '/account' })
    expect((await signIn(password)).status).toBe(401)
    const given = recovered.ok ? recovered.value.password : ''
    expect(given).toMatch(/^(\w{5}-){3}\w{5}$/)
    expect((await signIn(given)).headers.get('location')).toBe('/account')
    expect(await isIn(fresh)).toBe(true)
  })
})
