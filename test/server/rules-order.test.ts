import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { Scope, type Tables } from '../../server/workspaces/scope.ts'
import { ok } from '../../shared/problem.ts'
import { addOp, delOp, observed, setOp, Writer } from '../support/ops.ts'
import { changesPath, codeOf, pullAll, twoWorkspaces } from '../support/two-workspaces.ts'

const two = twoWorkspaces()

describe('R1 idempotency', () => {
  test('a known op returns its stored result and changes nothing, in the same push and in a later one', async () => {
    const op = addOp(1, await observed(two.ofA))
    const [first, again] = await two.inA.push(op, { ...op, n: 2 })
    expect(first).toEqual({ op: op.op, st: 'applied', at: 1 })
    expect(again).toEqual(first)
    expect(await two.inA.push({ ...op, n: 3 })).toEqual([first])
    expect((await pullAll(two.server.a.device, two.ofA)).head).toBe(1)
  })

  test('the answer is lost twenty times: one effect, one row of the log, the same answer each time (F01)', async () => {
    const ops = [addOp(1, await observed(two.ofA)), setOp(2, { rec: randomUUID() }, 'product', 'One')]
    const first = await two.inA.push(...ops)
    for (let again = 0; again < 20; again++) expect(await two.inA.push(...ops)).toEqual(first)
    const { rows, head } = await pullAll(two.server.a.device, two.ofA)
    expect([rows.length, head]).toEqual([2, 2])
    const log = await two.server.database.people
      .withTables<Tables>()
      .selectFrom('log')
      .innerJoin('scopes', 'scopes.scope', 'log.scope')
      .select('log.op')
      .where('scopes.id', '=', two.ofA)
      .execute()
    expect(log.map(({ op }) => op).sort()).toEqual(ops.map(({ op }) => op).sort())
  })

  test('a conflict and a rejection are stored results as well', async () => {
    const rec = randomUUID()
    await two.inA.set({ rec }, 'product', 'One')
    const other = new Writer(two.server.a.device, two.ofA)
    const conflict = setOp(1, { rec }, 'product', 'Two')
    const rejected = setOp(2, { rec }, 'nonsense', 'Two')
    const results = await other.push(conflict, rejected)
    expect(results.map(({ st, code }) => [st, code])).toEqual([
      ['conflict', undefined],
      ['rejected', 'OP_INVALID'],
    ])
    expect(await other.push(conflict, rejected)).toEqual(results)
  })

  test('the same op with another content is refused, and nothing of the push is kept', async () => {
    const op = setOp(1, { rec: randomUUID() }, 'product', 'One')
    await two.inA.push(op)
    const response = await two.inA.send([setOp(2, { rec: randomUUID() }, 'product', 'Kept?'), { ...op, value: 'Two' }])
    expect(await codeOf(response)).toEqual({ status: 422, code: 'OP_REUSED' })
    expect((await pullAll(two.server.a.device, two.ofA)).head).toBe(1)
  })

  test('an op id of another workspace is not known here', async () => {
    const op = setOp(1, { rec: randomUUID() }, 'product', 'One')
    await two.inA.push(op)
    expect(await two.inB.push({ ...op, rec: randomUUID() })).toMatchObject([{ st: 'applied', at: 1 }])
  })
})

describe('R2 order', () => {
  test('a number that skips one is a GAP, and nothing of the push is kept', async () => {
    const rec = randomUUID()
    const response = await two.inA.send([setOp(1, { rec }, 'product', 'One'), setOp(3, { rec }, 'plan', 'Big')])
    expect(await codeOf(response)).toEqual({ status: 409, code: 'GAP' })
    expect((await pullAll(two.server.a.device, two.ofA)).rows).toEqual([])
  })

  test('a number that was used for another op is an ID_COLLISION; a new device id mends it (F17)', async () => {
    const rec = randomUUID()
    await two.inA.push(setOp(1, { rec }, 'product', 'One'))
    const copied = setOp(1, { rec }, 'plan', 'Big')
    expect(await codeOf(await two.inA.send([copied]))).toEqual({ status: 409, code: 'ID_COLLISION' })
    const anew = new Writer(two.server.a.device, two.ofA)
    expect(await anew.push(copied)).toMatchObject([{ st: 'applied' }])
  })

  test('a duplicate that arrives in its slot still advances', async () => {
    const op = setOp(1, { rec: randomUUID() }, 'product', 'One')
    await two.inA.push(op)
    const anew = new Writer(two.server.a.device, two.ofA)
    const [, second] = await anew.push(op, setOp(2, { rec: op.rec }, 'plan', 'Big'))
    expect(second).toMatchObject({ st: 'applied', at: 2 })
  })

  test('a number belongs to the paired device that began it', async () => {
    const rec = randomUUID()
    await two.inA.set({ rec }, 'product', 'One')
    const other = new Writer(await two.server.a.pair('Second browser'), two.ofA, two.inA.device)
    const response = await other.send([setOp(2, { rec }, 'product', 'Two')])
    expect(await codeOf(response)).toEqual({ status: 409, code: 'ID_COLLISION' })
  })

  test('numbers are counted in each scope apart', async () => {
    const device = randomUUID()
    const here = new Writer(two.server.a.device, two.ofA, device)
    const there = new Writer(two.server.a.device, two.server.a.id, device)
    expect(await here.push(setOp(1, { rec: randomUUID() }, 'product', 'One'))).toMatchObject([{ st: 'applied' }])
    const client = { rec: randomUUID(), type: 'client' } as const
    expect(await there.push(setOp(1, client, 'name', 'Other'))).toMatchObject([{ st: 'applied' }])
  })
})

describe('R3 sequence', () => {
  test('is dense and unique over applied ops, conflicts and resolutions; a refused push leaves no gap', async () => {
    const rec = randomUUID()
    await two.inA.set({ rec }, 'product', 'One')
    await two.inA.send([setOp(2, { rec, base: 1 }, 'plan', 'Big'), setOp(9, { rec }, 'plan', 'Small')])
    const other = new Writer(two.server.a.device, two.ofA)
    expect(await other.set({ rec }, 'product', 'Two')).toMatchObject({ st: 'conflict', at: 2 })
    expect(await other.set({ rec, base: 2 }, 'product', 'Two')).toMatchObject({ st: 'applied', at: 3 })
    const { rows, head } = await pullAll(two.server.a.device, two.ofA)
    // The record is at 3, and its conflict, resolved by that edit, at 4.
    expect(rows.map(({ kind, rev }) => [kind, rev])).toEqual([
      ['record', 3],
      ['conflict', 4],
    ])
    expect(head).toBe(4)
  })

  test('fifty pushes at once each get numbers of their own (F56)', async () => {
    const writers = Array.from({ length: 50 }, () => new Writer(two.server.a.device, two.ofA))
    const results = await Promise.all(writers.map((writer) => writer.set({ rec: randomUUID() }, 'product', 'One')))
    expect(results.map(({ at }) => at).sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1))
  })
})

describe('R5 poison', () => {
  test('an invalid op is rejected with its code and consumes its number; the others go on (F16)', async () => {
    const rec = randomUUID()
    const bad = setOp(2, { rec }, 'seatsPurchased', -3)
    const unreadable = { op: randomUUID(), n: 3, kind: 'overwrite', everything: true }
    const results = await two.inA.push(
      setOp(1, { rec }, 'product', 'One'),
      bad,
      unreadable as never, // what a newer or broken device may send
      setOp(4, { rec }, 'plan', 'Big'),
    )
    expect(results.map(({ st, code }) => [st, code])).toEqual([
      ['applied', undefined],
      ['rejected', 'OP_INVALID'],
      ['rejected', 'OP_INVALID'],
      ['applied', undefined],
    ])
    expect(await two.inA.push(setOp(5, { rec, base: 2 }, 'plan', 'Bigger'))).toMatchObject([{ st: 'applied' }])
  })

  test.each([
    ['a captured type in the workspace', 'subscription', 'product', 'One', 'workspace', 'OP_INVALID'],
    ['what people state of a client in the workspace', 'lot', 'quantity', 3, 'workspace', 'OP_INVALID'],
    ['the workspace’s rates in a client', 'rate', 'base', 'EUR', 'client', 'OP_INVALID'],
    ['a client in a client', 'client', 'name', 'One', 'client', 'OP_INVALID'],
    ['a field of another type', 'domain', 'seatsPurchased', 3, 'client', 'OP_INVALID'],
    ['a field of Object.prototype', 'subscription', 'constructor', 'x', 'client', 'OP_INVALID'],
    ['a value of another kind', 'subscription', 'autoRenews', 'yes', 'client', 'OP_INVALID'],
  ] as const)('%s is rejected', async (_, type, field, value, where, code) => {
    const writer = new Writer(two.server.a.device, where === 'client' ? two.ofA : two.server.a.id)
    expect(await writer.set({ rec: randomUUID(), type }, field, value)).toMatchObject({ st: 'rejected', code })
  })

  test('one id for records of two types is rejected', async () => {
    const rec = randomUUID()
    await two.inA.set({ rec }, 'product', 'One')
    expect(await two.inA.del({ rec, type: 'domain', base: 1 })).toMatchObject({ st: 'rejected', code: 'OP_INVALID' })
  })

  test('an observation that belongs to another record, or changes under its id, is rejected', async () => {
    const observation = await observed(two.ofA)
    const stray = addOp(two.inA.next(), { ...observation, rec: randomUUID() })
    expect(await two.inA.push({ ...stray, rec: observation.rec })).toMatchObject([{ st: 'rejected' }])
    await two.inA.add(observation)
    const changed = { ...observation, sighting: (await observed(two.ofA, { seats: 6 })).sighting }
    expect(await two.inA.add(changed)).toMatchObject({ st: 'rejected', code: 'OP_INVALID' })
    expect(await two.inA.add(observation)).toMatchObject({ st: 'noop' })
  })
})

describe('R6 authorization', () => {
  const setRole = (change: { role?: 'reader' | 'owner'; state?: 'removed' | 'active' }) =>
    two.server.database.people.updateTable('members').set(change).where('id', '=', two.server.a.member).execute()

  test('a reader’s ops are refused one by one, and what they read is not', async () => {
    await setRole({ role: 'reader' })
    const result = await two.inA.set({ rec: randomUUID() }, 'product', 'One')
    expect(result).toMatchObject({ st: 'rejected', code: 'OP_REFUSED' })
    expect((await two.server.a.device.get(changesPath(two.ofA))).status).toBe(200)
  })

  test('a removed member is refused everywhere, a member of the other workspace is not touched', async () => {
    await setRole({ state: 'removed' })
    const revoked = { status: 403, code: 'MEMBERSHIP_REVOKED' }
    expect(await codeOf(await two.inA.send([delOp(1, { rec: randomUUID() })]))).toEqual(revoked)
    expect(await codeOf(await two.server.a.device.get('/v1/scopes'))).toEqual(revoked)
    expect(await two.inB.set({ rec: randomUUID() }, 'product', 'One')).toMatchObject({ st: 'applied' })
  })

  test('a removal between the token and the transaction refuses all of it', async () => {
    const { Member } = await import('../../server/workspaces/member.ts')
    const member = await Member.byToken(two.server.database, two.server.a.device.token)
    if (!member.ok) throw new Error('the token is good')
    await setRole({ state: 'removed' })
    const outcome = await Scope.open(two.server.database, member.value, two.ofA, async () => ok('inside'))
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'MEMBERSHIP_REVOKED' } })
  })

  test('a binding names a client of its own workspace, and nothing tells whether another exists (T23)', async () => {
    const inWorkspace = new Writer(two.server.a.device, two.server.a.id)
    const binding = () => ({ rec: randomUUID(), type: 'binding' }) as const
    expect(await inWorkspace.set(binding(), 'client', two.ofA)).toMatchObject({ st: 'applied' })
    const foreign = await inWorkspace.set(binding(), 'client', two.ofB)
    const nowhere = await inWorkspace.set(binding(), 'client', randomUUID())
    expect(foreign).toMatchObject({ st: 'rejected', code: 'OP_FOREIGN' })
    expect({ ...nowhere, op: 0 }).toEqual({ ...foreign, op: 0 })
  })

  test('a taught connector belongs to the workspace, is text of a bounded size, and is no client’s', async () => {
    const inWorkspace = new Writer(two.server.a.device, two.server.a.id)
    const taught = { rec: randomUUID(), type: 'connector' } as const
    expect(await inWorkspace.set(taught, 'definition', '{"version":1}')).toMatchObject({ st: 'applied' })
    const large = await inWorkspace.set(taught, 'definition', 'x'.repeat(16 * 1024 + 1))
    expect(large).toMatchObject({ st: 'rejected', code: 'OP_INVALID' })
    expect(await inWorkspace.set(taught, 'readAll', 'x')).toMatchObject({ st: 'rejected', code: 'OP_INVALID' })
    const inClient = await two.inA.set({ rec: randomUUID(), type: 'connector' }, 'name', 'Shelf')
    expect(inClient).toMatchObject({ st: 'rejected', code: 'OP_INVALID' })
  })

  test('a client id that another workspace uses makes a scope of one’s own, and meets nothing of the other', async () => {
    await two.inA.set({ rec: randomUUID() }, 'product', 'One')
    const rec = { rec: two.ofA, type: 'client' } as const
    await new Writer(two.server.b.device, two.server.b.id).set(rec, 'name', 'Taken?')
    expect((await pullAll(two.server.b.device, two.ofA)).rows).toEqual([])
    expect((await pullAll(two.server.a.device, two.ofA)).rows).toHaveLength(1)
  })
})
