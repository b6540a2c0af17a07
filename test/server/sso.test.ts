import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { verifyAll } from '../../server/audit/verify.ts'
import { defaultConfig } from '../../server/config.ts'
import type { Env } from '../../server/http/env.ts'
import { InvitationMade } from '../../server/invitations/model.ts'
import { startServer as listening } from '../../server/listen.ts'
import type { SsoConfig } from '../../server/sso/config.ts'
import { provenIdentity } from '../../server/sso/flow.ts'
import { isInvited, linkIdentity, personOf } from '../../server/sso/identities.ts'
import { type Identity, Issuer } from '../../server/sso/issuer.ts'
import { seal, unseal } from '../../server/webhooks/sealed.ts'
import { Scope } from '../../server/workspaces/scope.ts'
import { Pairing } from '../../shared/connect.ts'
import { ok, type ProblemCode, problem, sentenceOf } from '../../shared/problem.ts'
import { TestIssuer } from '../support/issuer.ts'
import { notesIn as allNotesIn } from '../support/notes.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { anotherBrowser, password, signedInOwner, Visitor } from '../support/visitor.ts'

let server: TestServer
let issuer: TestIssuer
beforeAll(async () => {
  server = await startServer()
  issuer = await TestIssuer.start(`${server.deps.baseUrl}/sso/callback`)
})
afterAll(async () => {
  await issuer.close()
  await server.close()
})
beforeEach(() => configured())
afterEach(() => {
  issuer.tamper = undefined
  issuer.instead = {}
  // Tries are counted for a quarter of an hour.
  server.pass(16 * 60_000)
})

const configured = (change?: Partial<SsoConfig>, seconds?: number) => {
  server.deps.sso = new Issuer(issuer.config(change), seconds)
}
let count = 0
/** Somebody at the issuer whom nobody here knows yet. */
const somebody = (claims: { email?: string; email_verified?: unknown; thin?: boolean } = {}) => {
  const who = `subject-${++count}`
  issuer.accounts[who] = { email: `${who}@firm.example`, email_verified: true, ...claims }
  return who
}
/** An owner of a workspace of their own, signed in by password just now. */
const owner = () => signedInOwner(server, `owner-${++count}@firm.example`)

const begin = async (visitor: Visitor, next = '/') => {
  const response = await visitor.visit(`/sso/sign-in?${new URLSearchParams({ next })}`)
  return response.headers.get('location') ?? ''
}
const signIn = async (visitor: Visitor, who: string, next = '/') =>
  visitor.visit(await issuer.signIn(await begin(visitor, next), who))
const beginLink = async (visitor: Visitor) => {
  const page = await visitor.submit('/sso/link', {})
  return page.headers.get('refresh')?.replace('0; url=', '') ?? ''
}
const link = async (visitor: Visitor, who: string) => visitor.visit(await issuer.signIn(await beginLink(visitor), who))

/** An owner whose identity at the issuer is linked. */
async function linked(claims?: Parameters<typeof somebody>[0]) {
  const [who, account] = [somebody(claims), await owner()]
  expect((await link(account.visitor, who)).headers.get('location')).toBe('/account')
  return { who, ...account }
}
const isSignedIn = async (visitor: Visitor) => (await visitor.visit('/')).status === 200

const refused = async (response: Response, code: ProblemCode, visitor?: Visitor) => {
  const [status, html] = [response.status, await response.text()]
  expect([status, html]).toEqual([problem(code).status, expect.stringContaining(sentenceOf(problem(code)))])
  if (visitor) expect(await isSignedIn(visitor)).toBe(false)
}
const identities = () => server.database.people.selectFrom('identities').selectAll().orderBy('subject').execute()
const notesIn = async (workspace: string) => {
  const read = await Scope.asServer(server.database, workspace, workspace, async ({ tx, key }) =>
    ok(
      await tx
        .selectFrom('log')
        .select(['kind', 'payload'])
        .where('scope', '=', key)
        .where('kind', 'like', 'identity-%')
        .orderBy('nr')
        .execute(),
    ),
  )
  if (!read.ok) throw new Error(read.problem.code)
  return read.value.map(({ kind, payload }) => ({ kind, about: JSON.parse(payload ?? 'null') }))
}

describe('signing in by the firm’s issuer', () => {
  test('opens a session as a password does, which connects a device', async () => {
    const { who, email, workspace } = await linked()
    const visitor = new Visitor(server)
    const page = await (await visitor.visit('/sign-in?next=%2Fdevice')).text()
    expect(page).toContain('Sign in with Firm ID')
    expect(page).toContain('href="/sso/sign-in?next=%2Fdevice"')
    const verifier = 'v'.repeat(43)
    const asking = {
      redirect_uri: `https://${'abcdefghijklmnop'.repeat(2)}.chromiumapp.org/`,
      state: 'of the extension',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      device_name: 'Chrome on Linux',
    }
    const next = `/connect?${new URLSearchParams(asking)}`
    const signedIn = await signIn(visitor, who, next)
    expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, next])
    expect(signedIn.headers.getSetCookie().join()).toMatch(/stocktake\.session_token=.*HttpOnly.*SameSite=Lax/i)
    expect(await (await visitor.visit(next)).text()).toContain(email)
    const allowed = await visitor.submit('/connect', { ...asking, workspace, decision: 'allow' })
    const code = new URL(allowed.headers.get('location') ?? '').searchParams.get('code')
    const redeemed = await server.request('/v1/connect/token', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code, code_verifier: verifier }),
    })
    expect(Pairing.parse(await redeemed.json())).toMatchObject({ workspace: { id: workspace }, member: { email } })
  })

  test('is ended by our sign-out for this server alone', async () => {
    const { who } = await linked()
    const visitor = new Visitor(server)
    await signIn(visitor, who)
    const before = issuer.asked.length
    expect((await visitor.submit('/sign-out', {})).headers.get('location')).toBe('/sign-in')
    expect([await isSignedIn(visitor), issuer.asked.length]).toEqual([false, before])
  })

  test('finds the same person under another address: the subject counts, and not what it is called', async () => {
    const { who, visitor, email } = await linked()
    issuer.accounts[who] = { email: 'married@firm.example', email_verified: true }
    const elsewhere = new Visitor(server)
    await signIn(elsewhere, who)
    expect(await (await elsewhere.visit('/')).text()).toContain(email)
    expect(await isSignedIn(visitor)).toBe(true)
  })

  test('asks for no code of an app: who the issuer lets in has shown there what the firm asks for', async () => {
    const { who, person } = await linked()
    await server.database.people.updateTable('people').set({ twoFactorEnabled: 1 }).where('id', '=', person).execute()
    const visitor = new Visitor(server)
    expect((await signIn(visitor, who)).headers.get('location')).toBe('/')
    expect(await isSignedIn(visitor)).toBe(true)
  })

  test('who is not known is refused, and told whom to ask', async () => {
    const [before, visitor] = [await identities(), new Visitor(server)]
    const response = await signIn(visitor, somebody())
    await refused(response, 'IDENTITY_UNKNOWN', visitor)
    expect(sentenceOf(problem('IDENTITY_UNKNOWN'))).toContain('Ask your workspace’s owner for an invitation')
    expect(await identities()).toEqual(before)
  })

  test.each([true, false, 'true', undefined])(
    'an equal address (verified: %s) inherits nobody’s account (T28)',
    async (email_verified) => {
      const victim = await owner()
      const visitor = new Visitor(server)
      const response = await signIn(visitor, somebody({ email: victim.email.toUpperCase(), email_verified }))
      await refused(response, 'IDENTITY_UNKNOWN', visitor)
      const theirs = (await identities()).filter(({ person }) => person === victim.person)
      expect(theirs).toEqual([])
    },
  )

  test('who declines there is told so, and is nobody here', async () => {
    const visitor = new Visitor(server)
    await refused(await signIn(visitor, ''), 'SSO_REFUSED', visitor)
  })

  test('leads to our own pages only', async () => {
    const { who } = await linked()
    const tooLong = `/connect?state=${'x'.repeat(3000)}`
    const elsewhere = [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '/connect@evil',
      '/invitation/../x',
    ]
    for (const next of [...elsewhere, tooLong]) {
      const response = await signIn(new Visitor(server), who, next)
      expect([response.status, response.headers.get('location')], next).toEqual([303, '/'])
    }
  })

  test('is not there where it is not configured', async () => {
    delete server.deps.sso
    const { visitor } = await owner()
    for (const path of ['/sso/sign-in', '/sso/callback?code=x&state=y'])
      expect((await visitor.visit(path)).status).toBe(404)
    for (const path of ['/sso/link', '/sso/unlink', '/sso/prove'])
      expect((await visitor.submit(path, {})).status).toBe(404)
    expect(await (await visitor.visit('/sign-in')).text()).not.toContain('Sign in with')
  })
})

describe('an answer of the issuer', () => {
  test('that names another state, or none, is refused, and leaves what was begun', async () => {
    const { who } = await linked()
    const visitor = new Visitor(server)
    const answer = await issuer.signIn(await begin(visitor), who)
    for (const wrong of [answer.replace(/state=[^&]*/, 'state=wrong'), answer.replace(/&state=[^&]*/, '')])
      await refused(await visitor.visit(wrong), 'SSO_NOT_BEGUN', visitor)
    expect((await visitor.visit(answer)).headers.get('location')).toBe('/')
  })

  test('counts in the browser alone that had asked', async () => {
    const { who } = await linked()
    const answer = await issuer.signIn(await begin(new Visitor(server)), who)
    const [other, third] = [new Visitor(server), new Visitor(server)]
    await refused(await other.visit(answer), 'SSO_NOT_BEGUN', other)
    await begin(third)
    await refused(await third.visit(answer), 'SSO_NOT_BEGUN', third)
  })

  test('counts once, also with the cookie that it had and to several at once', async () => {
    const { who } = await linked()
    const response = await new Visitor(server).visit('/sso/sign-in')
    const cookie = response.headers.getSetCookie()[0] ?? ''
    expect(cookie).toMatch(/^stocktake\.sso=.*; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/)
    const answer = await issuer.signIn(response.headers.get('location') ?? '', who)
    const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=', 2)
    const copies = Array.from({ length: 5 }, () => new Visitor(server, { [name]: value }))
    const statuses = (await Promise.all(copies.map((copy) => copy.visit(answer)))).map(({ status }) => status)
    expect(statuses.sort()).toEqual([303, 400, 400, 400, 400])
  })

  test('comes within ten minutes, or not at all', async () => {
    const { who } = await linked()
    const visitor = new Visitor(server)
    const answer = await issuer.signIn(await begin(visitor), who)
    server.pass(10 * 60_000)
    await refused(await visitor.visit(answer), 'SSO_NOT_BEGUN', visitor)
  })

  test('to another question than ours is refused: nonce, challenge, or another program’s code', async () => {
    const { who } = await linked()
    const challenge = createHash('sha256').update('x'.repeat(43)).digest('base64url')
    for (const change of [{ nonce: 'another' }, { code_challenge: challenge }, { client_id: 'another' }]) {
      const visitor = new Visitor(server)
      const url = new URL(await begin(visitor))
      for (const [name, value] of Object.entries(change)) url.searchParams.set(name, value)
      await refused(await visitor.visit(await issuer.signIn(url.href, who)), 'SSO_UNPROVEN', visitor)
    }
  })

  const now = Math.floor(Date.now() / 1000)
  test.each([
    ['for another program', { aud: 'another' }],
    ['for several, and made for another', { aud: ['stocktake', 'another'], azp: 'another' }],
    ['of another issuer', { iss: 'https://login.example.com' }],
    ['of yesterday', { iat: now - 90_000, exp: now - 86_400 }],
    ['without a nonce', { nonce: undefined }],
    ['about nobody', { sub: '' }],
  ])('with a token %s is refused', (_, claims) => withToken((token) => issuer.forge(token, claims)))

  test.each(['none', 'HS256', 'stranger'] as const)('with a token signed by %s is refused', (alg) =>
    withToken((token) => issuer.forge(token, {}, alg)),
  )
  test('without a token is refused', () => withToken(() => undefined))
  test('with a token that was changed is refused', async () => {
    const victim = await linked()
    await withToken((token) => {
      const [head, , signature] = token.split('.')
      return [head, issuer.forge(token, { sub: victim.who }).split('.')[1], signature].join('.')
    })
  })

  /** What the token endpoint gives is replaced; as it was it would have let in. */
  async function withToken(change: (token: string) => string | undefined) {
    const { who } = await linked()
    issuer.tamper = ({ id_token = '', ...rest }) => {
      const changed = change(id_token)
      return { ...rest, ...(changed !== undefined && { id_token: changed }) }
    }
    const visitor = new Visitor(server)
    await refused(await signIn(visitor, who), 'SSO_UNPROVEN', visitor)
    issuer.tamper = ({ id_token = '', ...rest }) => ({ ...rest, id_token: issuer.forge(id_token, {}) })
    expect((await signIn(visitor, who)).status).toBe(303)
  }

  test('is asked for at most ten times in vain by one address (T40)', async () => {
    const statuses: number[] = []
    for (let i = 0; i < 12; i++) {
      const visitor = new Visitor(server)
      const state = new URL(await begin(visitor)).searchParams.get('state') ?? ''
      statuses.push((await visitor.visit(`/sso/callback?${new URLSearchParams({ state, code: 'guessed' })}`)).status)
    }
    expect(statuses).toEqual([...Array(10).fill(403), 429, 429])
  })
})

describe('where the issuer does not answer as one', () => {
  const unavailable = async (config: Partial<SsoConfig>, seconds?: number) => {
    configured(config, seconds)
    const visitor = new Visitor(server)
    await refused(await visitor.visit('/sso/sign-in'), 'SSO_UNAVAILABLE', visitor)
  }

  test('being down is a sentence, and passwords work', async () => {
    const { email } = await owner()
    await unavailable({ issuer: 'http://127.0.0.1:9/' })
    const visitor = new Visitor(server)
    expect((await visitor.submit('/sign-in', { email, password, next: '/' })).status).toBe(303)
    configured()
    expect(await begin(visitor)).toContain(issuer.url)
  })

  test('silence is waited for as long as was said', async () => {
    const silent = createServer(() => {})
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const address = silent.address()
    const port = typeof address === 'object' ? address?.port : undefined
    await unavailable({ issuer: `http://127.0.0.1:${port}/` }, 0.2)
    silent.closeAllConnections()
    silent.close()
  })

  const wrongly: [string, TestIssuer['instead'][string]][] = [
    ['more than there can be', (as) => ({ body: JSON.stringify(as) + ' '.repeat(300_000) })],
    ['a page', () => ({ type: 'text/html', body: '<html>Sign in to this network</html>' })],
    ['elsewhere', () => ({ status: 302, location: `${issuer.url}elsewhere`, body: '' })],
  ]
  describe.each(['/.well-known/openid-configuration', '/jwks', '/token'])('%s', (path) => {
    test.each(wrongly)('that answers with %s is refused', async (_, instead) => {
      const { who } = await linked()
      const whole: unknown[] = []
      issuer.instead = {
        [path]: (as) => {
          whole.push(as)
          return instead(as)
        },
        '/elsewhere': () => ({ body: JSON.stringify(whole[0]) }),
      }
      configured()
      const visitor = new Visitor(server)
      const url = await begin(visitor)
      const asked = url === '' ? '/sso/sign-in' : await issuer.signIn(url, who)
      await refused(await visitor.visit(asked), 'SSO_UNAVAILABLE', visitor)
    })
  })

  test('a wrong secret is the operator’s to mend, and the log says so without it', async () => {
    const { Secret } = await import('../../server/secret.ts')
    const { who } = await linked()
    configured({ clientSecret: new Secret('canary-secret') })
    const visitor = new Visitor(server)
    await refused(await signIn(visitor, who), 'SSO_UNAVAILABLE', visitor)
    expect(server.logs).toContainEqual(expect.objectContaining({ event: 'alarm', code: 'INVALID_CLIENT' }))
  })

  test('nothing leaves but over TLS, but to an issuer on this machine', async () => {
    const { who } = await linked()
    // Another name of this machine, which is no name of it to us.
    const token_endpoint = `${issuer.url.replace('127.0.0.1', '0.0.0.0')}token`
    issuer.instead = {
      '/.well-known/openid-configuration': (as) => ({ body: JSON.stringify({ ...Object(as), token_endpoint }) }),
    }
    configured()
    const visitor = new Visitor(server)
    await refused(await signIn(visitor, who), 'SSO_UNAVAILABLE', visitor)
  })

  test('one that calls itself otherwise is not believed', () => {
    issuer.instead = {
      '/.well-known/openid-configuration': (as) => ({
        body: JSON.stringify({ ...Object(as), issuer: 'https://login.example.com' }),
      }),
    }
    return unavailable({})
  })

  test('one that speaks for other firms as well is not believed: each of them says what its people are called', async () => {
    const [common, any] = ['organizations', '{tenantid}'].map(
      (tenant) => `https://login.microsoftonline.com/${tenant}/v2.0`,
    )
    const endpoints = { authorization_endpoint: `${common}/a`, token_endpoint: `${common}/t`, jwks_uri: `${common}/k` }
    const fetched = vi
      .spyOn(globalThis, 'fetch')
      .mockImplementation(async () => Response.json({ issuer: any, ...endpoints }))
    await unavailable({ issuer: common ?? '' })
    expect(fetched).toHaveBeenCalledOnce()
    fetched.mockRestore()
  })
})

describe('linking', () => {
  test('takes a session, a form of our own, and a sign-in just now', async () => {
    const who = somebody()
    expect((await new Visitor(server).submit('/sso/link', {})).headers.get('location')).toBe('/sign-in')
    const { visitor, person } = await owner()
    for (const path of ['/sso/link', '/sso/unlink'])
      expect((await visitor.submit(path, {}, 'https://evil.example')).status).toBe(403)
    expect((await visitor.visit('/sso/link')).status).toBe(404)
    await server.database.people
      .updateTable('sessions')
      .set({ createdAt: new Date(Date.now() - 11 * 60_000).toISOString() })
      .where('userId', '=', person)
      .execute()
    for (const path of ['/sso/link', '/sso/unlink']) await refused(await visitor.submit(path, {}), 'SIGN_IN_AGAIN')
    await refused(await signIn(new Visitor(server), who), 'IDENTITY_UNKNOWN')
  })

  test('ends in the session in which it began', async () => {
    const [mine, other, who] = [await owner(), await owner(), somebody()]
    const answer = await issuer.signIn(await beginLink(mine.visitor), who)
    await mine.visitor.submit('/sign-out', {})
    await mine.visitor.submit('/sign-in', { email: other.email, password, next: '/' })
    await refused(await mine.visitor.visit(answer), 'SSO_NOT_BEGUN')
    expect((await identities()).filter(({ subject }) => subject === who)).toEqual([])
  })

  test('is told once in each workspace of the person and in no other (T36)', async () => {
    const { visitor, person, workspace, member } = await owner()
    const colleague = crypto.randomUUID()
    const joined = { workspace: server.a.id, id: colleague, person, role: 'reader' as const, state: 'active' as const }
    await server.database.people
      .insertInto('members')
      .values({ ...joined, created_at: server.now().toISOString() })
      .execute()
    const who = somebody()
    const before = (await notesIn(server.a.id)).length
    for (let i = 0; i < 2; i++) expect((await link(visitor, who)).headers.get('location')).toBe('/account')
    expect((await visitor.submit('/sso/unlink', {})).headers.get('location')).toBe('/account')
    const notes = await notesIn(workspace)
    expect(notes.map(({ kind }) => kind)).toEqual(['identity-linked', 'identity-unlinked'])
    expect(notes[0]?.about).toEqual({ member, issuer: issuer.url, identity: expect.any(String) })
    expect(JSON.stringify(notes)).not.toMatch(new RegExp(`${who}|@`))
    const inOther = (await notesIn(server.a.id)).slice(before)
    expect(inOther.map(({ about }) => about.member)).toEqual([colleague, colleague])
    expect(await notesIn(server.b.id)).toEqual([])
    expect((await verifyAll(server.database)).broken).toEqual([])
  })

  test('takes nobody’s identity away, and gives nobody two', async () => {
    const first = await linked()
    const second = await owner()
    await refused(await link(second.visitor, first.who), 'IDENTITY_TAKEN')
    await refused(await link(first.visitor, somebody()), 'LIMIT_REACHED')
    const rows = (await identities()).filter(({ person }) => person === first.person || person === second.person)
    expect(rows).toMatchObject([{ person: first.person, subject: first.who }])
    expect([...(await notesIn(second.workspace)), ...(await notesIn(first.workspace))]).toHaveLength(1)
  })

  test('is undone by the person, not where nothing else would let them in', async () => {
    const { visitor, who, person } = await linked()
    const { people } = server.database
    await people.updateTable('credentials').set({ password: null }).where('userId', '=', person).execute()
    await refused(await visitor.submit('/sso/unlink', {}), 'LAST_SIGN_IN')
    expect((await signIn(new Visitor(server), who)).status).toBe(303)
    const passkey = {
      id: crypto.randomUUID(),
      name: 'Phone',
      credential: who,
      public_key: '',
      counter: 0,
      transports: '',
    }
    await people
      .insertInto('passkeys')
      .values({ person, ...passkey, created_at: server.now().toISOString(), used_at: null })
      .execute()
    expect((await visitor.submit('/sso/unlink', {})).headers.get('location')).toBe('/account')
    await people.updateTable('credentials').set({ password: 'hashed' }).where('userId', '=', person).execute()
    expect((await link(visitor, who)).headers.get('location')).toBe('/account')
    expect((await visitor.submit('/sso/unlink', {})).headers.get('location')).toBe('/account')
    await refused(await signIn(new Visitor(server), who), 'IDENTITY_UNKNOWN')
    await refused(await visitor.submit('/sso/unlink', {}), 'NOT_FOUND')
  })

  test('is offered on the account page, with what is linked', async () => {
    const { SsoSection } = await import('../../server/sso/account-section.tsx')
    const shown = async (person: string) =>
      String((await SsoSection({ deps: server.deps, person, password: true })) ?? '')
    const { person, who, visitor } = await linked()
    expect(await (await visitor.visit('/account')).text()).toContain('Unlink Firm ID')
    expect(await shown(person)).toMatch(/Linked on 20\d\d-.*action="\/sso\/unlink".*Unlink Firm ID/)
    expect(await shown(person)).toContain(`${who}@firm.example`)
    expect(await shown((await owner()).person)).toMatch(/action="\/sso\/link".*Link Firm ID/)
    delete server.deps.sso
    expect(await shown(person)).toBe('')
  })
})

describe('a first password', () => {
  const page = '/account/first-password'
  const next = 'a first long sentence'
  const set = (visitor: Visitor, typed = next) => visitor.submit(page, { new_password: typed })

  /** Somebody whom the issuer alone lets in. */
  async function without() {
    const account = await linked()
    await server.database.people.deleteFrom('credentials').where('userId', '=', account.person).execute()
    return account
  }
  const beginProof = async (visitor: Visitor) =>
    (await visitor.submit('/sso/prove', {})).headers.get('refresh')?.replace('0; url=', '') ?? ''
  const prove = async (visitor: Visitor, who: string) =>
    visitor.visit(await issuer.signIn(await beginProof(visitor), who))
  const told = async (workspace: string) =>
    (await allNotesIn(server, workspace)).filter(({ kind }) => !kind.startsWith('identity-'))

  test('is set by whom the issuer lets in again: other sessions end, it is noted once, and the identity can go (T27, T36)', async () => {
    const { visitor, who, email, person, workspace, member } = await without()
    const other = await anotherBrowser(server, person)
    expect(await (await visitor.visit('/account')).text()).toContain('action="/sso/prove"')
    await refused(await visitor.submit('/sso/unlink', {}), 'LAST_SIGN_IN')
    const to = new URL(await beginProof(visitor))
    expect(to.searchParams.get('max_age')).toBe('300')
    expect((await visitor.visit(await issuer.signIn(to.href, who))).headers.get('location')).toBe(page)
    expect(await (await visitor.visit(page)).text()).toContain(email)
    const short = await set(visitor, 'too short')
    expect([short.status, await short.text()]).toEqual([422, expect.stringContaining('between 12 and 200 characters')])
    expect(await told(workspace)).toEqual([])

    // Both have begun before either is done.
    const done = await Promise.all([set(visitor), set(visitor, 'another long sentence')])
    const led = done.map((response) => response.headers.get('location')).sort()
    expect(led).toEqual(['/account', '/account?done=password-set'])
    expect([await isSignedIn(visitor), await isSignedIn(other.visitor)]).toEqual([true, false])
    expect(await told(workspace)).toEqual([{ kind: 'password-set', member, about: null }])
    const html = await (await visitor.visit('/account?done=password-set')).text()
    expect(html).toContain('Your password is set')
    expect(html).not.toContain('/sso/prove')
    expect((await visitor.submit('/sso/unlink', {})).headers.get('location')).toBe('/account')
    const signedIn = await Promise.all(
      [next, 'another long sentence'].map(
        async (typed) =>
          (await new Visitor(server).submit('/sign-in', { email, password: typed, next: '/account' })).status,
      ),
    )
    expect(signedIn.sort()).toEqual([303, 401])
    expect((await verifyAll(server.database)).broken).toEqual([])
  })

  test('is not set by a session alone, however fresh, nor by what was proven elsewhere or long ago (T28)', async () => {
    const { visitor, who, person, workspace } = await without()
    const stolen = await anotherBrowser(server, person)
    const never = async (browser: Visitor) => {
      await refused(await browser.visit(page), 'IDENTITY_NOT_FRESH')
      await refused(await set(browser), 'IDENTITY_NOT_FRESH')
    }
    await never(stolen.visitor)
    // Whoever has the session signs in at the issuer as themselves, known here or not.
    for (const thief of [somebody(), (await linked()).who])
      await refused(await prove(stolen.visitor, thief), 'IDENTITY_OTHER')
    await never(stolen.visitor)
    // What the person themselves began and proved counts in their own session alone, and for five minutes.
    const answer = await issuer.signIn(await beginProof(visitor), who)
    const { 'stocktake.sso': begun = '', ...session } = visitor.jar()
    const planted = new Visitor(server, { ...stolen.visitor.jar(), 'stocktake.sso': begun })
    await refused(await planted.visit(answer), 'SSO_NOT_BEGUN')
    expect((await prove(visitor, who)).headers.get('location')).toBe(page)
    const { 'stocktake.proof': proof = '' } = visitor.jar()
    await never(new Visitor(server, { ...stolen.visitor.jar(), 'stocktake.proof': proof }))
    await never(new Visitor(server, { ...session, 'stocktake.proof': begun }))
    expect((await visitor.visit(page)).status).toBe(200)
    server.pass(5 * 60_000)
    await never(visitor)
    expect(await told(workspace)).toEqual([])
    expect(await new Visitor(server).submit(page, { new_password: next })).toMatchObject({ status: 303 })
    expect((await visitor.submit(page, { new_password: next }, 'https://evil.example')).status).toBe(403)
  })

  test.each([
    ['an hour ago', { auth_time: Math.floor(Date.now() / 1000) - 3600 }],
    ['in a time that is none', { auth_time: Date.now() }],
    ['at a time that is not told', { auth_time: undefined }],
  ])('is not set by whom the issuer let in %s', async (_, claims) => {
    const { visitor, who } = await without()
    issuer.tamper = ({ id_token = '', ...rest }) => ({ ...rest, id_token: issuer.forge(id_token, claims) })
    await refused(await prove(visitor, who), 'IDENTITY_NOT_FRESH')
    await refused(await set(visitor), 'IDENTITY_NOT_FRESH')
  })

  test('is not for who has one: that is changed by the present one alone', async () => {
    const { visitor, who, email, workspace } = await linked()
    expect(await (await visitor.visit('/account')).text()).not.toContain('/sso/prove')
    await prove(visitor, who)
    expect((await set(visitor)).headers.get('location')).toBe('/account')
    expect(await told(workspace)).toEqual([])
    const again = await new Visitor(server).submit('/sign-in', { email, password, next: '/account' })
    expect(again.headers.get('location')).toBe('/account')
  })
})

describe('domains that are allowed', () => {
  beforeEach(() => configured({ domains: ['firm.example', 'firm.test'] }))

  test('let in whose verified address is of one of them, wherever the issuer tells it', async () => {
    for (const claims of [{}, { thin: true }, { email: 'Ann@FIRM.test' }]) {
      const { who } = await linked(claims)
      expect((await signIn(new Visitor(server), who)).status).toBe(303)
    }
  })

  test.each([
    { email: 'ann@elsewhere.example' },
    { email: 'ann@sub.firm.example' },
    { email: 'firm.example' },
    { email: 'ann@firm.example@elsewhere.example' },
    { email_verified: false },
    { email_verified: 'true' },
    { email_verified: undefined },
  ])('and nobody else: %o', async (claims) => {
    const { who } = await linked()
    Object.assign(issuer.accounts[who] ?? {}, claims)
    const visitor = new Visitor(server)
    await refused(await signIn(visitor, who), 'IDENTITY_DOMAIN', visitor)
  })
})

describe('an invitation', () => {
  const page = `/invitation/${'t'.repeat(43)}`
  const app = new Hono<Env>().get('/', (context) => context.json(provenIdentity(context, server.deps) ?? null))
  const provenBy = async (cookie: string) => (await app.request('/', { headers: { cookie } })).json()

  test('is shown who somebody is whom nobody knows, in this browser and for ten minutes', async () => {
    const [who, visitor] = [somebody(), new Visitor(server)]
    const response = await signIn(visitor, who, page)
    expect([response.status, response.headers.get('location')]).toEqual([303, page])
    expect(await isSignedIn(visitor)).toBe(false)
    const cookie = response.headers.getSetCookie().find((set) => set.startsWith('stocktake.identity=')) ?? ''
    expect(cookie).toMatch(/; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/)
    const [sent = ''] = cookie.split(';')
    const proven = { issuer: issuer.url, subject: who, email: `${who}@firm.example`, verified: true }
    expect(await provenBy(sent)).toEqual(proven)
    // One kind of cookie is not taken for the other, and none that was changed.
    const flow = (await visitor.visit('/sso/sign-in')).headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect(await provenBy(flow.replace('stocktake.sso=', 'stocktake.identity='))).toBeNull()
    // In the middle: the last characters may carry bits that nobody reads.
    const half = sent.length >> 1
    expect(await provenBy(`${sent.slice(0, half)}${sent[half] === 'A' ? 'B' : 'A'}${sent.slice(half + 1)}`)).toBeNull()
    server.pass(10 * 60_000)
    expect(await provenBy(sent)).toBeNull()
  })

  test('is accepted with an identity whose verified address is the invited one', async () => {
    const identity: Identity = { issuer: issuer.url, subject: somebody(), email: 'ann@firm.example', verified: true }
    expect(isInvited(identity, ' Ann@Firm.example')).toBe(true)
    expect(isInvited({ ...identity, verified: false }, 'ann@firm.example')).toBe(false)
    expect(isInvited({ ...identity, email: undefined }, '')).toBe(false)
    expect(isInvited(identity, 'eve@firm.example')).toBe(false)
    const { people } = server.database
    const accept = (as: Identity, person: string) =>
      people.transaction().execute((tx) => linkIdentity(tx, as, person, server.now()))
    const { person } = await owner()
    expect(await accept(identity, person)).toEqual({ ok: true, value: 'linked' })
    expect(await accept(identity, person)).toEqual({ ok: true, value: 'as before' })
    expect(await personOf(people, identity)).toBe(person)
    expect(await accept(identity, (await owner()).person)).toMatchObject({ problem: { code: 'IDENTITY_TAKEN' } })
    expect((await signIn(new Visitor(server), identity.subject)).headers.get('location')).toBe('/')
  })
})

test('a server whose operator has configured it asks the issuer to send back to its own address', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stocktake-sso-'))
  const running = await listening({ ...defaultConfig(), folder, port: 0, sso: issuer.config() }, () => {})
  const response = await fetch(`${running.url}/sso/sign-in`, { redirect: 'manual' })
  await running.stop()
  rmSync(folder, { recursive: true })
  const to = new URL(response.headers.get('location') ?? '')
  expect([to.origin, to.searchParams.get('redirect_uri'), to.searchParams.get('scope')]).toEqual([
    new URL(issuer.url).origin,
    `${running.url}/sso/callback`,
    'openid email',
  ])
})

test('over TLS the cookie is of this host name alone', async () => {
  const before = server.deps.baseUrl
  server.deps.baseUrl = 'https://stocktake.test'
  const response = await server.request('/sso/sign-in')
  server.deps.baseUrl = before
  expect(response.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^__Host-stocktake\.sso=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
  ])
})

test('what is sealed for one use and name opens as no other', () => {
  const { secret, random } = server.deps
  const [whose, use] = ['stocktake.sso', 'single sign-on'] as const
  const sealed = seal('text', { secret, random, whose, use })
  expect(unseal(sealed, { secret, whose, use })).toBe('text')
  expect(unseal(sealed, { secret, whose })).toBeUndefined()
  expect(unseal(sealed, { secret, whose: 'stocktake.identity', use })).toBeUndefined()
  expect(unseal(sealed, { secret: `${secret}.`, whose, use })).toBeUndefined()
})

test('nobody’s address, subject or token is in a log (T35)', () => {
  expect(server.logs.length).toBeGreaterThan(100)
  expect(JSON.stringify(server.logs)).not.toMatch(/@|subject-|eyJ|canary|code=/)
})

describe('an invitation (T28)', () => {
  /** An owner invites an address; the path of the link. */
  async function invitation(email: string) {
    const made = await server.a.device.post('/v1/invitations', { email, role: 'reader', clients: [] })
    const { link = '' } = InvitationMade.parse(await made.json())
    return new URL(link).pathname
  }
  const comes = async (who: string, path: string) => {
    const visitor = new Visitor(server)
    expect((await signIn(visitor, who, path)).headers.get('location')).toBe(path)
    return visitor
  }

  test('is accepted by the invited address as the issuer proved it: an account without a password, linked, signed in', async () => {
    const who = somebody()
    const path = await invitation(`${who}@firm.example`)
    const visitor = await comes(who, path)
    const page = await (await visitor.visit(path)).text()
    expect(page).toContain('without a password here')
    expect(page).not.toContain('type="password"')
    expect((await visitor.submit(path, { name: 'Sue Single' })).headers.get('location')).toBe('/')
    expect(await isSignedIn(visitor)).toBe(true)
    const { person } = (await identities()).find(({ subject }) => subject === who) ?? {}
    const { people } = server.database
    expect(await people.selectFrom('credentials').selectAll().where('userId', '=', String(person)).execute()).toEqual(
      [],
    )
    const member = await people.selectFrom('members').selectAll().where('person', '=', String(person)).execute()
    expect(member).toMatchObject([{ workspace: server.a.id, role: 'reader', state: 'active' }])
    // The next time the issuer alone lets them in.
    const later = new Visitor(server)
    await signIn(later, who)
    expect(await isSignedIn(later)).toBe(true)
    expect((await new Visitor(server).visit(path)).status).toBe(404)
  })

  test.each([
    ['another address', { email: 'eve@firm.example' }],
    ['an address that is not verified', { email_verified: false }],
  ])('is not accepted with %s: a password is asked for, and nothing is linked', async (_, claims) => {
    const who = somebody(claims)
    const path = await invitation(`${who}@firm.example`)
    const visitor = await comes(who, path)
    expect(await (await visitor.visit(path)).text()).toContain('the invitation is for another address')
    expect((await visitor.submit(path, { name: 'Eve' })).status).toBe(422)
    expect((await identities()).map(({ subject }) => subject)).not.toContain(who)
    expect(await isSignedIn(visitor)).toBe(false)
  })

  test('to an address with an account is accepted after signing in to it alone', async () => {
    const who = somebody()
    const account = await signedInOwner(server, `${who}@firm.example`)
    const path = await invitation(account.email)
    const visitor = await comes(who, path)
    expect((await visitor.submit(path, { name: 'Not Ann' })).headers.get('location')).toContain('/sign-in?next=')
    expect((await identities()).map(({ subject }) => subject)).not.toContain(who)
  })
})
