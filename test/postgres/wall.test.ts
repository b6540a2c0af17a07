import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../server/db/database.ts'
import { addDelivery } from '../../server/webhooks/store.ts'
import { Member } from '../../server/workspaces/member.ts'
import { Scope, type Tables } from '../../server/workspaces/scope.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { ok } from '../../shared/problem.ts'
import { asked, urlOf } from '../support/databases.ts'
import { addressOf } from '../support/nodes.ts'
import { makeClient, observed, Writer } from '../support/ops.ts'
import { startServerOn } from '../support/server.ts'
import { pullAll, twoWorkspaces } from '../support/two-workspaces.ts'

/** T20: the second wall. What a forgotten `where` would do is done here on purpose. */
const two = twoWorkspaces()
beforeEach(async () => {
  await two.inA.add(await observed(two.ofA))
  await two.inB.add(await observed(two.ofB))
})
const content = ['rows', 'records', 'log', 'numbers'] as const

const memberOfA = async () => {
  const member = await Member.byToken(two.server.database, two.server.a.device.token)
  if (!member.ok) throw new Error(member.problem.code)
  return member.value
}

describe('inside of a scope', () => {
  test.each(content)('a query of %s without a where finds the rows of that scope alone', async (table) => {
    const found = await Scope.read(two.server.database, await memberOfA(), two.ofA, async (scope) => {
      const rows = await scope.tx.selectFrom(table).select('scope').execute()
      return ok({ own: scope.key, seen: [...new Set(rows.map((row) => row.scope))] })
    })
    expect(found).toEqual(ok({ own: found.ok && found.value.own, seen: [found.ok && found.value.own] }))
  })

  test('a row is found by its key while nothing is known yet of how many there are', async () => {
    const plan = await Scope.read(two.server.database, await memberOfA(), two.ofA, async ({ tx, key }) => {
      const explain = sql<{ 'QUERY PLAN': string }>`explain select body from records where scope = ${key} and id = 'x'`
      return ok((await explain.execute(tx)).rows.map((row) => row['QUERY PLAN']).join('\n'))
    })
    expect(plan.ok && plan.value).toMatch(/Index Cond: \(\(scope = .*\) AND \(id = /)
  })

  test('a row cannot be written into another scope', async () => {
    const foreign = await two.server.database.people
      .withTables<Tables>()
      .selectFrom('scopes')
      .select('scope')
      .where('id', '=', two.ofB)
      .executeTakeFirstOrThrow()
    const planting = Scope.open(two.server.database, await memberOfA(), two.ofA, async (scope) => {
      await scope.tx
        .insertInto('numbers')
        .values({ scope: foreign.scope, device: randomUUID(), paired: two.server.a.device.id, last: 1 })
        .execute()
      return ok('planted')
    })
    await expect(planting).rejects.toThrow(/row-level security/)
  })

  test('what a workspace keeps of all its clients is, from within one of them, of that one alone', async () => {
    const { database } = two.server
    const webhook = randomUUID()
    const unused = {
      secret: '',
      former_secret: null,
      former_until: null,
      why: null,
      created_by: two.server.a.member,
    }
    await database.people
      .insertInto('webhooks')
      .values({
        ...unused,
        workspace: two.server.a.id,
        id: webhook,
        url: 'https://hooks.example',
        titles: 'redacted',
        state: 'disabled',
        created_at: '',
      })
      .execute()
    const note = async (id: Uuid) =>
      Scope.asServer(database, two.server.a.id, id, async (scope) => {
        const event = {
          type: 'test',
          timestamp: new Date().toISOString(),
          data: { workspace: two.server.a.id },
        } as const
        await addDelivery(scope, { id: randomUUID(), webhook, event, now: new Date() })
        return ok(scope.key)
      })
    const another = await makeClient(two.server.a.device)
    const keys = [await note(two.ofA), await note(another)].flatMap((noted) => (noted.ok ? [noted.value] : []))
    const seen = async (id: Uuid) =>
      Scope.asServer(database, two.server.a.id, id, async ({ tx }) =>
        ok((await tx.selectFrom('webhook_deliveries').select('scope').execute()).map(({ scope }) => scope)),
      )
    expect(await seen(two.ofA)).toEqual(ok([keys[0]]))
    expect(await seen(another)).toEqual(ok([keys[1]]))
    expect(await seen(two.server.a.id)).toEqual(ok(keys))
  })

  test('members, devices and scopes of another workspace are not there', async () => {
    const found = await Scope.read(two.server.database, await memberOfA(), two.ofA, async ({ tx }) =>
      ok(
        await Promise.all([
          tx.selectFrom('members').select('workspace').execute(),
          tx.selectFrom('devices').select('workspace').execute(),
          tx.selectFrom('scopes').select('workspace').execute(),
        ]),
      ),
    )
    const workspaces = found.ok ? found.value.flat().map(({ workspace }) => workspace) : []
    expect(new Set(workspaces)).toEqual(new Set([two.server.a.id]))
  })
})

describe('a server whose account is the owner of its tables and nothing more', () => {
  const account = { name: 'stocktake_owner', password: 'practice' }

  async function ownDatabase() {
    const at = process.env.TEST_POSTGRES ?? ''
    const name = `stocktake_owned_${process.pid}`
    await asked(
      at,
      `do $$ begin create role ${account.name} login createrole password '${account.password}';
       exception when duplicate_object or unique_violation then null; end $$`,
      // Roles belong to the whole server: what a superuser's migration made is granted, as its documentation asks.
      `grant stocktake_rows to ${account.name} with admin option`,
      `drop database if exists ${name} with (force)`,
      `create database ${name} owner ${account.name}`,
    )
    const url = Object.assign(new URL(urlOf(at, name)), { username: account.name, password: account.password }).href
    return { url, drop: () => asked(at, `drop database if exists ${name} with (force)`) }
  }

  test('serves, and reaches content in no other way than through a scope', async () => {
    const { url, drop } = await ownDatabase()
    const database = await openDatabase({ url, connections: 5 })
    const server = await startServerOn(database)
    const client = await makeClient(server.a.device)
    await new Writer(server.a.device, client).set({ rec: randomUUID() }, 'product', 'One')
    expect((await pullAll(server.a.device, client)).rows).toHaveLength(1)
    const tables = database.people.withTables<Tables>()
    for (const table of content)
      expect([table, await tables.selectFrom(table).selectAll().execute()]).toEqual([table, []])
    const told = await tables.transaction().execute(async (tx) => {
      await database.engine.unconfined(tx as never) // whoever backs up says so
      return tx.selectFrom('rows').selectAll().execute()
    })
    expect(told).toHaveLength(2)
    await server.close()
    await drop()
  })
})

test('every table that has a scope or a workspace stands behind the wall', async () => {
  const { rows } = await sql<{ name: string }>`select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname in ('scope', 'workspace')
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not c.relrowsecurity`.execute(
    two.server.database.people,
  )
  expect(rows.map(({ name }) => name)).toEqual(['credentials'])
})

test('a wall that was not built to its end, as the server died or the database failed over, is built at the next start', async () => {
  const url = await addressOf(two.server.database)
  const count = async () =>
    (
      await sql<{ policies: number }>`select count(*)::int as policies from pg_policy`.execute(
        two.server.database.people,
      )
    ).rows[0]?.policies
  const whole = await count()
  expect(whole).toBeGreaterThan(20)
  await asked(
    url,
    `delete from settings where key = 'wall'`,
    `drop policy of_scope on rows`,
    `alter table records disable row level security`,
    `revoke all on invitations from stocktake_rows`,
  )
  await (await openDatabase({ url, connections: 2 })).close()
  expect(await count()).toEqual(whole)
  const found = await Scope.read(two.server.database, await memberOfA(), two.ofA, async ({ tx, key }) => {
    const rows = await tx.selectFrom('records').select('scope').execute()
    await tx.selectFrom('invitations').select('id').execute()
    return ok(rows.every(({ scope }) => scope === key))
  })
  expect(found).toEqual(ok(true))
})
