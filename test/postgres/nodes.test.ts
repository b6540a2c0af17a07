import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { brokenLink } from '../../server/sync/log.ts'
import { Member } from '../../server/workspaces/member.ts'
import { Scope, type Tables } from '../../server/workspaces/scope.ts'
import { ok } from '../../shared/problem.ts'
import { anotherNode } from '../support/nodes.ts'
import { follow } from '../support/notices.ts'
import { setOp, Writer } from '../support/ops.ts'
import type { TestServer } from '../support/server.ts'
import { codeOf, pullAll, twoWorkspaces } from '../support/two-workspaces.ts'

const two = twoWorkspaces()

describe('several nodes on one database', () => {
  test('a push at one is a notice at the other', async () => {
    const other = await anotherNode(two.server)
    const heads = await follow(other.as(two.server.a.device), two.ofA)
    expect(await heads.next()).toBe(0)
    await two.inA.set({ rec: randomUUID() }, 'product', 'One')
    expect(await heads.next()).toBe(1)
    await heads.stop()
    await other.close()
  })

  test('F04, R3: sixteen writers at two nodes; a reader between them gets every row once, in order, without a gap', async () => {
    const other = await anotherNode(two.server)
    const writers = await Promise.all(
      Array.from({ length: 16 }, async (_, place) => {
        const device = await two.server.a.pair(`Browser ${place}`)
        return new Writer(place % 2 ? device : other.as(device), two.ofA)
      }),
    )
    let busy = true
    const seen: number[] = []
    const read = async () => {
      let after = 0
      for (let last = false; !last; ) {
        last = !busy
        const { rows, head } = await pullAll(two.server.a.device, two.ofA, { after: String(after) })
        for (const { rev } of rows) if (rev > after) seen.push(rev)
        after = head
      }
    }
    const reading = read()
    const results = await Promise.all(
      writers.map(async (writer) => {
        for (let i = 0; i < 12; i++) await writer.set({ rec: randomUUID() }, 'product', `Product ${i}`)
      }),
    ).finally(() => {
      busy = false
    })
    await reading
    expect(results).toHaveLength(16)
    expect(seen).toEqual(Array.from({ length: 16 * 12 }, (_, place) => place + 1))
    const whole = await Scope.asServer(two.server.database, two.server.a.id, two.ofA, async (scope) =>
      ok(await brokenLink(scope)),
    )
    expect(whole).toEqual(ok(undefined))
    await other.close()
  })

  test('F56: fifty pushes at once to one client, and a writer who holds its row for a while: all are taken', async () => {
    const tables = two.server.database.people.withTables<Tables>()
    const held = tables.transaction().execute(async (tx) => {
      await tx.selectFrom('scopes').selectAll().where('id', '=', two.ofA).forUpdate().execute()
      await new Promise((resolve) => setTimeout(resolve, 300))
    })
    const pushes = Array.from({ length: 50 }, () =>
      new Writer(two.server.a.device, two.ofA).set({ rec: randomUUID() }, 'product', 'One'),
    )
    const results = await Promise.all(pushes)
    await held
    expect(results.map(({ at }) => at).sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1))
  })

  /** Until somebody waits for a lock that another holds. */
  const waits = () =>
    expect
      .poll(async () => {
        const { rows } = await sql`select 1 from pg_stat_activity
          where wait_event_type = 'Lock' and datname = current_database()`.execute(two.server.database.people)
        return rows.length
      })
      .toBeGreaterThan(0)
  const remove = (people: Pick<TestServer['database']['people'], 'updateTable'>) =>
    people.updateTable('members').set({ state: 'removed' }).where('id', '=', two.server.a.member).execute()

  test('T21, R6: a push that meets a removal not yet committed waits, and is refused whole', async () => {
    const stored = () => two.server.database.people.withTables<Tables>().selectFrom('log').select('op').execute()
    const before = (await stored()).length
    let push: Promise<Response> | undefined
    await two.server.database.people.transaction().execute(async (tx) => {
      await remove(tx)
      push = two.inA.send([setOp(1, { rec: randomUUID() }, 'product', 'One')])
      await waits()
    })
    expect(push && (await codeOf(await push))).toEqual({ status: 403, code: 'MEMBERSHIP_REVOKED' })
    expect((await stored()).length).toBe(before)
  })

  test('T21, R6: a removal that comes in the middle of a push waits until all of it is written', async () => {
    const member = await Member.byToken(two.server.database, two.server.a.device.token)
    if (!member.ok) throw new Error(member.problem.code)
    const order: string[] = []
    let removal: Promise<unknown> | undefined
    await Scope.open(two.server.database, member.value, two.ofA, async () => {
      removal = remove(two.server.database.people).then(() => order.push('removed'))
      await waits()
      order.push('written')
      return ok('all of it')
    })
    await removal
    expect(order).toEqual(['written', 'removed'])
  })
})
