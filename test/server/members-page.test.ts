import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { verifyAll } from '../../server/audit/verify.ts'
import type { Role } from '../../server/db/tables.ts'
import type { Tables } from '../../server/workspaces/scope.ts'
import { asking } from '../support/api-keys.ts'
import { colleague } from '../support/colleague.ts'
import { makeClient, Writer } from '../support/ops.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { codeOf } from '../support/two-workspaces.ts'
import { anotherBrowser, signedInOwner, Visitor } from '../support/visitor.ts'

let server: TestServer
let owner: Visitor
let home: string
let [acme, bolt, other] = ['', '', '']
beforeAll(async () => {
  server = await startServer()
  acme = await makeClient(server.a.device, 'Acme Foods')
  bolt = await makeClient(server.a.device, 'Bolt Energy')
  other = await makeClient(server.b.device, 'Secret of Birch')
  owner = (await anotherBrowser(server, server.a.person)).visitor
  home = `/members/${server.a.id}`
})
afterAll(() => server.close())
afterEach(async () => {
  await server.database.people.deleteFrom('attempts').execute()
})

const tables = () => server.database.people.withTables<Tables>()
const notes = () =>
  tables()
    .selectFrom('log')
    .select(['scope', 'nr', 'kind', 'member', 'paired'])
    .where('op', 'is', null)
    .orderBy('at')
    .orderBy('scope')
    .orderBy('nr')
    .execute()
/** What an act adds to the audit log. */
async function noted(act: () => Promise<unknown>) {
  const before = new Set((await notes()).map(({ scope, nr }) => `${scope} ${nr}`))
  await act()
  const now = (await notes()).filter(({ scope, nr }) => !before.has(`${scope} ${nr}`))
  return now.map(({ kind, member, paired }) => ({ kind, member, paired }))
}
const byOwner = (kind: string) => [{ kind, member: server.a.member, paired: null }]
const state = async () => ({
  members: await tables().selectFrom('members').selectAll().orderBy('id').execute(),
  grants: await tables().selectFrom('grants').selectAll().orderBy('member').orderBy('client').execute(),
  devices: await tables().selectFrom('devices').select(['id', 'revoked_at']).orderBy('id').execute(),
  invitations: await tables().selectFrom('invitations').selectAll().orderBy('id').execute(),
  notes: await notes(),
})
const memberRow = async (id: string) =>
  tables().selectFrom('members').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const text = async (response: Response | Promise<Response>) => (await response).text()
const pathOf = (member: string) => `${home}/${member}`
const post = (path: string, fields: Record<string, string | string[]>, visitor = owner, origin?: string | null) => {
  const form = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each) => [name, each]))
  // What a browser sends of a list of ticks: the same name several times.
  return visitor.submit(path, new URLSearchParams(form) as never, origin)
}
const access = (role: Role, clients: 'all' | string[]) => ({
  act: 'access',
  role,
  clients: clients === 'all' ? 'all' : 'granted',
  client: clients === 'all' ? [] : clients,
})
const confirmed = (fields: Record<string, string | string[]>) => ({ ...fields, confirmed: 'yes' })
const invite = async (visitor = owner, email = `${randomUUID()}@example.com`) => {
  const said = { email, role: 'consultant', clients: 'granted', client: [acme] }
  const html = await text(post(`${home}/invite`, said, visitor))
  const { id = '' } =
    (await tables().selectFrom('invitations').select('id').where('email', '=', email).execute())[0] ?? {}
  return { email, id, html, path: /\/invitation\/[\w-]{43}/.exec(html)?.[0] ?? '' }
}

describe('the list', () => {
  test('shows each member with role, clients, devices and when they were last seen; and whom nobody met yet', async () => {
    const { member } = await colleague(server, 'consultant')
    await tables().updateTable('members').set({ clients: 'granted' }).where('id', '=', member).execute()
    await post(pathOf(member), access('consultant', [acme, bolt]))
    const { email } = await invite()
    const response = await owner.visit(home)
    const html = await response.text()
    for (const word of [
      'Members of Ash Advisers',
      'Ash Advisers Owner',
      '(you)',
      'A consultant',
      'Acme Foods, Bolt Energy',
      '2026-03-01',
      email,
    ])
      expect(html).toContain(word)
    expect(html).not.toContain('Birch')
    expect(html).not.toMatch(/<script|\son[a-z]+=|style=/i)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await text(owner.visit(pathOf(member)))).toContain('Browser of a consultant')
  })

  test('is where /members leads, by way of the sign-in and back', async () => {
    const asked = await new Visitor(server).visit(home)
    expect(asked.headers.get('location')).toBe('/sign-in?next=/members')
    expect(await text(new Visitor(server).visit('/sign-in?next=/members'))).toContain('value="/members"')
    const { visitor, workspace } = await signedInOwner(server, 'alone@example.com')
    expect((await visitor.visit('/members')).headers.get('location')).toBe(`/members/${workspace}`)
    expect(await text(visitor.visit('/'))).toContain('href="/members"')
  })

  test('asks which workspace, where somebody rules several', async () => {
    const { visitor, person, workspace } = await signedInOwner(server, 'both@example.com')
    const membership = {
      workspace: server.a.id,
      id: randomUUID(),
      person,
      role: 'admin' as const,
      state: 'active' as const,
    }
    await tables()
      .insertInto('members')
      .values({ ...membership, created_at: server.now().toISOString() })
      .execute()
    const html = await text(visitor.visit('/members'))
    for (const id of [workspace, server.a.id]) expect(html).toContain(`/members/${id}`)
  })

  test('shows names as text, whatever is in them (T06)', async () => {
    const { member, person } = await colleague(server, 'reader')
    const hostile = '<img src=x onerror=alert(1)>"'
    await tables().updateTable('people').set({ name: hostile }).where('id', '=', person).execute()
    await new Writer(server.a.device, server.a.id).set(
      { rec: await makeClient(server.a.device), type: 'client' },
      'name',
      hostile,
    )
    const forms = [post(pathOf(member), { act: 'remove' }), post(pathOf(member), access('reader', []))]
    for (const page of [owner.visit(home), owner.visit(pathOf(member)), ...forms])
      expect(await text(page)).not.toContain('<img')
  })
})

describe('role and clients', () => {
  test('are changed as under /v1, with one note that names who did it and no device (T36)', async () => {
    const { member, device } = await colleague(server, 'reader')
    const acts = await noted(async () => {
      const done = await post(pathOf(member), access('consultant', 'all'))
      expect([done.status, done.headers.get('location')]).toEqual([303, `${home}?done=changed`])
    })
    expect(acts).toEqual(byOwner('member-access'))
    expect(await memberRow(member)).toMatchObject({ role: 'consultant', clients: 'all' })
    expect(await text(owner.visit(`${home}?done=changed`))).toContain('as you set them')
    expect((await verifyAll(server.database)).broken).toEqual([])
    expect((await device.get('/v1/scopes')).status).toBe(200)
  })

  test('that are sent as they were change nothing: no device downloads anew', async () => {
    const { member } = await colleague(server, 'lead')
    await post(pathOf(member), confirmed(access('lead', [bolt, acme])))
    const before = await state()
    expect((await post(pathOf(member), access('lead', [acme, bolt]))).status).toBe(303)
    expect(await state()).toEqual(before)
  })

  test('are asked about before clients are taken from somebody, by their names', async () => {
    const { member, device } = await colleague(server, 'consultant')
    const before = await state()
    const html = await text(post(pathOf(member), access('consultant', [acme])))
    expect(html).toContain('Bolt Energy')
    expect(html).not.toContain('Acme Foods')
    expect(html).toContain(`name="client" value="${acme}"`)
    expect(await state()).toEqual(before)
    expect((await post(pathOf(member), confirmed(access('consultant', [acme])))).status).toBe(303)
    const digest = (scope: string) => device.get(`/v1/scopes/${scope}/digest`)
    expect((await digest(acme)).status).toBe(200)
    expect(await codeOf(await digest(bolt))).toEqual({ status: 403, code: 'MEMBERSHIP_REVOKED' })
  })

  test('leave a grant as it is whose client was deleted, and is not on the page', async () => {
    const { member } = await colleague(server, 'consultant')
    const client = await makeClient(server.a.device, 'Deleted')
    await post(pathOf(member), confirmed(access('consultant', [acme, client])))
    const writer = new Writer(server.a.device, server.a.id)
    const { n } = (await tables().selectFrom('records').select('rev as n').where('id', '=', client).execute())[0] ?? {
      n: 0,
    }
    await writer.del({ rec: client, type: 'client', base: n })
    expect(await text(owner.visit(pathOf(member)))).not.toContain('Deleted')
    expect((await post(pathOf(member), access('consultant', [acme, bolt]))).status).toBe(303)
    const grants = await tables()
      .selectFrom('grants')
      .select('client')
      .where('member', '=', member)
      .where('revoked_at', 'is', null)
      .execute()
    expect(grants.map((grant) => grant.client).sort()).toEqual([acme, bolt, client].sort())
  })

  test('of two thousand clients fit into the form', async () => {
    const { member } = await colleague(server, 'consultant')
    const many = confirmed(
      access(
        'consultant',
        Array.from({ length: 2000 }, () => randomUUID()),
      ),
    )
    expect((await post(pathOf(member), many)).status, 'none of them is one, but they were read').toBe(404)
    expect((await post(pathOf(member), { ...many, more: 'x'.repeat(100_000) })).status).toBe(413)
  })

  test.each([
    { act: 'access', role: 'god', clients: 'all' },
    { act: 'access', role: 'reader', clients: 'some' },
    { act: 'access', role: 'reader', clients: 'granted', client: ['x'] },
    { act: 'revoke', device: 'x' },
    { act: 'promote' },
    {},
  ])('are refused as %j (T22)', async (form) => {
    const { member } = await colleague(server, 'consultant')
    const before = await state()
    expect((await post(pathOf(member), confirmed(form))).status).toBe(422)
    expect(await state()).toEqual(before)
  })
})

describe('what ends', () => {
  test('a membership, once that is meant: its devices open nothing, and one note tells it (T36)', async () => {
    const { member, device } = await colleague(server, 'consultant')
    const before = await state()
    expect(await text(post(pathOf(member), { act: 'remove' }))).toContain('Remove A consultant from Ash Advisers?')
    expect(await state()).toEqual(before)
    const acts = await noted(async () => {
      const done = await post(pathOf(member), confirmed({ act: 'remove' }))
      expect(done.headers.get('location')).toBe(`${home}?done=removed`)
    })
    expect(acts).toEqual(byOwner('member-removed'))
    expect(await codeOf(await device.get('/v1/scopes'))).toEqual({ status: 403, code: 'MEMBERSHIP_REVOKED' })
  })

  test('a device, once that is meant (T16)', async () => {
    const { member, device } = await colleague(server, 'consultant')
    const form = { act: 'revoke', device: device.id }
    expect(await text(post(pathOf(member), form))).toContain('Revoke “Browser of a consultant”')
    expect((await device.get('/v1/scopes')).status).toBe(200)
    expect(await noted(() => post(pathOf(member), confirmed(form)))).toEqual(byOwner('device-revoked'))
    expect((await device.get('/v1/scopes')).status).toBe(401)
  })

  test('an invitation, once that is meant: its link opens nothing', async () => {
    const { id, email, path } = await invite()
    expect((await new Visitor(server).visit(path)).status).toBe(200)
    expect(await text(post(`${home}/withdraw`, { invitation: id }))).toContain(`Withdraw the invitation to ${email}?`)
    expect((await new Visitor(server).visit(path)).status).toBe(200)
    expect(await noted(() => post(`${home}/withdraw`, confirmed({ invitation: id })))).toEqual(
      byOwner('invitation-withdrawn'),
    )
    expect((await new Visitor(server).visit(path)).status).toBe(404)
    expect(await text(owner.visit(home))).not.toContain(email)
  })

  test('one’s own part: asked about, and then this page is nobody’s of theirs', async () => {
    const { member, person } = await colleague(server, 'admin')
    const { visitor } = await anotherBrowser(server, person)
    expect(await text(post(pathOf(member), access('reader', 'all'), visitor))).toContain('Give up your own part?')
    const done = await post(pathOf(member), confirmed(access('reader', 'all')), visitor)
    expect(done.headers.get('location')).toBe('/')
    expect((await visitor.visit(home)).status).toBe(403)
  })
})

describe('inviting', () => {
  test('shows the link this once, and lists whom it is for; one note (T36)', async () => {
    let made = { email: '', path: '', id: '', html: '' }
    const acts = await noted(async () => {
      made = await invite()
    })
    expect(acts).toEqual(byOwner('member-invited'))
    expect(made.path).not.toBe('')
    const html = await text(owner.visit(home))
    expect(html).toContain(made.email)
    expect(html).not.toContain('/invitation/')
  })

  test('says what to mend, keeps what was typed, and invites nobody', async () => {
    const before = await state()
    const form = { email: 'not an address', role: 'reader', clients: 'granted', client: [bolt] }
    const response = await post(`${home}/invite`, form)
    const html = await response.text()
    expect([response.status, html.includes('e-mail address'), html.includes('not an address')]).toEqual([
      422,
      true,
      true,
    ])
    expect(html).toMatch(new RegExp(`value="${bolt}" checked`))
    const member = await post(`${home}/invite`, { ...form, email: `${server.a.person}@example.com` })
    expect([member.status, (await member.text()).includes('belongs to a member')]).toEqual([409, true])
    expect(await state()).toEqual(before)
  })
})

/** Every page and form, of a workspace and of somebody and something in it. */
const pages = (workspace: string, member: string): string[] =>
  ['', '/invite', `/${member}`].map((path) => `/members/${workspace}${path}`)
const forms = (workspace: string, { member, device, invitation }: Record<'member' | 'device' | 'invitation', string>) =>
  [
    [`/members/${workspace}/invite`, { email: 'eve@example.com', role: 'reader', clients: 'all' }],
    [`/members/${workspace}/withdraw`, { invitation }],
    [`/members/${workspace}/withdraw`, confirmed({ invitation })],
    [`/members/${workspace}/${member}`, access('reader', [])],
    ...[access('reader', []), { act: 'remove' }, { act: 'revoke', device }].map(
      (form) => [`/members/${workspace}/${member}`, confirmed(form)] as const,
    ),
  ] as [string, Record<string, string | string[]>][]
const somethingOf = async () => {
  const { member, device } = await colleague(server, 'consultant')
  return { member, device: device.id, invitation: (await invite()).id }
}

describe('who', () => {
  test('another workspace’s owner finds nothing, as for what is nowhere, and changes nothing (T20)', async () => {
    const { visitor } = await anotherBrowser(server, server.b.person)
    const theirs = await somethingOf()
    const nowhere = { member: randomUUID(), device: randomUUID(), invitation: randomUUID() }
    const before = await state()
    const tried: [Response, Response][] = []
    for (const [foreign, none] of [
      // A workspace that is not theirs, and somebody and something that are not in their own.
      [server.a.id, randomUUID()],
      [server.b.id, server.b.id],
    ] as const) {
      const own = foreign === server.b.id
      const [paths, others] = [pages(foreign, theirs.member), pages(none, nowhere.member)]
      for (const [at, path] of paths.entries())
        if (!own || at === 2) tried.push([await visitor.visit(path), await visitor.visit(others[at] ?? '')])
      const [asked, like] = [forms(foreign, theirs), forms(none, nowhere)]
      for (const [at, [path, form]] of asked.entries()) {
        if (own && at === 0) continue
        const [otherPath, otherForm] = like[at] ?? ['', {}]
        tried.push([await post(path, form, visitor), await post(otherPath, otherForm, visitor)])
      }
    }
    expect(tried).toHaveLength(17)
    for (const [foreign, none] of tried) {
      expect(foreign.status).toBe(404)
      expect(await foreign.text()).toBe(await none.text())
    }
    expect(await state()).toEqual(before)
    expect(await text(visitor.visit(`/members/${server.b.id}`))).toContain('Members of Birch Advisers')
  })

  test('a device of a member is not revoked through another member, nor a client of another workspace granted (T20, T23)', async () => {
    const [one, two] = [await colleague(server, 'consultant'), await colleague(server, 'consultant')]
    const before = await state()
    const device = confirmed({ act: 'revoke', device: two.device.id })
    expect((await post(pathOf(one.member), device)).status).toBe(404)
    expect((await post(pathOf(one.member), confirmed(access('consultant', [acme, other])))).status).toBe(404)
    expect(await state()).toEqual(before)
  })

  test.each<Role>(['lead', 'consultant', 'reader'])(
    'a %s sees none of it and changes none of it (T21)',
    async (role) => {
      const { person } = await colleague(server, role)
      const { visitor } = await anotherBrowser(server, person)
      await tables().deleteFrom('members').where('person', '=', person).where('workspace', '!=', server.a.id).execute()
      const theirs = await somethingOf()
      const before = await state()
      for (const path of pages(server.a.id, theirs.member)) expect((await visitor.visit(path)).status, path).toBe(403)
      for (const [path, form] of forms(server.a.id, theirs))
        expect((await post(path, form, visitor)).status, path).toBe(403)
      expect(await state()).toEqual(before)
      expect(await text(visitor.visit('/'))).not.toContain('href="/members"')
    },
  )

  test('an admin changes no owner, and makes none (T21)', async () => {
    const { person, member } = await colleague(server, 'admin')
    const { visitor } = await anotherBrowser(server, person)
    const before = await state()
    expect(await text(visitor.visit(pathOf(server.a.member)))).toContain('Only an owner changes an owner')
    expect(await text(visitor.visit(`${home}/invite`))).not.toContain('value="owner"')
    for (const form of [access('reader', 'all'), { act: 'remove' }])
      expect((await post(pathOf(server.a.member), confirmed(form), visitor)).status).toBe(403)
    expect((await post(pathOf(member), confirmed(access('owner', 'all')), visitor)).status).toBe(403)
    expect(
      (await post(`${home}/invite`, { email: 'o@example.com', role: 'owner', clients: 'all' }, visitor)).status,
    ).toBe(403)
    expect(await state()).toEqual(before)
  })

  test('the last owner stays', async () => {
    const before = await state()
    for (const form of [access('reader', 'all'), { act: 'remove' }])
      expect((await post(pathOf(server.a.member), confirmed(form))).status).toBe(409)
    expect(await state()).toEqual(before)
  })

  test('a removed owner finds nothing from that second, with the session still open (T21)', async () => {
    const { person, member } = await colleague(server, 'owner')
    const { visitor } = await anotherBrowser(server, person)
    expect((await visitor.visit(home)).status).toBe(200)
    await asking(server, server.a.device.token)('DELETE', `/v1/members/${member}`)
    const before = await state()
    expect((await visitor.visit(home)).status).toBe(404)
    const theirs = await somethingOf()
    const then = await state()
    for (const [path, form] of forms(server.a.id, theirs)) expect((await post(path, form, visitor)).status).toBe(404)
    expect(await state()).toEqual(then)
    expect(then.members.length).toBe(before.members.length + 1)
  })

  test('no form of another site, or of none (T29)', async () => {
    const theirs = await somethingOf()
    const before = await state()
    for (const origin of ['https://evil.example', 'null', null])
      for (const [path, form] of forms(server.a.id, theirs))
        expect((await post(path, form, owner, origin)).status).toBe(403)
    expect(await state()).toEqual(before)
  })

  test('a device’s token opens no page', async () => {
    expect((await server.a.device.get(home)).headers.get('location')).toBe('/sign-in?next=/members')
  })
})
