import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { safeNext } from '../../server/pages/form.ts'
import { firstRunToken } from '../../server/people/first-run.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { ownerOf, password, signedInOwner, Visitor } from '../support/visitor.ts'

let server: TestServer
beforeEach(async () => {
  server = await startServer()
})
afterEach(() => server.close())

/** The server as it is at its first start: nobody has an account. */
async function emptyServer() {
  const { people } = server.database
  for (const table of ['devices', 'members', 'people'] as const) await people.deleteFrom(table).execute()
  const token = await firstRunToken(server.database, server.deps.random)
  if (token === undefined) throw new Error('there is an account')
  return token
}
const form = (token: string) => ({
  token,
  name: 'Ann',
  email: 'Ann@example.com',
  password,
  workspace: 'Ann & Partners',
  next: '/device',
})
const accounts = () => server.database.people.selectFrom('people').select('email').execute()

describe('first run', () => {
  test('the printed token makes the first account, its workspace and a session, once', async () => {
    const token = await emptyServer()
    expect(Buffer.from(token, 'base64url').length * 8).toBeGreaterThanOrEqual(128)
    const visitor = new Visitor(server)
    expect(await (await visitor.visit('/')).text()).toContain('First-run token')
    const made = await visitor.submit('/first-run', form(token))
    expect([made.status, made.headers.get('location')]).toEqual([303, '/device'])
    expect(await (await visitor.visit('/')).text()).toContain('Signed in as Ann (ann@example.com)')
    const [workspace] = await server.database.people
      .selectFrom('workspaces')
      .selectAll()
      .where('name', '=', 'Ann & Partners')
      .execute()
    const members = await server.database.people.selectFrom('members').selectAll().execute()
    expect(members).toMatchObject([{ workspace: workspace?.id, role: 'owner', state: 'active' }])
    const again = await new Visitor(server).submit('/first-run', { ...form(token), email: 'eve@example.com' })
    expect(again.status).toBe(403)
    expect(await accounts()).toEqual([{ email: 'ann@example.com' }])
  })

  test('the token is stored hashed, replaced at each start, and not made when there is an account', async () => {
    const token = await emptyServer()
    const stored = await server.database.people.selectFrom('settings').selectAll().execute()
    expect(JSON.stringify(stored)).not.toContain(token)
    const next = await firstRunToken(server.database, server.deps.random)
    expect((await new Visitor(server).submit('/first-run', form(token))).status).toBe(403)
    expect((await new Visitor(server).submit('/first-run', form(next ?? ''))).status).toBe(303)
    expect(await firstRunToken(server.database, server.deps.random)).toBeUndefined()
  })

  test('a wrong token, or a form that is not filled in, makes nothing and says what to mend', async () => {
    const token = await emptyServer()
    const visitor = new Visitor(server)
    expect((await visitor.submit('/first-run', form('x'.repeat(43)))).status).toBe(403)
    for (const [field, words] of [
      ['email', 'e-mail'],
      ['password', '12 characters'],
      ['workspace', 'workspace'],
      ['name', 'your name'],
    ] as const) {
      const response = await visitor.submit('/first-run', { ...form(token), [field]: ' ' })
      expect([response.status, await response.text()]).toEqual([422, expect.stringContaining(words)])
    }
    expect(await accounts()).toEqual([])
    expect((await visitor.submit('/first-run', form(token))).status).toBe(303)
  })

  test('the token cannot be guessed at leisure', async () => {
    await emptyServer()
    const visitor = new Visitor(server)
    const statuses = []
    for (let i = 0; i < 12; i++) statuses.push((await visitor.submit('/first-run', form(`guess ${i}`))).status)
    expect(statuses).toEqual([...Array(10).fill(403), 429, 429])
  })

  test('every page leads to it while nobody has an account, and back to where one was going', async () => {
    await emptyServer()
    const visitor = new Visitor(server)
    const asked = await visitor.visit('/device')
    expect(asked.headers.get('location')).toBe('/sign-in?next=%2Fdevice')
    const next = await visitor.visit('/sign-in?next=%2Fdevice')
    expect(next.headers.get('location')).toBe('/?next=%2Fdevice')
    expect(await (await visitor.visit('/?next=%2Fdevice')).text()).toContain('name="next" value="/device"')
  })
})

describe('sign-in', () => {
  test('opens a session by cookie that scripts and other sites cannot use; sign-out ends it', async () => {
    const { email } = await ownerNamed('one@example.com')
    const visitor = new Visitor(server)
    const signedIn = await visitor.submit('/sign-in', { email, password, next: '/' })
    expect(await (await visitor.visit('/')).text()).toContain(email)
    expect(signedIn.headers.getSetCookie().join()).toMatch(/stocktake\.session_token=.*HttpOnly.*SameSite=Lax/i)
    await visitor.submit('/sign-out', {})
    expect((await visitor.visit('/')).headers.get('location')).toBe('/sign-in')
  })

  test('a wrong password and an unknown account get the same answer', async () => {
    const { email } = await signedInOwner(server)
    const visitor = new Visitor(server)
    const wrong = await visitor.submit('/sign-in', { email, password: 'not the password', next: '/' })
    const unknown = await visitor.submit('/sign-in', { email: 'nobody@example.com', password, next: '/' })
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    const page = async (response: Response) => (await response.text()).replace(/value="[^"]*"/g, '')
    expect(await page(unknown)).toBe(await page(wrong))
  })

  test('an unknown account takes as long as a wrong password (T40)', async () => {
    const { email } = await ownerNamed('known@example.com')
    const fastest = async (asked: string) => {
      const times: number[] = []
      for (let time = 0; time < 4; time++) {
        const start = performance.now()
        await new Visitor(server).submit('/sign-in', { email: asked, password: 'not the password', next: '/' })
        times.push(performance.now() - start)
      }
      return Math.min(...times)
    }
    const [known, unknown] = [await fastest(email), await fastest('nobody@example.com')]
    // Most of it is the hash of the password; without that it would be a tenth.
    expect(unknown).toBeGreaterThan(known / 3)
    expect(known).toBeGreaterThan(unknown / 3)
  })

  test('ten failures close an account for a quarter of an hour, also to fifty at once (T40)', async () => {
    const { email } = await ownerNamed('ten@example.com')
    const tries = Array.from({ length: 50 }, () =>
      new Visitor(server).submit('/sign-in', { email, password: 'wrong password', next: '/' }),
    )
    const statuses = (await Promise.all(tries)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(10)
    expect(statuses.filter((status) => status === 429)).toHaveLength(40)
    expect((await new Visitor(server).submit('/sign-in', { email, password, next: '/' })).status).toBe(429)
    server.pass(15 * 60_000)
    expect((await new Visitor(server).submit('/sign-in', { email, password, next: '/' })).status).toBe(303)
  })

  test('success is not counted', async () => {
    const { email } = await ownerNamed('often@example.com')
    for (let i = 0; i < 12; i++)
      expect((await new Visitor(server).submit('/sign-in', { email, password, next: '/' })).status).toBe(303)
  })

  const ownerNamed = async (email: string) => ({ email, ...(await ownerOf(server, email)) })

  test('leads back to our own pages only', async () => {
    const elsewhere = [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '/connect@evil',
      '/v1/scopes',
      'javascript:alert(1)',
      '/connect?a\nb',
    ]
    expect(elsewhere.map(safeNext)).toEqual(elsewhere.map(() => '/'))
    expect(safeNext('/connect?redirect_uri=https%3A%2F%2Fx&state=1')).toBe(
      '/connect?redirect_uri=https%3A%2F%2Fx&state=1',
    )
    const { email } = await ownerNamed('next@example.com')
    const response = await new Visitor(server).submit('/sign-in', { email, password, next: 'https://evil.example/' })
    expect(response.headers.get('location')).toBe('/')
  })
})

describe('pages', () => {
  test('a form that another site sends, or nobody, changes nothing (T29)', async () => {
    const { visitor, email } = await signedInOwner(server)
    for (const origin of ['https://evil.example', 'null', null]) {
      expect((await visitor.submit('/sign-out', {}, origin)).status).toBe(403)
      expect((await visitor.submit('/sign-in', { email, password }, origin)).status).toBe(403)
    }
    expect((await visitor.visit('/')).status).toBe(200)
  })

  test('carry no script, allow none, and stand in nobody’s frame', async () => {
    const { visitor } = await signedInOwner(server)
    // Those that ask for a passkey run one file: passkeys.test.ts.
    for (const path of ['/', '/device']) {
      const response = await visitor.visit(path)
      const policy = response.headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toMatch(/unsafe|script-src/)
      expect(await response.text()).not.toMatch(/<script|\son[a-z]+=|style=|javascript:/i)
    }
  })

  test('show names as text, whatever is in them (T06)', async () => {
    const { visitor, workspace, member } = await signedInOwner(server)
    const { addDevice } = await import('../../server/devices/store.ts')
    const name = '<img src=x onerror=alert(1)>"\''
    await addDevice(server.database.people, { workspace, member, name }, server.deps.random, server.now())
    const html = await (await visitor.visit('/')).text()
    expect(html).not.toContain('<img')
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
  })

  test('a session opens nothing under /v1, and a token no page', async () => {
    const { visitor } = await signedInOwner(server)
    expect((await visitor.visit('/v1/scopes')).status).toBe(401)
    expect((await server.a.device.get('/')).headers.get('location')).toBe('/sign-in')
  })

  test('a device can be disconnected by its own member only', async () => {
    const { visitor } = await signedInOwner(server)
    await visitor.submit('/devices/disconnect', { workspace: server.a.id, device: server.a.device.id })
    expect((await server.a.device.get('/v1/scopes')).status).toBe(200)
  })
})

describe('better-auth', () => {
  test('finds every table and column that it wants', async () => {
    const { getMigrations } = await import('better-auth/db/migration')
    const { authOf } = await import('../../server/people/auth.ts')
    const { options } = await authOf(server.deps)
    const { people: db, engine } = server.database
    const { toBeCreated, toBeAdded } = await getMigrations({ ...options, database: { db, type: engine.name } })
    expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] })
  })
})
