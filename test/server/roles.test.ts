import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type AccessChange, changeAccess } from '../../server/members/access.ts'
import { Member } from '../../server/workspaces/member.ts'
import { Scope, type Tables } from '../../server/workspaces/scope.ts'
import { colleague } from '../support/colleague.ts'
import { clientsOfBoth, makeClient, Writer } from '../support/ops.ts'
import { routeSamples } from '../support/route-samples.ts'
import { startServer, type TestDevice } from '../support/server.ts'
import type { Two } from '../support/two-workspaces.ts'

/** T20, T21: every route, asked by everybody, is answered by this table alone. */
const actors = [
  'owner',
  'admin',
  'lead',
  'consultant',
  'consultant of it',
  'consultant of another',
  'reader',
  'removed',
] as const
type Actor = (typeof actors)[number]
type Rule =
  | 'anybody'
  | 'who sees the client'
  | 'who writes in the client'
  | 'owner and admin'
  | 'who rules the client'
  | 'who rules another client'

const rules: [RegExp, Rule][] = [
  [/^(GET|PATCH|DELETE) \/v1\/(devices|scopes|calendars)(\/\{(calendar|device)\})?$/, 'anybody'],
  [/^POST \/v1\/(calendars|mail\/test)$/, 'anybody'],
  [/ \/v1\/clients\/\{client\}\/export$/, 'who rules the client'],
  // The sample's is a client of its own.
  [/ \/v1\/clients\/\{client\}\/purge$/, 'who rules another client'],
  [/ \/v1\/(api-keys|webhooks|members|invitations|mail)/, 'owner and admin'],
  [/^(POST|PATCH|DELETE) \/v1\/clients\/\{client\}\/records/, 'who writes in the client'],
  [/ \/v1\/(scopes|clients)\//, 'who sees the client'],
]
/** Of these a member may name only what is their own, which the sample's is not. */
const ownOnly = /\/v1\/(devices\/|calendars\/)/

const ruleOf = (name: string): Rule | undefined => rules.find(([pattern]) => pattern.test(name))?.[1]

const expected: Record<Rule, Record<Exclude<Actor, 'removed'>, 'done' | 403 | 404>> = {
  anybody: table('done', 'done', 'done', 'done', 'done', 'done', 'done'),
  'who sees the client': table('done', 'done', 'done', 'done', 'done', 404, 'done'),
  'who writes in the client': table('done', 'done', 'done', 'done', 'done', 404, 403),
  'who rules the client': table('done', 'done', 403, 403, 403, 404, 403),
  'who rules another client': table('done', 'done', 403, 403, 404, 404, 403),
  'owner and admin': table('done', 'done', 403, 403, 403, 403, 403),
}
function table(...[owner, admin, lead, consultant, ofIt, ofAnother, reader]: ('done' | 403 | 404)[]) {
  const row = { owner, admin, lead, consultant, 'consultant of it': ofIt, 'consultant of another': ofAnother, reader }
  return row as Record<Exclude<Actor, 'removed'>, 'done' | 403 | 404> // seven are given above
}

let two: Two
const devices = new Map<Actor, TestDevice>()

beforeAll(async () => {
  const server = await startServer()
  const { ofA, ofB } = await clientsOfBoth(server)
  two = { server, ofA, ofB, inA: new Writer(server.a.device, ofA), inB: new Writer(server.b.device, ofB) }
  const another = await makeClient(server.a.device, 'Another of the same workspace')
  const owner = await Member.byToken(server.database, server.a.device.token)
  if (!owner.ok) throw new Error(owner.problem.code)
  const granted = async (client: string): Promise<TestDevice> => {
    const { member, device } = await colleague(server, 'consultant')
    // Never saw any other: what one saw before is said to be withdrawn (F23).
    await server.database.people.updateTable('members').set({ clients: 'granted' }).where('id', '=', member).execute()
    const access: AccessChange = { granted: [client] }
    const changed = await Scope.open(server.database, owner.value, server.a.id, (scope) =>
      changeAccess(scope, member, access, server.now()),
    )
    expect(changed.ok).toBe(true)
    return device
  }
  devices.set('owner', await server.a.pair())
  for (const role of ['admin', 'lead', 'consultant', 'reader'] as const)
    devices.set(role, (await colleague(server, role)).device)
  devices.set('consultant of it', await granted(ofA))
  devices.set('consultant of another', await granted(another))
  const { member, device } = await colleague(server, 'consultant')
  devices.set('removed', device)
  await server.database.people.updateTable('members').set({ state: 'removed' }).where('id', '=', member).execute()
}, 60_000)
afterAll(() => two.server.close())
/** Of some things there may be so many and no more, and some may be asked for so often. */
afterEach(async () => {
  const tables = two.server.database.people.withTables<Tables>()
  for (const table of ['webhook_deliveries', 'webhooks', 'calendars', 'attempts'] as const)
    await tables.deleteFrom(table).execute()
})

const asked = Object.keys(routeSamples).filter((name) => / \/v1\/(?!connect|device\/)/.test(name))

test('every route has its rule, and no rule is of a route that is not there', () => {
  expect(asked.filter((name) => ruleOf(name) === undefined)).toEqual([])
  for (const [pattern] of rules)
    expect(
      asked.some((name) => pattern.test(name)),
      String(pattern),
    ).toBe(true)
})

describe.each(asked)('%s', (name) => {
  test.each(actors)('%s', async (actor) => {
    const [method = ''] = name.split(' ')
    const sample = await routeSamples[name]?.good(two)
    const { token = '' } = devices.get(actor) ?? {}
    const body = sample?.body === undefined ? {} : { body: JSON.stringify(sample.body) }
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...sample?.headers }
    const response = await two.server.request(sample?.path ?? '', { method, headers, ...body })
    await response.body?.cancel()
    const rule = ruleOf(name) ?? 'anybody'
    const right = actor === 'removed' ? 403 : ownOnly.test(name) ? 404 : expected[rule][actor]
    // A device of an owner is not the one that made the sample, and what it made is its member's.
    const mine = actor === 'owner' && ownOnly.test(name)
    expect(response.ok ? 'done' : response.status).toBe(mine ? 'done' : right)
  })
})

test('what a reader pushes is refused change by change, and nothing is written (T21)', async () => {
  const reader = devices.get('reader')
  if (!reader) throw new Error('no reader')
  const head = async () => (await (await reader.get(`/v1/scopes/${two.ofA}/digest`)).json()) as { head: number }
  const before = await head()
  const result = await new Writer(reader, two.ofA).set({ rec: crypto.randomUUID() }, 'product', 'One')
  expect(result).toMatchObject({ st: 'rejected', code: 'OP_REFUSED' })
  expect(await head()).toEqual(before)
})
