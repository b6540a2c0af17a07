import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { verifyAll } from '../../server/audit/verify.ts'
import type { Role } from '../../server/db/tables.ts'
import { accept } from '../../server/invitations/accept.ts'
import { InvitationMade, InvitationsResponse } from '../../server/invitations/model.ts'
import { smtpMailer } from '../../server/mail/mailer.ts'
import { MembersResponse } from '../../server/members/routes.ts'
import { Secret } from '../../server/secret.ts'
import type { Tables } from '../../server/workspaces/scope.ts'
import { asking, makeKey } from '../support/api-keys.ts'
import { colleague } from '../support/colleague.ts'
import { clientsOfBoth, makeClient } from '../support/ops.ts'
import { startServer, type TestDevice, type TestServer } from '../support/server.ts'
import { htmlOf, SmtpSink, textOf } from '../support/smtp-sink.ts'
import { codeOf } from '../support/two-workspaces.ts'
import { anotherBrowser, password, signedInOwner, Visitor } from '../support/visitor.ts'

let server: TestServer
let ofA: string
let ofB: string
beforeAll(async () => {
  server = await startServer()
  ;({ ofA, ofB } = await clientsOfBoth(server))
})
afterAll(() => server.close())
/** What was counted in one test is not the next one's. */
afterEach(async () => {
  server.deps.mail = undefined
  await server.database.people.deleteFrom('attempts').execute()
})

const day = 24 * 60 * 60_000
const someone = () => `${randomUUID()}@example.com`
const asked = (change: Record<string, unknown> = {}) => ({
  email: someone(),
  role: 'consultant',
  clients: [ofA],
  ...change,
})
const post = (body: unknown, device: TestDevice = server.a.device) => device.post('/v1/invitations', body)
async function invited(change: Record<string, unknown> = {}, device?: TestDevice) {
  const response = await post(asked(change), device)
  const { invitation, link = '' } = InvitationMade.parse(await response.json())
  const path = link && new URL(link).pathname
  return { ...invitation, path, token: path.split('/').at(-1) ?? '' }
}
const listed = async (device = server.a.device) =>
  InvitationsResponse.parse(await (await device.get('/v1/invitations')).json()).invitations
const remove = (path: string, device = server.a.device) => asking(server, device.token)('DELETE', path)
const comes = (path: string, form: Record<string, string> = {}) =>
  new Visitor(server).submit(path, { name: 'Nora New', password, ...form })
const members = async () => MembersResponse.parse(await (await server.a.device.get('/v1/members')).json()).members
const memberWith = async (email: string) => (await members()).find((member) => member.email === email)
const tables = () => server.database.people.withTables<Tables>()
const notes = async () =>
  tables()
    .selectFrom('log')
    .select(['kind', 'member', 'paired', 'payload'])
    .where('op', 'is', null)
    .orderBy('scope')
    .orderBy('nr')
    .execute()
async function signedIn(email: string): Promise<Visitor> {
  const { id } = await tables().selectFrom('people').select('id').where('email', '=', email).executeTakeFirstOrThrow()
  return (await anotherBrowser(server, id)).visitor
}
/** Everything that accepting could have changed. */
const state = async () => ({
  people: await tables().selectFrom('people').selectAll().orderBy('id').execute(),
  members: await tables().selectFrom('members').selectAll().orderBy('id').execute(),
  grants: await tables().selectFrom('grants').selectAll().orderBy('member').orderBy('client').execute(),
  invitations: await tables().selectFrom('invitations').selectAll().orderBy('id').execute(),
  clients: await tables().selectFrom('invitation_clients').selectAll().orderBy('invitation').execute(),
  notes: await notes(),
})
describe('an invitation', () => {
  test('is made by an owner with role and clients, listed without its token, and noted once (T36)', async () => {
    const before = await notes()
    const made = await invited()
    expect(made).toMatchObject({ role: 'consultant', clients: [ofA], by: server.a.member, mailed: false })
    expect(Date.parse(made.expiresAt) - Date.parse(made.madeAt)).toBe(7 * day)
    const { path: _, token, ...invitation } = made
    expect((await listed()).find(({ id }) => id === made.id)).toEqual(invitation)
    const noted = (await notes()).filter((note) => !before.some((known) => known.payload === note.payload))
    expect(noted.map(({ kind, member, paired }) => ({ kind, member, paired }))).toEqual([
      { kind: 'member-invited', member: server.a.member, paired: server.a.device.id },
    ])
    expect(noted[0]?.payload).not.toContain(made.email)
    expect(token).not.toBe('')
  })

  test('has 256 bits, and is kept as a hash and nowhere else: no table, no log, no second answer (T28, T35)', async () => {
    const { path, token, email } = await invited()
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    await new Visitor(server).visit(path)
    const everything = JSON.stringify([await state(), await listed(), server.logs])
    expect(everything).not.toContain(token)
    expect(JSON.stringify(server.logs)).not.toContain(email)
  })

  test.each<[Role, Role, number]>([
    ['owner', 'owner', 201],
    ['admin', 'owner', 403],
    ['admin', 'admin', 201],
    ['lead', 'reader', 403],
    ['consultant', 'reader', 403],
    ['reader', 'reader', 403],
  ])('by a member who is %s to be %s: %d (T21)', async (role, as, status) => {
    const { device } = await colleague(server, role)
    const before = await state()
    expect((await post(asked({ role: as }), device)).status).toBe(status)
    if (status === 403) expect((await state()).invitations).toEqual(before.invitations)
  })

  test('of somebody to be owner is neither replaced nor withdrawn by an admin (T21)', async () => {
    const admin = (await colleague(server, 'admin')).device
    const { id, email } = await invited({ role: 'owner', clients: 'all' })
    expect((await post(asked({ email, role: 'reader' }), admin)).status).toBe(403)
    expect((await remove(`/v1/invitations/${id}`, admin)).status).toBe(403)
    expect((await listed()).some((each) => each.id === id)).toBe(true)
  })

  test('names clients of the workspace alone: another’s is as one that is nowhere (T20, T23)', async () => {
    const before = await state()
    const answers = [await post(asked({ clients: [ofA, ofB] })), await post(asked({ clients: [randomUUID()] }))]
    expect(await Promise.all(answers.map(codeOf))).toEqual(Array(2).fill({ status: 404, code: 'NOT_FOUND' }))
    expect(await state()).toEqual(before)
  })

  test('is not for who is a member already, however the address is written', async () => {
    const { email = '' } = (await members())[0] ?? {}
    const before = await state()
    expect(await codeOf(await post(asked({ email: email.toUpperCase() })))).toEqual({
      status: 409,
      code: 'ALREADY_MEMBER',
    })
    expect(await state()).toEqual(before)
  })

  test.each([
    { email: 'nobody' },
    { email: 'a@b.example, c@d.example' },
    { role: 'god' },
    { clients: 'none' },
    { by: 'me' },
  ])('is refused with %j (T22)', async (change) => {
    expect((await post(asked(change))).status).toBe(422)
  })

  test('is the workspace’s own: another sees none of it (T20)', async () => {
    const { id } = await invited()
    expect((await listed(server.b.device)).map((each) => each.id)).not.toContain(id)
    expect(await codeOf(await remove(`/v1/invitations/${id}`, server.b.device))).toEqual({
      status: 404,
      code: 'NOT_FOUND',
    })
  })

  test('cannot be sent to one address again and again, nor without end (T40)', async () => {
    const email = someone()
    const statuses = []
    for (let i = 0; i < 6; i++) statuses.push((await post(asked({ email }))).status)
    expect(statuses).toEqual([201, 201, 201, 201, 201, 429])
    server.pass(60 * 60_000)
    expect((await post(asked({ email }))).status).toBe(201)
    expect((await listed()).filter((each) => each.email === email)).toHaveLength(1)
  })
})

describe('its page', () => {
  test('says who invites, to what, as what, and no client’s name; the address is told to nobody', async () => {
    const { path, email } = await invited()
    const response = await new Visitor(server).visit(path)
    const html = await response.text()
    for (const word of ['Ash Advisers Owner', 'Ash Advisers', email, 'Consultant', 'one client'])
      expect(html).toContain(word)
    expect(html).not.toContain('Acme')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('referrer-policy')).toBe('strict-origin')
    expect(html).not.toMatch(/<script|\son[a-z]+=|style=/i)
  })

  test('shows names as text, whatever is in them (T06)', async () => {
    const hostile = '<img src=x onerror=alert(1)>"'
    const workspace = await server.addWorkspace(hostile)
    const { path } = await invited({ clients: 'all' }, workspace.device)
    expect(await (await new Visitor(server).visit(path)).text()).not.toContain('<img')
  })

  test('is the same for a token that never was, was used, was withdrawn, or ran out', async () => {
    const [used, withdrawn, old] = [await invited(), await invited(), await invited()]
    expect((await comes(used.path)).status).toBe(303)
    expect((await remove(`/v1/invitations/${withdrawn.id}`)).status).toBe(200)
    server.pass(7 * day)
    const paths = [used.path, withdrawn.path, old.path, `/invitation/${'x'.repeat(43)}`, '/invitation/short']
    const pages = await Promise.all(paths.map((path) => new Visitor(server).visit(path)))
    expect(pages.map(({ status }) => status)).toEqual(paths.map(() => 404))
    expect(new Set(await Promise.all(pages.map((page) => page.text()))).size).toBe(1)
  })

  test('lets nobody guess at leisure (T40)', async () => {
    const statuses = []
    for (let i = 0; i < 12; i++) statuses.push((await new Visitor(server).visit(`/invitation/guess${i}`)).status)
    expect(statuses).toEqual([...Array(10).fill(404), 429, 429])
  })

  test('takes no form of another site (T29)', async () => {
    const { path } = await invited()
    const before = await state()
    for (const origin of ['https://evil.example', 'null', null])
      expect((await new Visitor(server).submit(path, { name: 'Eve', password }, origin)).status).toBe(403)
    expect(await state()).toEqual(before)
  })
})

describe('accepted', () => {
  test('with a new account: account, session, membership with its clients, and one note, all at once', async () => {
    const { path, email, id } = await invited()
    const visitor = new Visitor(server)
    const done = await visitor.submit(path, { name: 'Nora New', password })
    expect([done.status, done.headers.get('location')]).toEqual([303, '/'])
    expect(await (await visitor.visit('/')).text()).toContain(`Signed in as Nora New (${email})`)
    const member = await memberWith(email)
    expect(member).toMatchObject({ name: 'Nora New', role: 'consultant', clients: 'granted', granted: [ofA] })
    const noted = (await notes()).filter(({ payload }) => payload?.includes(id))
    expect(noted.map(({ kind, member, paired }) => [kind, member, paired])).toEqual([
      ['member-invited', server.a.member, server.a.device.id],
      ['invitation-accepted', member?.id, null],
    ])
    expect((await verifyAll(server.database)).broken).toEqual([])
    expect((await listed()).some((each) => each.id === id)).toBe(false)
  })

  test('once: neither again, nor by two at the same moment (T28)', async () => {
    const { path, email } = await invited()
    const both = await Promise.all([comes(path), comes(path, { name: 'Eve' })])
    const statuses = both.map(({ status }) => status).sort()
    expect(statuses[0]).toBe(303)
    expect(statuses[1]).toBeGreaterThanOrEqual(404)
    const before = await state()
    expect((await comes(path, { name: 'Eve' })).status).toBe(404)
    expect(await state()).toEqual(before)
    expect((await members()).filter((member) => member.email === email)).toHaveLength(1)
  })

  test('until seven days have passed, and not a moment longer', async () => {
    const [young, old] = [await invited(), await invited()]
    server.pass(7 * day - 1)
    expect((await comes(young.path)).status).toBe(303)
    server.pass(1)
    expect((await comes(old.path)).status).toBe(404)
  })

  test('a form that is not filled in says what to mend, and uses nothing up', async () => {
    const { path } = await invited()
    const before = await state()
    for (const [field, words] of [
      ['name', 'your name'],
      ['password', '12 characters'],
    ] as const) {
      const response = await comes(path, { [field]: ' ' })
      expect([response.status, await response.text()]).toEqual([422, expect.stringContaining(words)])
    }
    expect(await state()).toEqual(before)
  })

  test('by another one to the same address, the former link opens nothing', async () => {
    const first = await invited()
    const second = await invited({ email: first.email, role: 'reader', clients: 'all' })
    expect((await comes(first.path)).status).toBe(404)
    expect((await comes(second.path)).status).toBe(303)
    expect(await memberWith(first.email)).toMatchObject({ role: 'reader', clients: 'all', granted: [] })
  })

  test.each<[string, { state: 'removed' } | { role: Role }]>([
    ['was removed', { state: 'removed' }],
    ['is no admin any more', { role: 'lead' }],
  ])('not, where who invited %s meanwhile, however that came', async (_, change) => {
    const { member, device } = await colleague(server, 'admin')
    const { path, id, token } = await invited({}, device)
    await tables().updateTable('members').set(change).where('id', '=', member).execute()
    expect((await listed()).some((each) => each.id === id)).toBe(false)
    expect((await new Visitor(server).visit(path)).status).toBe(404)
    // Nor where that came between the page and its form.
    const late = await accept(server.database, server.a.id, token, { name: 'Eve', password: 'hashed' }, server.now())
    expect(late).toMatchObject({ ok: false, problem: { code: 'NOT_FOUND' } })
  })
})

describe('by whom (T28)', () => {
  test('an account that had the address before inherits nothing without the link', async () => {
    const email = someone()
    const { visitor, person, workspace } = await signedInOwner(server, email)
    await invited({ email })
    await (await visitor.visit('/')).text()
    const memberships = await tables().selectFrom('members').select('workspace').where('person', '=', person).execute()
    expect(memberships).toEqual([{ workspace }])
  })

  test('with the link, the account of that address accepts once it is signed in; nobody makes a second one', async () => {
    const email = someone()
    const { visitor, person } = await signedInOwner(server, email)
    const { path } = await invited({ email: email.toUpperCase() })
    const stranger = new Visitor(server)
    expect(await (await stranger.visit(path)).text()).toContain('Sign in to accept')
    const before = await state()
    const sent = await stranger.submit(path, { name: 'Eve', password: 'the password of Eve' })
    expect(sent.headers.get('location')).toBe(`/sign-in?next=${encodeURIComponent(path)}`)
    expect(await state()).toEqual(before)
    const signedIn = await stranger.submit('/sign-in', { email, password, next: path })
    expect(signedIn.headers.get('location')).toBe(path)
    expect(await (await visitor.visit(path)).text()).toContain('Accept</button>')
    expect((await visitor.submit(path, {})).headers.get('location')).toBe('/')
    expect(await memberWith(email)).toMatchObject({ role: 'consultant', granted: [ofA] })
    const accounts = await tables().selectFrom('people').select('id').where('email', '=', email).execute()
    expect(accounts).toEqual([{ id: person }])
  })

  test('somebody who is signed in with another address is told so, and nothing happens', async () => {
    const { visitor, email, person } = await signedInOwner(server, someone())
    const { path, email: other } = await invited()
    const before = await state()
    for (const response of [await visitor.visit(path), await visitor.submit(path, { name: 'Eve', password })]) {
      const html = await response.text()
      expect([response.status, html.includes(email), html.includes(other)]).toEqual([403, true, true])
    }
    const { workspace } =
      (await tables().selectFrom('invitations').select('workspace').where('email', '=', other).execute())[0] ?? {}
    const token = path.split('/').at(-1) ?? ''
    const forced = await accept(server.database, workspace ?? '', token, { person }, server.now())
    expect(forced).toMatchObject({ ok: false, problem: { code: 'FORBIDDEN' } })
    expect(await state()).toEqual(before)
    expect((await comes(path)).status).toBe(303)
  })

  test('all or nothing: an account that came into being meanwhile leaves the invitation as it was', async () => {
    const email = someone()
    const { token } = await invited({ email })
    await signedInOwner(server, email)
    const before = await state()
    const late = await accept(server.database, server.a.id, token, { name: 'Eve', password: 'hashed' }, server.now())
    expect(late.ok).toBe(false)
    expect(await state()).toEqual(before)
    const elsewhere = await accept(
      server.database,
      server.b.id,
      token,
      { name: 'Eve', password: 'hashed' },
      server.now(),
    )
    expect(elsewhere).toMatchObject({ ok: false, problem: { code: 'NOT_FOUND' } })
    expect(await state()).toEqual(before)
  })

  test('only a link that came by mail shows that the address is theirs', async () => {
    const sink = await SmtpSink.start()
    const verified = async (email: string) =>
      tables().selectFrom('people').select('emailVerified').where('email', '=', email).execute()
    const copied = await invited()
    await comes(copied.path)
    expect(await verified(copied.email)).toEqual([{ emailVerified: 0 }])
    server.deps.mail = smtpMailer({ url: new Secret(sink.url), from: 'stocktake@advisers.example' })
    const { email } = await invited()
    const mail = sink.mails.at(-1)
    await comes(new URL(/https?:\S+/.exec(mail ? textOf(mail) : '')?.[0] ?? '').pathname)
    expect(await verified(email)).toEqual([{ emailVerified: 1 }])
    await sink.stop()
  })
})

describe('a member who was removed', () => {
  test('and is invited again is active again, without old clients, and with nothing that was open before', async () => {
    const { member, person, device } = await colleague(server, 'admin')
    const { email } = (await tables().selectFrom('people').select('email').where('id', '=', person).execute())[0] ?? {}
    const key = await makeKey(server, device)
    const second = await makeClient(server.a.device, 'Second')
    const patch = (body: unknown) => asking(server, server.a.device.token)('PATCH', `/v1/members/${member}`, body)
    await patch({ granted: [second] })
    expect((await remove(`/v1/members/${member}`)).status).toBe(200)
    const { path } = await invited({ email })
    const visitor = await signedIn(email ?? '')
    expect((await visitor.submit(path, {})).status).toBe(303)
    expect(await memberWith(email ?? '')).toMatchObject({
      id: member,
      role: 'consultant',
      clients: 'granted',
      granted: [ofA],
      devices: [],
    })
    expect((await device.get('/v1/scopes')).status).toBe(401)
    await patch({ role: 'admin' })
    expect((await key.ask('GET', `/v1/clients/${ofA}/inventory`)).status).toBe(401)
    expect((await verifyAll(server.database)).broken).toEqual([])
  })

  test('does not come back by a link from before', async () => {
    const { member, person } = await colleague(server, 'reader')
    await tables().updateTable('members').set({ state: 'removed' }).where('id', '=', member).execute()
    const { email = '' } =
      (await tables().selectFrom('people').select('email').where('id', '=', person).execute())[0] ?? {}
    const { path } = await invited({ email })
    await tables().updateTable('members').set({ state: 'active' }).where('id', '=', member).execute()
    expect((await remove(`/v1/members/${member}`)).status).toBe(200)
    expect((await (await signedIn(email)).submit(path, {})).status).toBe(404)
  })
})

describe('mail', () => {
  let sink: SmtpSink
  beforeAll(async () => {
    sink = await SmtpSink.start()
  })
  afterAll(() => sink.stop())
  const withMail = () => {
    server.deps.mail = smtpMailer({ url: new Secret(sink.url), from: 'stocktake@advisers.example' })
  }

  test('carries the link to that address and to nobody else; the answer does not', async () => {
    withMail()
    const body = asked()
    const answered = InvitationMade.parse(await (await post(body)).json())
    expect([answered.mail, answered.link, answered.invitation.mailed]).toEqual(['sent', undefined, true])
    expect(sink.mails.map(({ to }) => to)).toEqual([body.email])
    const mail = sink.mails[0]
    const said = mail ? textOf(mail) + htmlOf(mail) : ''
    expect(said).toContain('Ash Advisers Owner invites you to Ash Advisers')
    expect(said.match(/http:\/\/stocktake\.test\/invitation\/[\w-]{43}/g)?.length).toBeGreaterThanOrEqual(2)
    for (const hidden of ['Acme', ofA]) expect(mail?.raw).not.toContain(hidden)
  })

  test('that is refused for good, or cannot go now, leaves the link with who invited', async () => {
    withMail()
    sink.answers.recipient = () => '550 nobody here'
    const refused = InvitationMade.parse(await (await post(asked())).json())
    expect([refused.mail, refused.invitation.mailed]).toEqual(['refused', false])
    expect((await comes(new URL(refused.link ?? '').pathname)).status).toBe(303)
    sink.answers.recipient = () => '450 later'
    expect(InvitationMade.parse(await (await post(asked())).json())).toMatchObject({
      mail: 'later',
      link: expect.any(String),
    })
    sink.answers = {}
  })
})
