import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createApp, pagePaths } from '../../server/app.ts'
import type { Database } from '../../server/db/database.ts'
import { digest } from '../../server/sync/digest.ts'
import { Member } from '../../server/workspaces/member.ts'
import { Scope, type Tables } from '../../server/workspaces/scope.ts'
import { protocol, schema } from '../../shared/sync.ts'
import { makeKey } from '../support/api-keys.ts'
import { observed, setOp } from '../support/ops.ts'
import { changesPath, codeOf, twoWorkspaces } from '../support/two-workspaces.ts'

const two = twoWorkspaces()

/** Every route that takes an id, with a body that would be accepted for an id of one's own. */
const routes: Record<string, { method: string; path: (id: string) => string; body?: () => unknown }> = {
  'POST /v1/scopes/:scope/push': {
    method: 'POST',
    path: (id) => `/v1/scopes/${id}/push`,
    body: () => ({
      protocol,
      schema,
      device: randomUUID(),
      epoch: null,
      ops: [setOp(1, { rec: randomUUID() }, 'product', 'Planted')],
    }),
  },
  'GET /v1/scopes/:scope/changes': { method: 'GET', path: changesPath },
  'GET /v1/scopes/:scope/notices': { method: 'GET', path: (id) => `/v1/scopes/${id}/notices` },
  'GET /v1/scopes/:scope/digest': { method: 'GET', path: (id) => `/v1/scopes/${id}/digest` },
  'POST /v1/scopes/:scope/known-ops': {
    method: 'POST',
    path: (id) => `/v1/scopes/${id}/known-ops`,
    body: () => ({ protocol, schema, device: randomUUID(), ops: [] }),
  },
  'GET /v1/clients/:client/inventory': { method: 'GET', path: (id) => `/v1/clients/${id}/inventory` },
  'GET /v1/clients/:client/vendors': { method: 'GET', path: (id) => `/v1/clients/${id}/vendors` },
  'GET /v1/clients/:client/alerts': { method: 'GET', path: (id) => `/v1/clients/${id}/alerts` },
  'GET /v1/clients/:client/costs': { method: 'GET', path: (id) => `/v1/clients/${id}/costs` },
  'GET /v1/clients/:client/findings': { method: 'GET', path: (id) => `/v1/clients/${id}/findings` },
  'GET /v1/clients/:client/forecast': { method: 'GET', path: (id) => `/v1/clients/${id}/forecast` },
  'GET /v1/clients/:client/renewals': { method: 'GET', path: (id) => `/v1/clients/${id}/renewals` },
  'GET /v1/clients/:client/spend': { method: 'GET', path: (id) => `/v1/clients/${id}/spend` },
  'GET /v1/clients/:client/people': { method: 'GET', path: (id) => `/v1/clients/${id}/people` },
  'GET /v1/clients/:client/subscriptions/:record/prices': {
    method: 'GET',
    path: (id) => `/v1/clients/${id}/subscriptions/${id}/prices`,
  },
  'GET /v1/clients/:client/records': { method: 'GET', path: (id) => `/v1/clients/${id}/records` },
  'POST /v1/clients/:client/records': {
    method: 'POST',
    path: (id) => `/v1/clients/${id}/records`,
    body: () => ({ type: 'subscription', fields: { product: 'Planted' } }),
  },
  'GET /v1/clients/:client/records/:record': { method: 'GET', path: (id) => `/v1/clients/${id}/records/${id}` },
  'GET /v1/clients/:client/records/:record/history': {
    method: 'GET',
    path: (id) => `/v1/clients/${id}/records/${id}/history`,
  },
  'PATCH /v1/clients/:client/records/:record': {
    method: 'PATCH',
    path: (id) => `/v1/clients/${id}/records/${id}`,
    body: () => ({ type: 'subscription', base: 0, set: { product: 'Planted' } }),
  },
  'DELETE /v1/clients/:client/records/:record': {
    method: 'DELETE',
    path: (id) => `/v1/clients/${id}/records/${id}?base=0`,
  },
  'POST /v1/clients/:client/records/:record/restore': {
    method: 'POST',
    path: (id) => `/v1/clients/${id}/records/${id}/restore`,
    body: () => ({ base: 0 }),
  },
  'DELETE /v1/api-keys/:key': { method: 'DELETE', path: (id) => `/v1/api-keys/${id}` },
  'POST /v1/webhooks/:webhook/secret': {
    method: 'POST',
    path: (id) => `/v1/webhooks/${id}/secret`,
    body: () => ({}),
  },
  'POST /v1/webhooks/:webhook/state': {
    method: 'POST',
    path: (id) => `/v1/webhooks/${id}/state`,
    body: () => ({ state: 'disabled' }),
  },
  'POST /v1/webhooks/:webhook/test': { method: 'POST', path: (id) => `/v1/webhooks/${id}/test`, body: () => ({}) },
  'GET /v1/webhooks/:webhook/deliveries': { method: 'GET', path: (id) => `/v1/webhooks/${id}/deliveries` },
  'POST /v1/webhooks/:webhook/deliveries/:delivery/replay': {
    method: 'POST',
    path: (id) => `/v1/webhooks/${id}/deliveries/${id}/replay`,
    body: () => ({}),
  },
  'DELETE /v1/webhooks/:webhook': { method: 'DELETE', path: (id) => `/v1/webhooks/${id}` },
  'DELETE /v1/calendars/:calendar': { method: 'DELETE', path: (id) => `/v1/calendars/${id}` },
  'PATCH /v1/members/:member': {
    method: 'PATCH',
    path: (id) => `/v1/members/${id}`,
    body: () => ({ role: 'reader' }),
  },
  'DELETE /v1/members/:member': { method: 'DELETE', path: (id) => `/v1/members/${id}` },
  'DELETE /v1/members/:member/devices/:device': {
    method: 'DELETE',
    path: (id) => `/v1/members/${id}/devices/${two.server.a.device.id}`,
  },
  'DELETE /v1/invitations/:invitation': { method: 'DELETE', path: (id) => `/v1/invitations/${id}` },
  'POST /v1/clients/:client/export': {
    method: 'POST',
    path: (id) => `/v1/clients/${id}/export`,
    body: () => ({}),
  },
  'POST /v1/clients/:client/purge': {
    method: 'POST',
    path: (id) => `/v1/clients/${id}/purge`,
    body: () => ({ confirm: two.ofA }),
  },
  'PATCH /v1/devices/:device': {
    method: 'PATCH',
    path: (id) => `/v1/devices/${id}`,
    body: () => ({ name: 'Planted' }),
  },
  'DELETE /v1/devices/:device': { method: 'DELETE', path: (id) => `/v1/devices/${id}` },
}
const names = Object.keys(routes)

const ask = (name: string, id: string, token = two.server.b.device.token) => {
  const route = routes[name]
  if (!route) throw new Error(name)
  const { method, path, body } = route
  const json = body ? { body: JSON.stringify(body()) } : {}
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
  }
  return two.server.request(path(id), { method, headers, ...json })
}

/** All that a foreign request could have changed or read. */
const stateOfA = () => {
  const tables = two.server.database.people.withTables<Tables>()
  return Promise.all([
    tables.selectFrom('rows').selectAll().execute(),
    tables.selectFrom('log').select(['nr', 'hash']).execute(),
    tables.selectFrom('numbers').selectAll().execute(),
    tables.selectFrom('devices').select(['id', 'name', 'revoked_at']).execute(),
    tables.selectFrom('api_keys').selectAll().execute(),
    tables.selectFrom('api_answers').selectAll().execute(),
    tables.selectFrom('webhooks').selectAll().execute(),
    tables.selectFrom('webhook_deliveries').selectAll().execute(),
    tables.selectFrom('calendars').selectAll().execute(),
    tables.selectFrom('invitations').selectAll().execute(),
  ])
}

/** The id of something in A of the kind that a route takes. */
async function foreignId(name: string): Promise<string> {
  const { device } = two.server.a
  const made = async (path: string, body: unknown) => {
    const Made = z
      .object({ webhook: z.object({ id: z.string() }) })
      .or(z.object({ calendar: z.object({ id: z.string() }) }))
      .or(z.object({ invitation: z.object({ id: z.string() }) }))
    const answered = Made.parse(await (await device.post(path, body)).json())
    if ('invitation' in answered) return answered.invitation.id
    return 'webhook' in answered ? answered.webhook.id : answered.calendar.id
  }
  if (name.includes('/webhooks/')) return made('/v1/webhooks', { url: 'https://hooks.example.com/' })
  if (name.includes('/calendars/')) return made('/v1/calendars', {})
  if (name.includes('/invitations/'))
    return made('/v1/invitations', { email: `${randomUUID()}@example.com`, role: 'reader', clients: 'all' })
  if (name.includes('/api-keys/')) return (await makeKey(two.server, device)).id
  if (name.includes('/members/')) return two.server.a.member
  return name.includes('devices') ? device.id : two.ofA
}

test('the table below holds every route with an id', () => {
  const registered = createApp(two.server.deps).routes.filter(
    ({ method, path }) => method !== 'ALL' && path.startsWith('/v1') && path.includes(':'),
  )
  expect([...new Set(registered.map(({ method, path }) => `${method} ${path}`))].sort()).toEqual([...names].sort())
})

describe.each(names)('%s', (name) => {
  let idOfA: () => string
  beforeEach(async () => {
    await two.inA.add(await observed(two.ofA))
    const id = await foreignId(name)
    idOfA = () => id
  })

  test('answers for another workspace’s id as for one that is nowhere, and changes nothing (T20, F02)', async () => {
    const before = await stateOfA()
    const foreign = await ask(name, idOfA())
    const nowhere = await ask(name, randomUUID())
    const plain = async (response: Response) => {
      const { requestId: _, ...body } = (await response.json()) as Record<string, unknown> // compared as it comes
      return { status: response.status, body, type: response.headers.get('content-type') }
    }
    const answer = await plain(foreign)
    expect(answer).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
    expect(answer).toEqual(await plain(nowhere))
    expect(await stateOfA()).toEqual(before)
  })

  test('takes lower-case UUIDs only, whatever else a path may carry (T24, F49)', async () => {
    const id = idOfA()
    const hostile = [
      id.toUpperCase() === id ? 'A' : id.toUpperCase(),
      `${id}%00`,
      `${id}%2F`,
      `${id}%2f..`,
      `%2e%2e%2f${id}`,
      `..%5c${id}`,
      `${id};a=b`,
      `${id}%20`,
      `${id}.json`,
      `${id.slice(0, -1)}%EF%BC%91`,
      '%00',
      "'%20or%201=1--",
      '*',
      '_',
      '%25',
      'constructor',
      '__proto__',
      id.replaceAll('-', ''),
      'x'.repeat(5000),
    ]
    for (const form of hostile) {
      const own = await ask(name, form, two.server.a.device.token)
      expect([form, own.status]).toEqual([form, 404])
    }
  })

  test('opens to a good token of a living device only (T25)', async () => {
    const { token } = two.server.a.device
    const refused = { status: 401, code: 'UNAUTHENTICATED' }
    for (const wrong of ['', 'x', token.slice(1), `${token}x`, randomUUID(), `${token}, Bearer ${token}`])
      expect(await codeOf(await ask(name, idOfA(), wrong)), wrong).toEqual(refused)
    const route = routes[name]
    for (const authorization of [`bearer ${token}`, `Basic ${token}`, token, `DPoP ${token}`])
      expect(
        (
          await two.server.request(route?.path(idOfA()) ?? '', {
            method: route?.method ?? '',
            headers: { authorization, 'content-type': 'application/json' },
          })
        ).status,
        authorization,
      ).toBe(401)
    await two.server.database.people.updateTable('devices').set({ revoked_at: '2026-03-01T09:00:00Z' }).execute()
    expect(await codeOf(await ask(name, idOfA(), token))).toEqual(refused)
  })
})

describe('the rest', () => {
  test('lists scopes and devices of one’s own workspace only', async () => {
    const scopes = await two.server.b.device.get('/v1/scopes')
    const devices = await two.server.b.device.get('/v1/devices')
    const text = (await scopes.text()) + (await devices.text())
    for (const foreign of [two.ofA, two.server.a.id, two.server.a.device.id]) expect(text).not.toContain(foreign)
    for (const own of [two.ofB, two.server.b.id, two.server.b.device.id]) expect(text).toContain(own)
  })

  test.each([
    '//v1/scopes',
    '/v1//scopes',
    '/v1/scopes/',
    '/v1/./scopes',
    '/V1/scopes',
    '/v1/scopes/..%2f',
    '/v1%2fscopes',
    '/v1/',
    '/v1',
    '/v1/scopes;x',
    '/%00',
    '/style.css/..%2f..%2fmain.ts',
    '/pages/style.css',
    '/.env',
  ])('%s is never answered with what it tries to reach', async (path) => {
    const response = await two.server.request(path, {
      headers: { authorization: `Bearer ${two.server.a.device.token}` },
    })
    if (new URL(path, 'http://x').pathname === '/v1/scopes') expect(response.status).toBe(200)
    else expect([401, 404]).toContain(response.status)
  })

  test('no path leads around the pages’ rules: those that answer are listed', () => {
    const pages = createApp(two.server.deps).routes.filter(
      ({ method, path }) => method !== 'ALL' && !path.startsWith('/v1'),
    )
    const known = new Set([
      ...pagePaths,
      '/style.css',
      '/healthz',
      '/readyz',
      '/metrics',
      '/openapi.json',
      '/calendar/:feed',
    ])
    expect(pages.filter(({ path }) => !known.has(path)).map(({ path }) => path)).toEqual([])
  })
})

test('what belongs to a scope cannot be asked for without one: it does not type-check', () => {
  const never = (database: Database, member: Member) => {
    // @ts-expect-error the database that everybody holds does not know these tables
    database.people.selectFrom('rows')
    // @ts-expect-error nor these
    database.people.selectFrom('records')
    // @ts-expect-error a store function takes a scope
    digest(database)
    // @ts-expect-error which nobody can make
    new Scope(database.people, database.engine, null, {})
    // @ts-expect-error nor write down
    digest({ tx: database.people, engine: database.engine, author: null, row: {}, key: 1 })
    // @ts-expect-error nor a member
    new Member('a', 'b', 'owner', 'c', 'd')
    // @ts-expect-error whose workspace is not for anybody to choose
    member.workspace = 'other'
  }
  // Never called: the compiler is the one who judges, and an unneeded mark above fails it.
  expect(never).toBeTypeOf('function')
})
