import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { calendarBySecret, feedOf, readable } from '../../server/calendar/feed.ts'
import { type AccessChange, changeAccess, removeMember } from '../../server/members/access.ts'
import { Member } from '../../server/workspaces/member.ts'
import { Scope } from '../../server/workspaces/scope.ts'
import { addDays } from '../../shared/model/calendar.ts'
import { type Outcome, ok } from '../../shared/problem.ts'
import { makeKey } from '../support/api-keys.ts'
import { colleague } from '../support/colleague.ts'
import { delOp, makeClient, observed, setOp, Writer } from '../support/ops.ts'
import type { TestDevice } from '../support/server.ts'
import { show, todayOf } from '../support/told.ts'
import { codeOf, pullAll, twoWorkspaces, versions } from '../support/two-workspaces.ts'

const two = twoWorkspaces()

/** An owner's act on a member of the first workspace. */
async function byOwner(work: (scope: Scope) => Promise<Outcome<null>>, device = two.server.a.device) {
  const owner = await Member.byToken(two.server.database, device.token)
  if (!owner.ok) throw new Error(owner.problem.code)
  return Scope.open(two.server.database, owner.value, two.server.a.id, work)
}
const change = (member: string, to: AccessChange) =>
  byOwner((scope) => changeAccess(scope, member, to, two.server.now()))

const scopesOf = async (device: TestDevice) => {
  const { scopes } = (await (await device.get('/v1/scopes')).json()) as { scopes: { id: string }[] } // compared as it comes
  return scopes.map(({ id }) => id).sort()
}
const namesSeenBy = async (device: TestDevice) => JSON.stringify((await pullAll(device, two.server.a.id)).rows)

describe('grants', () => {
  test('who has some clients sees these, their bindings, and what is everybody’s; never another client’s name', async () => {
    const hidden = await makeClient(two.server.a.device, 'Hidden Industries')
    const workspace = new Writer(two.server.a.device, two.server.a.id)
    const [binding, alias] = [randomUUID(), randomUUID()]
    for (const [rec, client] of [
      [binding, hidden],
      [randomUUID(), two.ofA],
    ] as const)
      await workspace.set({ rec, type: 'binding' }, 'client', client)
    await workspace.set({ rec: alias, type: 'alias' }, 'to', 'Everybody’s name')
    const { member, device } = await colleague(two.server, 'consultant')
    await change(member, { clients: 'granted', granted: [two.ofA] })
    expect(await scopesOf(device)).toEqual([two.server.a.id, two.ofA].sort())
    const seen = await namesSeenBy(device)
    expect(seen).toContain(two.ofA)
    expect(seen).toContain('Everybody’s name')
    expect(seen).not.toContain('Hidden Industries')
    expect(seen).not.toContain(hidden)
    expect(seen).not.toContain(binding)
    const digest = await (await device.get(`/v1/scopes/${two.server.a.id}/digest`)).json()
    expect(digest).toMatchObject({ types: { client: { count: 1 }, binding: { count: 1 }, alias: { count: 1 } } })
    expect(await namesSeenBy(two.server.a.device)).toContain('Hidden Industries')
  })

  test('a calendar of one client is made by who may read it alone, and shows nothing from the moment that right ends (T20, R6)', async () => {
    const { member, device } = await colleague(two.server, 'consultant')
    const mayRead = (...granted: string[]) => change(member, { clients: 'granted', granted })
    const made = async (body: object) => {
      const { url } = (await (await device.post('/v1/calendars', body)).json()) as { url: string } // opened below
      return url
    }
    const daysIn = (text: string) => text.match(/BEGIN:VEVENT/g)?.length ?? 0
    await show(two.inA, two.server, { product: 'Desk', endsOn: addDays(todayOf(two.server), 64) })
    await mayRead()
    for (const client of [two.ofA, two.ofB, randomUUID()])
      expect(await codeOf(await device.post('/v1/calendars', { client }))).toEqual({ status: 404, code: 'NOT_FOUND' })
    const all = await made({})
    expect(daysIn(await (await two.server.request(all)).text())).toBe(0)

    await mayRead(two.ofA)
    const urls = [all, await made({ client: two.ofA })]
    for (const url of urls) expect(daysIn(await (await two.server.request(url)).text())).toBe(1)
    const { database, deps } = two.server
    const calendar = await calendarBySecret(database, /([^/]+)\.ics$/.exec(urls[1] ?? '')?.[1] ?? '')
    if (!calendar) throw new Error('it is there')
    const [today, now] = [todayOf(two.server), two.server.now()]
    const open = () => readable(database, calendar, today, deps.baseUrl)
    const opened = await open()
    if (!opened.ok) throw new Error('it opens')

    await mayRead()
    for (const url of urls) {
      const response = await two.server.request(url, { headers: { 'if-none-match': opened.value.etag } })
      expect([response.status, daysIn(await response.text())]).toEqual([200, 0])
    }
    expect(await open()).toMatchObject({ value: { clients: [] } })
    // One that was opened a moment before the right ended.
    const late = await feedOf(database, calendar, opened.value, { today, now, baseUrl: deps.baseUrl })
    expect(opened.value.clients).toEqual([two.ofA])
    expect(late.ok && daysIn(late.value)).toBe(0)
  })

  test('a client that was never granted is not there; one that was taken away says so (T20, F23)', async () => {
    const { member, device } = await colleague(two.server, 'consultant')
    await change(member, { clients: 'granted', granted: [two.ofA] })
    const hidden = await makeClient(two.server.a.device, 'Hidden')
    const digestOf = (scope: string) => device.get(`/v1/scopes/${scope}/digest`)
    expect(await codeOf(await digestOf(hidden))).toEqual({ status: 404, code: 'NOT_FOUND' })
    expect((await digestOf(two.ofA)).status).toBe(200)
    await change(member, { granted: [] })
    expect(await codeOf(await digestOf(two.ofA))).toEqual({ status: 403, code: 'MEMBERSHIP_REVOKED' })
    await change(member, { granted: [two.ofA] })
    expect((await digestOf(two.ofA)).status).toBe(200)
    expect(await codeOf(await digestOf(two.ofB))).toEqual({ status: 404, code: 'NOT_FOUND' })
  })

  test('who saw every client, and now sees some, is told of the others that they were taken away (F23)', async () => {
    const other = await makeClient(two.server.a.device, 'Other')
    const { member, device } = await colleague(two.server, 'consultant')
    await change(member, { clients: 'granted', granted: [two.ofA] })
    const later = await makeClient(two.server.a.device, 'Made later')
    const digestOf = async (scope: string) => codeOf(await device.get(`/v1/scopes/${scope}/digest`))
    expect(await digestOf(other)).toEqual({ status: 403, code: 'MEMBERSHIP_REVOKED' })
    expect(await digestOf(later)).toEqual({ status: 404, code: 'NOT_FOUND' })
  })

  test('cursors reset when access changes: what came into sight is downloaded, from the beginning', async () => {
    const second = await makeClient(two.server.a.device, 'Second')
    const { member, device } = await colleague(two.server, 'consultant')
    await change(member, { clients: 'granted', granted: [two.ofA] })
    const { next } = await pullAll(device, two.server.a.id)
    const asked = (after: number, floor: number) =>
      device.get(
        `/v1/scopes/${two.server.a.id}/changes?${new URLSearchParams({ ...versions, after: `${after}`, floor: `${floor}` })}`,
      )
    expect((await asked(next, 1)).status).toBe(200)
    await change(member, { granted: [two.ofA, second] })
    expect(await codeOf(await asked(next, 1))).toEqual({ status: 410, code: 'RESYNC_REQUIRED' })
    expect(await codeOf(await asked(1, next))).toEqual({ status: 410, code: 'RESYNC_REQUIRED' })
    expect(await namesSeenBy(device)).toContain('Second')
    expect((await pullAll(two.server.a.device, two.server.a.id, { after: String(next) })).rows).toEqual([])
  })
})

describe('roles (R6)', () => {
  const result = async (device: TestDevice, scope: string, ops: Parameters<Writer['push']>) => {
    const results = await new Writer(device, scope).push(...ops)
    return results.map(({ st, code }) => code ?? st)
  }
  const client = () => ({ rec: randomUUID(), type: 'client' as const })

  test.each([
    ['reader', ['OP_REFUSED', 'OP_REFUSED', 'OP_REFUSED']],
    ['consultant', ['OP_REFUSED', 'OP_REFUSED', 'applied']],
    ['lead', ['applied', 'OP_REFUSED', 'applied']],
    ['admin', ['applied', 'applied', 'applied']],
    ['owner', ['applied', 'applied', 'applied']],
  ] as const)('%s: makes a client, deletes one, binds one', async (role, expected) => {
    const { device } = await colleague(two.server, role)
    const [made, doomed] = [client(), await makeClient(two.server.a.device, 'Doomed')]
    expect(
      await result(device, two.server.a.id, [
        setOp(1, made, 'name', 'New'),
        delOp(2, { rec: doomed, type: 'client', base: 99 }),
        setOp(3, { rec: randomUUID(), type: 'binding' }, 'client', two.ofA),
      ]),
    ).toEqual(expected)
    expect(await result(device, two.ofA, [setOp(1, { rec: randomUUID() }, 'product', 'One')])).toEqual([
      role === 'reader' ? 'OP_REFUSED' : 'applied',
    ])
  })

  test('a lead with some clients is granted the one that they make, and reaches no other by its id (T23)', async () => {
    const hidden = await makeClient(two.server.a.device, 'Hidden')
    const { member, device } = await colleague(two.server, 'lead')
    await change(member, { clients: 'granted', granted: [two.ofA] })
    const made = client()
    expect(
      await result(device, two.server.a.id, [
        setOp(1, made, 'name', 'Mine'),
        setOp(2, { rec: randomUUID(), type: 'binding' }, 'client', made.rec),
        setOp(3, { rec: hidden, type: 'client' }, 'name', 'Renamed'),
        setOp(4, { rec: randomUUID(), type: 'binding' }, 'client', hidden),
        setOp(5, { rec: randomUUID(), type: 'binding' }, 'client', randomUUID()),
      ]),
    ).toEqual(['applied', 'applied', 'OP_FOREIGN', 'OP_FOREIGN', 'OP_FOREIGN'])
    expect(await scopesOf(device)).toEqual([two.server.a.id, two.ofA, made.rec].sort())
    await new Writer(device, made.rec).add(await observed(made.rec))
  })

  test('one owner always stays; only owners make and unmake owners', async () => {
    const { member: owner } = two.server.a
    const admin = await colleague(two.server, 'admin')
    const code = (outcome: Outcome<null>) => (outcome.ok ? 'ok' : outcome.problem.code)
    expect(code(await change(owner, { role: 'reader' }))).toBe('LAST_OWNER')
    expect(code(await byOwner((scope) => removeMember(scope, owner, two.server.now())))).toBe('LAST_OWNER')
    const byAdmin = (to: AccessChange, whom: string) =>
      byOwner((scope) => changeAccess(scope, whom, to, two.server.now()), admin.device)
    expect(code(await byAdmin({ role: 'reader' }, owner))).toBe('FORBIDDEN')
    expect(code(await byAdmin({ role: 'owner' }, admin.member))).toBe('FORBIDDEN')
    expect(await change(admin.member, { role: 'owner' })).toEqual(ok(null))
    expect(await change(owner, { role: 'reader' })).toEqual(ok(null))
    expect(code(await change(owner, { role: 'owner' }))).toBe('FORBIDDEN')
  })

  test('who is removed is out from that second, and nobody else is (T21)', async () => {
    const { member, device } = await colleague(two.server, 'consultant')
    expect((await device.get('/v1/scopes')).status).toBe(200)
    expect(await byOwner((scope) => removeMember(scope, member, two.server.now()))).toEqual(ok(null))
    expect(await codeOf(await device.get('/v1/scopes'))).toEqual({ status: 403, code: 'MEMBERSHIP_REVOKED' })
    expect((await two.server.a.device.get('/v1/scopes')).status).toBe(200)
    const foreign = await byOwner((scope) => removeMember(scope, two.server.b.member, two.server.now()))
    expect(foreign).toMatchObject({ ok: false, problem: { code: 'NOT_FOUND' } })
  })
})

describe('what an admin gave to others', () => {
  /** A key, an invitation and a webhook, and what has become of them. */
  async function given() {
    const { member, device } = await colleague(two.server, 'admin')
    const key = await makeKey(two.server, device)
    const invited = await device.post('/v1/invitations', { email: 'nora@example.com', role: 'reader', clients: [] })
    const made = await device.post('/v1/webhooks', { url: 'https://hooks.example.com/stocktake' })
    expect([invited.status, made.status]).toEqual([201, 200])
    const { people } = two.server.database
    const standing = async () => ({
      key: (await key.ask('GET', `/v1/clients/${two.ofA}/records?type=product`)).status,
      invitations: (await people.selectFrom('invitations').select('id').execute()).length,
      webhook: await people.selectFrom('webhooks').select(['state', 'why']).executeTakeFirst(),
    })
    expect(await standing()).toEqual({ key: 200, invitations: 1, webhook: { state: 'active', why: null } })
    return { member, standing }
  }
  const ended = { key: 401, invitations: 0, webhook: { state: 'disabled', why: 'maker-left' } }

  test('ends for good when the role is lowered: raised again, nothing of it opens (T21)', async () => {
    const { member, standing } = await given()
    await change(member, { role: 'consultant' })
    expect(await standing()).toEqual(ended)
    await change(member, { role: 'admin' })
    expect(await standing()).toEqual(ended)
  })

  test('ends with the membership (T21)', async () => {
    const { member, standing } = await given()
    await byOwner((scope) => removeMember(scope, member, two.server.now()))
    expect(await standing()).toEqual(ended)
  })

  test('stays with another change of access', async () => {
    const { member, standing } = await given()
    await change(member, { role: 'owner' })
    expect(await standing()).toMatchObject({ key: 200, invitations: 1 })
  })
})
