import { createHash, randomUUID } from 'node:crypto'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { brokenLink } from '../../server/sync/log.ts'
import { Scope, type Tables } from '../../server/workspaces/scope.ts'
import { ok } from '../../shared/problem.ts'
import { ChangesResponse, DigestResponse, limits, protocol, schema } from '../../shared/sync.ts'
import { fill, makeSpace } from '../support/full-disk.ts'
import { addOp, observed, setOp, Writer } from '../support/ops.ts'
import { letLogBeChanged } from '../support/tamper.ts'
import { changesPath, codeOf, pullAll, twoWorkspaces, versions } from '../support/two-workspaces.ts'

const two = twoWorkspaces()
const tables = () => two.server.database.people.withTables<Tables>()
const changes = (query: string) =>
  two.server.a.device.get(
    `/v1/scopes/${two.ofA}/changes?${new URLSearchParams({ ...versions, ...Object.fromEntries(new URLSearchParams(query)) })}`,
  )
const page = async (query: string) => ChangesResponse.parse(await (await changes(query)).json())

describe('R7 audit', () => {
  const verify = (workspace: string, scope: string) =>
    Scope.asServer(two.server.database, workspace, scope, async (held) => ok(await brokenLink(held)))
  const logOf = (scope: string) =>
    tables().selectFrom('log').innerJoin('scopes', 'scopes.scope', 'log.scope').selectAll('log').where('id', '=', scope)

  test('every op has one row in the chain with who, what and how it ended, and a repeated one adds none', async () => {
    const op = addOp(two.inA.next(), await observed(two.ofA))
    await two.inA.push(op)
    await two.inA.push({ ...op, n: two.inA.next() })
    await two.inA.set({ rec: op.rec, base: 1 }, 'nonsense', 'x')
    const rows = await logOf(two.ofA).orderBy('nr').execute()
    expect(rows.map(({ nr, kind, st, rev }) => ({ nr, kind, st, rev }))).toEqual([
      { nr: 1, kind: 'add', st: 'applied', rev: 1 },
      { nr: 2, kind: 'set', st: 'rejected', rev: 1 },
    ])
    expect(rows[0]).toMatchObject({ member: two.server.a.member, paired: two.server.a.device.id, op: op.op })
    expect(await verify(two.server.a.id, two.ofA)).toEqual(ok(undefined))
  })

  test('a changed row, a cut row and a cut end are each named', async () => {
    for (const product of ['One', 'Two', 'Three', 'Four']) await two.inA.set({ rec: randomUUID() }, 'product', product)
    await two.inB.set({ rec: randomUUID() }, 'product', 'One')
    await letLogBeChanged(two.server.database)
    const log = () => tables().updateTable('log').where('rec', 'is not', null)
    const [second] = await logOf(two.ofA).where('nr', '=', 2).execute()
    await log()
      .set({ field: 'plan' })
      .where('op', '=', second?.op ?? '')
      .execute()
    expect(await verify(two.server.a.id, two.ofA)).toEqual(ok(2))
    await log()
      .set({ field: 'product' })
      .where('op', '=', second?.op ?? '')
      .execute()
    await tables().deleteFrom('log').where('nr', '=', 4).execute()
    expect(await verify(two.server.a.id, two.ofA)).toEqual(ok(4))
    await tables().deleteFrom('log').where('nr', '=', 3).execute()
    expect(await verify(two.server.a.id, two.ofA)).toEqual(ok(3))
    expect(await verify(two.server.b.id, two.ofB)).toEqual(ok(undefined))
  })

  test('the database itself keeps the log: no row is changed, cut or put in the place of another (T36)', async () => {
    await two.inA.set({ rec: randomUUID() }, 'product', 'One')
    for (const change of [
      { field: 'plan' },
      { hash: 'x' },
      { payload: '{}' },
      { member: null, payload: null },
      { at: '' },
    ])
      await expect(tables().updateTable('log').set(change).execute(), JSON.stringify(change)).rejects.toThrow(
        'append-only',
      )
    await expect(tables().deleteFrom('log').execute()).rejects.toThrow('append-only')
    expect(await verify(two.server.a.id, two.ofA)).toEqual(ok(undefined))
  })

  test('the payload may go after its time, and the chain still holds (R9)', async () => {
    await two.inA.set({ rec: randomUUID() }, 'product', 'One')
    await tables().updateTable('log').set({ payload: null }).execute()
    expect(await verify(two.server.a.id, two.ofA)).toEqual(ok(undefined))
  })
})

describe('R8 pull', () => {
  test('pages are latest states in order of rev; the last one goes to the head', async () => {
    const rec = randomUUID()
    for (let i = 0; i < 5; i++) await two.inA.set({ rec: i === 2 ? rec : randomUUID() }, 'product', `P${i}`)
    await two.inA.set({ rec, base: 3 }, 'product', 'again')
    const first = await page('after=0&floor=0&limit=2')
    expect(first).toMatchObject({ next: 2, more: true, head: 6 })
    const rest = await page('after=2&floor=6&limit=500')
    // Rev 3 was replaced by rev 6.
    expect(rest.rows).toMatchObject([{ rev: 4 }, { rev: 5 }, { rev: 6, id: rec }])
    expect(rest).toMatchObject({ next: 6, more: false })
    expect(await page('after=6&floor=6')).toMatchObject({ rows: [], next: 6, more: false })
  })

  test('a page is at most 1 MiB and 500 rows, and brings at least one row', async () => {
    const big = (i: number) => observed(two.ofA, { key: `sku-${i}`, fields: { product: 'x'.repeat(490) } })
    for (let batch = 0; batch < 4; batch++)
      await two.inA.push(
        ...(await Promise.all(
          Array.from({ length: 150 }, async (_, i) => addOp(two.inA.next(), await big(batch * 150 + i))),
        )),
      )
    const response = await changes('after=0&floor=0')
    const text = await response.text()
    const { rows, more, next } = ChangesResponse.parse(JSON.parse(text))
    expect(rows.length).toBe(500)
    expect(next).toBe(500)
    expect(more).toBe(true)
    const names = Array.from({ length: 190 }, (_, i) => `n${i}${'y'.repeat(480)}`)
    for (let i = 0; i < 20; i++)
      await two.inA.set({ rec: randomUUID(), type: 'certificate' }, 'names', names.slice(0, 120))
    const certificates = await changes('after=600&floor=600')
    expect(Buffer.byteLength(await certificates.clone().text())).toBeLessThanOrEqual(limits.changesBytes + 200)
    const cut = ChangesResponse.parse(await certificates.json())
    expect([cut.rows.length, cut.next, cut.more]).toEqual([17, 617, true])
  })

  test('the head of an answer tells where the next page begins, with the floor of the whole download', async () => {
    for (let i = 0; i < 5; i++) await two.inA.set({ rec: randomUUID() }, 'product', `P${i}`)
    const link = async (query: string) => (await changes(query)).headers.get('link')
    expect(await link('after=0&floor=0&limit=2')).toMatch(/^<\?.*after=2&floor=5&limit=2>; rel="next"$/)
    expect(await link('after=2&floor=3&limit=2')).toMatch(/^<\?.*after=4&floor=3&limit=2>; rel="next"$/)
    expect([await link('after=4&floor=3&limit=2'), await link('after=0&floor=0')]).toEqual([null, null])
  })

  test('a large page is compressed for who takes it, a small one never', async () => {
    const asked = (accepts = 'gzip') => two.server.a.device.get(changesPath(two.ofA), { 'accept-encoding': accepts })
    await two.inA.set({ rec: randomUUID() }, 'product', 'One')
    expect((await asked()).headers.get('content-encoding')).toBeNull()
    const ops = await Promise.all(
      Array.from({ length: 20 }, async (_, i) => addOp(two.inA.next(), await observed(two.ofA, { key: `sku-${i}` }))),
    )
    await two.inA.push(...ops)
    const response = await asked()
    expect(response.headers.get('content-encoding')).toBe('gzip')
    const text = gunzipSync(Buffer.from(await response.arrayBuffer())).toString()
    expect(ChangesResponse.parse(JSON.parse(text)).rows).toHaveLength(21)
    expect((await changes('after=0')).headers.get('content-encoding')).toBeNull()
    const denser = await asked('gzip, deflate, br;q=0.9')
    expect(denser.headers.get('content-encoding')).toBe('br')
    expect(brotliDecompressSync(Buffer.from(await denser.arrayBuffer())).toString()).toBe(text)
    const ways = await Promise.all(['*', 'br;q=0, gzip', 'gzip;q=0', 'brr'].map((accepts) => asked(accepts)))
    expect(ways.map(({ headers }) => headers.get('content-encoding'))).toEqual(['gzip', 'gzip', null, null])
  })

  test('what is asked must be numbers within their bounds', async () => {
    for (const query of ['after=-1', 'after=x', 'limit=0', 'limit=501', 'after=1.5', 'after=9e99'])
      expect(await codeOf(await changes(query)), query).toEqual({ status: 422, code: 'INVALID_REQUEST' })
  })
})

describe('R9 retention', () => {
  test('a purge takes deletions with their observations, takes a number, and says up to where', async () => {
    const gone = await observed(two.ofA)
    await two.inA.add(gone)
    await two.inA.del({ rec: gone.rec, base: 1 })
    const kept = randomUUID()
    await two.inA.set({ rec: kept }, 'product', 'Kept')
    expect(await two.server.purge(two.server.a.id, two.ofA)).toBe(1)
    expect(await pullAll(two.server.a.device, two.ofA)).toMatchObject({ rows: [{ id: kept }], head: 4, purged: 2 })
    expect(await two.server.purge(two.server.a.id, two.ofA)).toBe(0)
    expect((await pullAll(two.server.b.device, two.ofB)).purged).toBe(0)
  })

  test('who has seen the deletion goes on; who has not, or began before, must download again', async () => {
    const rec = randomUUID()
    await two.inA.set({ rec }, 'product', 'One')
    await two.inA.set({ rec: randomUUID() }, 'product', 'Two')
    await two.inA.del({ rec, base: 1 })
    await two.inA.set({ rec: randomUUID() }, 'product', 'Three')
    await two.server.purge(two.server.a.id, two.ofA)
    const again = { status: 410, code: 'RESYNC_REQUIRED' }
    expect(await codeOf(await changes('after=1&floor=1'))).toEqual(again)
    // A download that began at head 4, before the purge, and has come to 2.
    expect(await codeOf(await changes('after=2&floor=4'))).toEqual(again)
    // One that began after it, at head 5.
    expect((await changes('after=2&floor=5')).status).toBe(200)
    expect((await changes('after=3&floor=1')).status).toBe(200)
    expect((await changes('after=0&floor=0')).status).toBe(200)
  })

  test('tombstones younger than asked for stay', async () => {
    const rec = randomUUID()
    await two.inA.set({ rec }, 'product', 'One')
    await two.inA.del({ rec, base: 1 })
    const { purgeTombstones } = await import('../../server/sync/retention.ts')
    const halfYearAgo = new Date(two.server.now().getTime() - 180 * 86_400_000)
    const { database, a, now } = two.server
    expect(await purgeTombstones(database, a.id, two.ofA, halfYearAgo, now())).toEqual(ok(0))
  })

  test('op ids outlive what they made', async () => {
    const rec = randomUUID()
    const op = setOp(two.inA.next(), { rec }, 'product', 'One')
    await two.inA.push(op)
    await two.inA.del({ rec, base: 1 })
    await two.server.purge(two.server.a.id, two.ofA)
    expect(await two.inA.push({ ...op, n: two.inA.next() })).toEqual([{ op: op.op, st: 'applied', at: 1 }])
  })
})

describe('R10 epoch', () => {
  test('a restore changes every scope’s epoch; a request of the old one is told the new one', async () => {
    const rec = randomUUID()
    await two.inA.set({ rec }, 'product', 'One')
    const before = await pullAll(two.server.a.device, two.ofA)
    const image = await two.server.backup()
    const lost = setOp(two.inA.next(), { rec, base: 1 }, 'product', 'Two')
    await two.inA.push(lost)
    await two.server.restore(image)
    const after = await pullAll(two.server.a.device, two.ofA)
    expect(after.epoch).not.toBe(before.epoch)
    expect(after.head).toBe(1)
    two.inA.epoch = before.epoch
    const refused = await two.inA.send([lost])
    expect(await refused.clone().json()).toMatchObject({ status: 409, code: 'EPOCH', epoch: after.epoch })
    expect(await codeOf(await changes(`after=1&floor=1&epoch=${before.epoch}`))).toEqual({ status: 409, code: 'EPOCH' })
    expect((await pullAll(two.server.b.device, two.ofB)).epoch).not.toBe(after.epoch)
  })

  test('a cursor above the head is of another history', async () => {
    expect(await codeOf(await changes('after=1&floor=1'))).toEqual({ status: 409, code: 'EPOCH' })
  })

  test('known-ops tells what the restored history knows, and nothing of another workspace (C5)', async () => {
    const [known, forgotten, foreign] = [
      setOp(1, { rec: randomUUID() }, 'product', 'One'),
      setOp(2, { rec: randomUUID() }, 'product', 'Two'),
      setOp(1, { rec: randomUUID() }, 'product', 'Three'),
    ]
    await two.inA.push(known)
    await two.inB.push(foreign)
    const image = await two.server.backup()
    await two.inA.push(forgotten)
    await two.server.restore(image)
    const body = { protocol, schema, device: two.inA.device, ops: [known.op, forgotten.op, foreign.op] }
    const response = await two.server.a.device.post(`/v1/scopes/${two.ofA}/known-ops`, body)
    expect(await response.json()).toMatchObject({ known: [known.op] })
  })
})

describe('R11 negotiation (F44)', () => {
  test.each([
    [{ protocol: protocol + 1 }, 'protocol'],
    [{ protocol: 0 }, 'protocol'],
    [{ schema: schema + 1 }, 'schema'],
    [{ schema: schema + 3 }, 'schema'],
    [{ schema: schema - 3 }, 'schema'],
    [{ protocol: 'one' }, 'protocol'],
  ])('%j is told which versions are served, before anything else is looked at', async (wrong, of) => {
    const response = await two.inA.send(['not an op'], wrong)
    const max = of === 'schema' ? schema : protocol
    const min = Math.max(1, max - 2)
    expect(await response.json()).toMatchObject({ status: 426, code: 'UPGRADE_REQUIRED', of, min, max })
    const search = new URLSearchParams(Object.entries(wrong).map(([key, value]) => [key, String(value)]))
    expect(await codeOf(await changes(search.toString()))).toEqual({ status: 426, code: 'UPGRADE_REQUIRED' })
  })
})

test('R11: the two versions before this one are served as this one is (F44)', async () => {
  for (const older of [schema, schema - 1, schema - 2]) {
    const op = setOp(two.inA.next(), { rec: randomUUID() }, 'product', 'One')
    expect((await two.inA.send([op], { schema: older })).status, String(older)).toBe(200)
    expect((await changes(`schema=${older}`)).status, String(older)).toBe(200)
  }
})

describe('R12 one scope a transaction', () => {
  test('a push into a client leaves the workspace and every other client as they are', async () => {
    const heads = async () => {
      const response = await two.server.a.device.get('/v1/scopes')
      const { scopes } = (await response.json()) as { scopes: { id: string; head: number }[] } // parsed elsewhere
      return Object.fromEntries(scopes.map(({ id, head }) => [id, head]))
    }
    expect(await heads()).toEqual({ [two.server.a.id]: 1, [two.ofA]: 0 })
    await two.inA.set({ rec: randomUUID() }, 'product', 'One')
    expect(await heads()).toEqual({ [two.server.a.id]: 1, [two.ofA]: 1 })
  })

  test('a database that is busy is tried again, then said to be', async () => {
    const { inTransaction } = await import('../../server/db/transaction.ts')
    const { default: Sqlite } = await import('better-sqlite3')
    const { default: pg } = await import('pg')
    const busy = {
      sqlite: new Sqlite.SqliteError('database is locked', 'SQLITE_BUSY'),
      postgres: Object.assign(new pg.DatabaseError('lock timeout', 0, 'error'), { code: '55P03' }),
    }
    let tries = 0
    const outcome = await inTransaction(two.server.database, 'write', async () => {
      tries += 1
      throw busy[two.server.database.engine.name]
    })
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'BUSY' } })
    expect(tries).toBe(4)
  })

  test('a full disk is said to be one, and nothing of the push stays (F37)', async () => {
    await fill(two.server.database)
    const many = () =>
      Promise.all(Array.from({ length: 200 }, async (_, i) => addOp(i + 1, await observed(two.ofA, { key: `${i}` }))))
    expect(await codeOf(await two.inA.send(await many()))).toEqual({ status: 507, code: 'STORAGE_FULL' })
    expect((await pullAll(two.server.a.device, two.ofA)).head).toBe(0)
    await makeSpace(two.server.database)
    expect(await two.inA.push(...(await many()))).toHaveLength(200)
  })
})

describe('digest (C7)', () => {
  test('counts and sums rows of every kind by record type', async () => {
    const observation = await observed(two.ofA)
    await two.inA.add(observation)
    await two.inA.set({ rec: observation.rec, base: 1 }, 'product', 'One')
    await new Writer(two.server.a.device, two.ofA).set({ rec: observation.rec }, 'product', 'Two')
    const { rows } = await pullAll(two.server.a.device, two.ofA)
    const sum = Buffer.alloc(32)
    for (const { id, rev } of rows)
      for (const [at, byte] of createHash('sha256').update(`${id}${rev}`).digest().entries())
        sum[at] = (sum[at] ?? 0) ^ byte
    const response = await two.server.a.device.get(`/v1/scopes/${two.ofA}/digest`)
    const { types, head } = DigestResponse.parse(await response.json())
    expect(types).toEqual({ subscription: { count: 3, xor: sum.toString('hex') } })
    expect(head).toBe(3)
    const other = await two.server.b.device.get(`/v1/scopes/${two.ofB}/digest`)
    expect(DigestResponse.parse(await other.json()).types).toEqual({})
  })
})
