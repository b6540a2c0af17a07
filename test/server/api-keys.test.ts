import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { KeysResponse } from '../../server/keys/routes.ts'
import type { Tables } from '../../server/workspaces/scope.ts'
import { protocol, schema } from '../../shared/sync.ts'
import { asking, makeKey } from '../support/api-keys.ts'
import { makeClient, setOp } from '../support/ops.ts'
import { changesPath, codeOf, twoWorkspaces } from '../support/two-workspaces.ts'

const two = twoWorkspaces()
const inventory = (client = two.ofA) => `/v1/clients/${client}/inventory`
const invalid = { status: 401, code: 'KEY_INVALID' }
const nowhere = { status: 404, code: 'NOT_FOUND' }
const made = (asked?: Parameters<typeof makeKey>[2]) => makeKey(two.server, two.server.a.device, asked)
const listed = async (device = two.server.a.device) =>
  KeysResponse.parse(await (await device.get('/v1/api-keys')).json()).keys
const revoke = (id: string, device = two.server.a.device) =>
  asking(two.server, device.token)('DELETE', `/v1/api-keys/${id}`)

/** What was noted in the workspace's own chain, and by whom. */
const noted = async (workspace: string) =>
  (
    await two.server.database.people
      .withTables<Tables>()
      .selectFrom('log')
      .innerJoin('scopes', 'scopes.scope', 'log.scope')
      .select(['log.kind', 'log.payload', 'log.paired'])
      .where('scopes.workspace', '=', workspace)
      .where('log.kind', 'like', 'api-key%')
      .orderBy('log.nr')
      .execute()
  ).map(({ kind, payload, paired }) => ({ kind, paired, about: JSON.parse(payload ?? 'null') as unknown }))

describe('an API key', () => {
  test('is shown once, listed without its token, stored as a hash, and noted once as made and once as revoked (T36)', async () => {
    const key = await made({ role: 'reader', clients: [two.ofA], expiresInDays: 30 })
    expect(key.token).toMatch(/^stk_[A-Za-z0-9_-]{43}$/)
    expect(await listed()).toEqual([
      {
        id: key.id,
        name: 'Ledger import',
        role: 'reader',
        clients: [two.ofA],
        member: two.server.a.member,
        madeAt: '2026-03-01T09:00:00.000Z',
        expiresAt: '2026-03-31T09:00:00.000Z',
        usedAt: null,
      },
    ])
    const stored = await two.server.database.people.selectFrom('api_keys').selectAll().execute()
    expect(JSON.stringify(stored)).not.toContain(key.token.slice(4))
    expect((await revoke(key.id)).status).toBe(200)
    expect(await codeOf(await revoke(key.id))).toEqual(nowhere)
    expect(await listed()).toEqual([])
    const paired = two.server.a.device.id
    expect(await noted(two.server.a.id)).toEqual([
      { kind: 'api-key-made', paired, about: { key: key.id, role: 'reader', clients: 1 } },
      { kind: 'api-key-revoked', paired, about: { key: key.id } },
    ])
  })

  test('opens what is under /v1/clients and says when it was used, and nothing else (R6, T25)', async () => {
    const key = await made()
    expect((await key.ask('GET', inventory())).status).toBe(200)
    expect((await listed())[0]?.usedAt).toBe('2026-03-01T09:00:00.000Z')
    const push = {
      protocol,
      schema,
      device: randomUUID(),
      epoch: null,
      ops: [setOp(1, { rec: randomUUID() }, 'product', 'X')],
    }
    const refused = { status: 403, code: 'KEY_REFUSED' }
    expect(await codeOf(await key.ask('GET', '/v1/scopes'))).toEqual(refused)
    expect(await codeOf(await key.ask('GET', changesPath(two.ofA)))).toEqual(refused)
    expect(await codeOf(await key.ask('POST', `/v1/scopes/${two.ofA}/push`, push))).toEqual(refused)
    expect(await codeOf(await key.ask('GET', '/v1/devices'))).toEqual(refused)
    expect(await codeOf(await key.ask('GET', '/v1/api-keys'))).toEqual(refused)
    expect(await codeOf(await key.ask('POST', '/v1/api-keys', {}))).toEqual(refused)
    // The workspace's own scope is no client of it.
    expect(await codeOf(await key.ask('GET', inventory(two.server.a.id)))).toEqual(nowhere)
    expect(await codeOf(await key.ask('GET', `/v1/clients/${two.server.a.id}/records`))).toEqual(nowhere)
  })

  test('opens no client of another workspace, and of its own those alone that it was made for (T20)', async () => {
    const other = await makeClient(two.server.a.device, 'Other')
    const [all, one] = [await made(), await made({ clients: [two.ofA] })]
    expect((await all.ask('GET', inventory(other))).status).toBe(200)
    expect((await one.ask('GET', inventory())).status).toBe(200)
    expect(await codeOf(await one.ask('GET', inventory(other)))).toEqual(nowhere)
    for (const key of [all, one]) expect(await codeOf(await key.ask('GET', inventory(two.ofB)))).toEqual(nowhere)
  })

  test('cannot be made for another workspace’s client, whose answer is that of one that is nowhere (T23)', async () => {
    const ask = (client: string) =>
      two.server.a.device.post('/v1/api-keys', { name: 'X', role: 'reader', clients: [client] })
    expect(await codeOf(await ask(two.ofB))).toEqual(nowhere)
    expect(await codeOf(await ask(randomUUID()))).toEqual(nowhere)
    expect(await codeOf(await ask(two.server.a.id))).toEqual(nowhere)
    expect(await listed()).toEqual([])
  })

  test('is seen and revoked in its own workspace alone (T20)', async () => {
    const key = await made()
    expect(await listed(two.server.b.device)).toEqual([])
    expect(await codeOf(await revoke(key.id, two.server.b.device))).toEqual(nowhere)
    expect((await key.ask('GET', inventory())).status).toBe(200)
  })

  test('is worthless once revoked, expired, or when who made it may make none any more (R6)', async () => {
    const { people } = two.server.database
    const [revoked, expired, orphan] = [await made(), await made({ expiresInDays: 1 }), await made()]
    await revoke(revoked.id)
    expect(await codeOf(await revoked.ask('GET', inventory()))).toEqual(invalid)
    two.server.pass(86_400_000 - 1)
    expect((await expired.ask('GET', inventory())).status).toBe(200)
    two.server.pass(1)
    expect(await codeOf(await expired.ask('GET', inventory()))).toEqual(invalid)
    for (const change of [{ role: 'consultant' }, { role: 'owner', state: 'removed' }] as const) {
      await people.updateTable('members').set(change).where('id', '=', two.server.a.member).execute()
      expect(await codeOf(await orphan.ask('GET', inventory())), change.role).toEqual(invalid)
    }
    await people.updateTable('members').set({ state: 'active' }).where('id', '=', two.server.a.member).execute()
    expect((await orphan.ask('GET', inventory())).status).toBe(200)
  })

  test('is read again in the transaction: revoked after it was admitted, it writes nothing (R6)', async () => {
    const { Member } = await import('../../server/workspaces/member.ts')
    const { Scope } = await import('../../server/workspaces/scope.ts')
    const key = await made()
    const member = await Member.byKey(two.server.database, key.token, two.server.now())
    if (!member.ok) throw new Error(member.problem.code)
    await revoke(key.id)
    const entered = await Scope.open(two.server.database, member.value, two.ofA, async () => ({ ok: true, value: 1 }))
    expect(entered).toMatchObject({ ok: false, problem: { code: 'KEY_INVALID' } })
  })

  test.each(['consultant', 'lead', 'reader'] as const)('is not for a %s to make, see or revoke (T21)', async (role) => {
    const key = await made()
    await two.server.database.people.updateTable('members').set({ role }).execute()
    const forbidden = { status: 403, code: 'FORBIDDEN' }
    const { device } = two.server.a
    expect(await codeOf(await device.post('/v1/api-keys', { name: 'X', role: 'reader', clients: 'all' }))).toEqual(
      forbidden,
    )
    expect(await codeOf(await device.get('/v1/api-keys'))).toEqual(forbidden)
    expect(await codeOf(await revoke(key.id))).toEqual(forbidden)
  })

  test.each([
    ['a role above a consultant', { role: 'owner' }],
    ['no role', { role: undefined }],
    ['no client', { clients: [] }],
    ['an end beyond two years', { expiresInDays: 731 }],
    ['a workspace', { workspace: randomUUID() }],
    ['a token', { token: 'stk_mine' }],
  ])('is not made with %s (T22)', async (_, change) => {
    const body = { name: 'X', role: 'reader', clients: 'all', ...change }
    expect(await codeOf(await two.server.a.device.post('/v1/api-keys', body))).toEqual({
      status: 422,
      code: 'INVALID_REQUEST',
    })
  })

  test('has no other form than its own (T25)', async () => {
    const { token } = await made()
    const wrong = [token.slice(4), `stk-${token.slice(4)}`, `${token}x`, token.slice(0, -1), `STK_${token.slice(4)}`]
    for (const form of wrong) expect((await asking(two.server, form)('GET', inventory())).status, form).toBe(401)
    expect((await asking(two.server, `stk_${two.server.a.device.token}`)('GET', inventory())).status).toBe(401)
  })
})
