import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { verifyAll } from '../../server/audit/verify.ts'
import { momentary } from '../../server/backup/format.ts'
import { inspect } from '../../server/backup/inspect.ts'
import { writeBackup } from '../../server/backup/write.ts'
import { tablesOf } from '../../server/db/catalog.ts'
import { openDatabase } from '../../server/db/database.ts'
import type { Tables } from '../../server/workspaces/scope.ts'
import { testFolder } from '../support/folder.ts'
import { operate } from '../support/operator.ts'
import { addOp, clientsOfBoth, observed, Writer } from '../support/ops.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { letLogBeChanged } from '../support/tamper.ts'
import { codeOf, pullAll } from '../support/two-workspaces.ts'
import { ownerOf, Visitor } from '../support/visitor.ts'

const folder = testFolder()
let server: TestServer
let ofA: string
let ofB: string
let [inA, inB]: Writer[] = []
beforeEach(async () => {
  server = await startServer(folder.at('live', 'stocktake.sqlite'))
  ;({ ofA, ofB } = await clientsOfBoth(server))
  inA = new Writer(server.a.device, ofA)
  inB = new Writer(server.b.device, ofB)
})
afterEach(() => server.close())

const live = () => ({ DATA_DIR: folder.at('live') })
const empty = (name = 'restored') => ({ DATA_DIR: folder.at(name) })
const file = () => folder.at('today.backup')

async function fill(writer: Writer | undefined, count: number): Promise<void> {
  if (!writer) throw new Error('no writer')
  const ops = Array.from({ length: count }, async () =>
    addOp(
      writer.next(),
      await observed(writer.scope, { key: randomUUID(), fields: { product: 'Zoë’s "Suite"\u2028, 5' } }),
    ),
  )
  await writer.push(...(await Promise.all(ops)))
}

/** All that a scope is, but for its epoch. */
async function contentOf(at: string) {
  const database = await openDatabase({ file: at }, new Date(), { as: 'beside' })
  const tables = database.people.withTables<Tables>()
  const content = {
    scopes: (await tables.selectFrom('scopes').selectAll().orderBy('scope').execute()).map(
      ({ epoch: _, ...row }) => row,
    ),
    rows: await tables.selectFrom('rows').selectAll().orderBy('scope').orderBy('rev').execute(),
    records: await tables.selectFrom('records').selectAll().orderBy('scope').orderBy('id').execute(),
    log: await tables.selectFrom('log').selectAll().orderBy('scope').orderBy('nr').execute(),
    numbers: await tables.selectFrom('numbers').selectAll().orderBy('scope').orderBy('device').execute(),
    devices: await tables.selectFrom('devices').selectAll().orderBy('id').execute(),
    people: await tables.selectFrom('people').selectAll().orderBy('id').execute(),
  }
  await database.close()
  return content
}

describe('a backup (T37, F38)', () => {
  test('under load holds one moment of everything, and restores into an empty server scope by scope', async () => {
    await fill(inA, 150)
    await fill(inB, 40)
    const beside = await openDatabase({ file: folder.at('live', 'stocktake.sqlite') }, new Date(), { as: 'beside' })
    let writing = true
    let during = 0
    const load = (async () => {
      while (writing) {
        await fill(inA, 5)
        during += 1
      }
    })()
    await writeBackup(beside, file(), { now: server.now() })
    writing = false
    await load
    await beside.close()
    expect(during).toBeGreaterThan(0)

    const found = await inspect(file(), undefined)
    const scope = found.scopes.find(({ id }) => id === ofA)
    // One moment: every row that its scope counts is there, and none after it, whatever was pushed meanwhile.
    expect(scope?.head).toBeGreaterThanOrEqual(150)
    expect(((scope?.head ?? 0) - 150) % 5).toBe(0)
    expect(found.scopes.every(({ broken }) => broken === undefined)).toBe(true)

    const restored = await operate(['restore', file()], empty())
    expect([restored.exit, restored.warned]).toEqual([0, ''])
    expect(restored.said).toMatch(/Restored in .* s\..*Everybody has to sign in again/s)
    const now = await contentOf(folder.at('restored', 'stocktake.sqlite'))
    expect(
      now.rows.filter(({ scope: key }) => now.scopes.find(({ scope: s, id }) => s === key && id === ofA)).length,
    ).toBe(scope?.head)
  })

  test('at rest is the same in every table and column, but for the epochs and the note of it', async () => {
    await fill(inA, 30)
    await fill(inB, 7)
    await inA?.set({ rec: randomUUID() }, 'product', 'One')
    expect((await operate(['backup', file()], live())).exit).toBe(0)
    const before = await contentOf(folder.at('live', 'stocktake.sqlite'))
    expect((await operate(['restore', file()], empty())).exit).toBe(0)
    const after = await contentOf(folder.at('restored', 'stocktake.sqlite'))
    const told = after.log.filter(({ kind }) => kind === 'restored')
    expect(told).toHaveLength(2)
    expect({ ...after, log: after.log.filter(({ kind }) => kind !== 'restored'), scopes: [] }).toEqual({
      ...before,
      scopes: [],
    })
    const plain = ({ logged: _, chain: __, ...row }: (typeof before.scopes)[number]) => row
    expect(after.scopes.map(plain)).toEqual(before.scopes.map(plain))
    const epochs = async (name: string) => {
      const database = await openDatabase({ file: folder.at(name, 'stocktake.sqlite') }, new Date(), { as: 'beside' })
      const rows = await database.people.withTables<Tables>().selectFrom('scopes').select('epoch').execute()
      await database.close()
      return rows.map(({ epoch }) => epoch)
    }
    const former = new Set(await epochs('live'))
    expect((await epochs('restored')).filter((epoch) => former.has(epoch))).toEqual([])
    expect((await operate(['verify'], empty())).exit).toBe(0)
  })

  test('signs everybody out and lets devices send again what it lacked (F06)', async () => {
    await server.database.people
      .insertInto('sessions')
      .values({
        id: 's',
        token: 'canary-session',
        userId: server.a.person,
        expiresAt: '2099-01-01T00:00:00.000Z',
        createdAt: '',
        updatedAt: '',
      })
      .execute()
    await fill(inA, 3)
    await operate(['backup', file()], live())
    await fill(inA, 2)
    await operate(['restore', file()], empty())
    const later = await startServer(folder.at('restored', 'stocktake.sqlite'))
    expect(await later.database.people.selectFrom('sessions').selectAll().execute()).toEqual([])
    // The device's token is still good; its history is another one, so it is told to send again.
    const { epoch } = await pullAll(server.a.device, ofA)
    const answer = await later.request(`/v1/scopes/${ofA}/changes?after=5&epoch=${epoch}&protocol=1&schema=4`, {
      headers: { authorization: `Bearer ${server.a.device.token}` },
    })
    expect(await codeOf(answer)).toEqual({ status: 409, code: 'EPOCH' })
    await later.close()
  })

  test('holds every table but those that are of one moment only', async () => {
    await operate(['backup', file()], live())
    const { tables } = await inspect(file(), undefined)
    const all = await tablesOf(server.database.people, 'sqlite')
    expect(Object.keys(tables).sort()).toEqual(
      all
        .map(({ name }) => name)
        .filter((name) => !momentary.has(name))
        .sort(),
    )
  })

  test('is inspected without touching anything: who, how much, when, and whether all of it holds', async () => {
    await fill(inA, 3)
    await operate(['backup', file()], live())
    const before = readFileSync(file())
    const { exit, said } = await operate(['restore', '--inspect', file()], empty())
    expect(exit).toBe(0)
    expect(said).toContain(`Workspace ${server.a.id} "Ash Advisers": 1 clients.`)
    expect(said).toMatch(/Made at \d{4}-.* from sqlite, at step \S+\. The checksum fits: \d+ rows/)
    expect(said).toContain(`client ${ofA}: head 3`)
    expect(said).toContain('All audit chains hold.')
    expect(said).not.toContain('Acme')
    expect(readFileSync(file()).equals(before)).toBe(true)
  })

  test('goes into an empty database only, and is never written over another', async () => {
    await operate(['backup', file()], live())
    const again = await operate(['backup', file()], live())
    expect([again.exit, again.warned]).toEqual([1, expect.stringContaining('is there already')])
    await server.close()
    const full = await operate(['restore', file()], live())
    expect([full.exit, full.warned]).toEqual([1, expect.stringContaining('not empty')])
    expect((await operate(['restore', file()], empty())).exit).toBe(0)
    expect((await operate(['restore', file()], empty())).exit).toBe(1)
    server = await startServer()
  })

  test('is not restored while a server uses the database', async () => {
    await operate(['backup', file()], live())
    const { exit, warned } = await operate(['restore', file()], live())
    expect([exit, warned]).toEqual([1, expect.stringContaining('Another server is already using')])
  })

  test('damaged, cut, changed or of something else is refused whole, and says so', async () => {
    await fill(inA, 60)
    await operate(['backup', file()], live())
    const good = readFileSync(file())
    const { gunzipSync, gzipSync } = await import('node:zlib')
    const head = good.indexOf('\n') + 1
    const text = gunzipSync(good.subarray(head)).toString()
    const packed = (changed: string) => Buffer.concat([good.subarray(0, head), gzipSync(changed)])
    const flipped = Buffer.from(good)
    flipped[Math.floor(good.length / 2)] = (flipped[Math.floor(good.length / 2)] ?? 0) ^ 1
    const bad: Record<string, Buffer> = {
      cut: good.subarray(0, good.length - 200),
      flipped,
      empty: Buffer.alloc(0),
      other: Buffer.from('SQLite format 3\0 and more of it'),
      later: Buffer.concat([Buffer.from('STOCKTAKE BACKUP 2\n'), good.subarray(head)]),
      changed: packed(text.replace('Ash Advisers', 'Oak Advisers')),
      shorter: packed(text.split('\n').toSpliced(12, 1).join('\n')),
      endless: packed(text.split('\n').slice(0, -2).join('\n')),
      bomb: packed(`${text.split('\n')[0]}\n${'x'.repeat(17 * 1024 * 1024)}`),
    }
    for (const [name, bytes] of Object.entries(bad)) {
      writeFileSync(folder.at(name), bytes)
      const { exit, warned } = await operate(['restore', folder.at(name)], empty(`${name}-data`))
      expect([name, exit, warned]).toEqual([name, 3, expect.stringMatching(/cannot be used.*Nothing was changed/)])
    }
  })

  test('made by a newer version is refused', async () => {
    await operate(['backup', file()], live())
    const { gunzipSync, gzipSync } = await import('node:zlib')
    const { createHash } = await import('node:crypto')
    const good = readFileSync(file())
    const at = good.indexOf('\n') + 1
    const lines = gunzipSync(good.subarray(at)).toString().trimEnd().split('\n')
    const head = JSON.parse(lines[0] ?? '') as { steps: string[] }
    head.steps.push('999-later')
    const body = [JSON.stringify(head), ...lines.slice(1, -1)]
    const end = JSON.parse(lines.at(-1) ?? '') as { sha256: string }
    end.sha256 = createHash('sha256')
      .update(body.map((line) => `${line}\n`).join(''))
      .digest('hex')
    writeFileSync(
      folder.at('newer'),
      Buffer.concat([good.subarray(0, at), gzipSync([...body, JSON.stringify(end), ''].join('\n'))]),
    )
    const { exit, warned } = await operate(['restore', folder.at('newer')], empty())
    expect([exit, warned]).toEqual([3, expect.stringContaining('newer version')])
  })

  test('of an older version is restored as it was and then brought forward', async () => {
    const older = await openDatabase({ file: folder.at('older.sqlite') }, new Date(), { as: 'restore', steps: 1 })
    await sql`insert into workspaces (id, name, created_at) values ('w', 'Old firm', '2026-01-01T00:00:00.000Z')`.execute(
      older.people,
    )
    await sql`insert into scopes (scope, workspace, id, kind, epoch, seq, min_retained, purged_to, logged, chain)
      values (7, 'w', 'w', 'workspace', 'e', 0, 0, 0, 0, '')`.execute(older.people)
    await writeBackup(older, file(), { now: server.now() })
    await older.close()
    const { exit, said } = await operate(['restore', file()], empty())
    expect([exit, said]).toEqual([0, expect.stringContaining('at step 001-first-tables')])
    const { scopes } = await contentOf(folder.at('restored', 'stocktake.sqlite'))
    expect(scopes).toMatchObject([{ scope: 7, gone_at: null, logged: 1 }])
  })

  test('encrypted shows nothing, opens with its passphrase only, and notices a changed bit', async () => {
    await fill(inA, 20)
    const locked = { BACKUP_PASSPHRASE: 'a sentence that nobody guesses' }
    expect((await operate(['backup', file()], { ...live(), ...locked })).said).toContain('It is encrypted')
    const bytes = readFileSync(file())
    expect(bytes.subarray(0, 26).toString()).toBe('STOCKTAKE BACKUP 1 SEALED\n')
    expect((await operate(['restore', '--inspect', file()], empty())).warned).toContain('Set BACKUP_PASSPHRASE')
    const wrong = await operate(['restore', file()], { ...empty(), BACKUP_PASSPHRASE: 'another sentence of somebody' })
    expect([wrong.exit, wrong.warned]).toEqual([3, expect.stringContaining('the passphrase is another one')])
    for (const at of [60, bytes.length - 3]) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 4
      writeFileSync(folder.at('changed'), changed)
      expect((await operate(['restore', folder.at('changed')], { ...empty(), ...locked })).exit).toBe(3)
    }
    expect((await operate(['restore', file()], { ...empty(), ...locked })).exit).toBe(0)
  })
})

describe('verify (T36)', () => {
  test('names the scope and the first row that was changed, in the database and in a backup of it', async () => {
    await fill(inA, 5)
    await fill(inB, 5)
    expect(await operate(['verify'], live())).toMatchObject({ exit: 0, said: expect.stringContaining('all hold') })
    await letLogBeChanged(server.database)
    const tables = server.database.people.withTables<Tables>()
    const { scope } = await tables.selectFrom('scopes').select('scope').where('id', '=', ofA).executeTakeFirstOrThrow()
    await tables
      .updateTable('log')
      .set({ member: 'somebody else' })
      .where('scope', '=', scope)
      .where('nr', '=', 3)
      .execute()
    const { exit, warned } = await operate(['verify'], live())
    expect([exit, warned]).toEqual([3, `Broken: row 3 of the chain of scope ${ofA} in workspace ${server.a.id}.`])
    expect((await verifyAll(server.database)).broken).toEqual([{ workspace: server.a.id, scope: ofA, row: 3 }])
    await operate(['backup', file()], live())
    const inspected = await operate(['restore', '--inspect', file()], empty())
    expect([inspected.exit, inspected.warned]).toEqual([
      3,
      expect.stringContaining(`row 3 of the audit chain of ${ofA}`),
    ])
    // What is broken can be all that a firm has left: it is restored, and said.
    const restored = await operate(['restore', file()], empty())
    expect([restored.exit, restored.said]).toEqual([3, expect.stringContaining('Restored in')])
    await tables.deleteFrom('log').where('scope', '=', scope).where('nr', '=', 2).execute()
    expect((await operate(['verify'], live())).warned).toContain('row 2 of')
  })
})

test('recover gives a new password to who has lost theirs, beside a server that runs', async () => {
  const email = 'olive@example.com'
  await ownerOf(server, email)
  expect(await operate(['recover'], live())).toMatchObject({ exit: 2, said: '' })
  expect(await operate(['recover', '--email', 'nobody@example.com'], live())).toMatchObject({ exit: 1, said: '' })
  const recovered = await operate(['recover', '--email', email], live())
  expect(recovered).toMatchObject({ exit: 0, said: expect.stringMatching(/^(\w{5}-){3}\w{5}$/) })
  const signedIn = await new Visitor(server).submit('/sign-in', { email, password: recovered.said, next: '/account' })
  expect(signedIn.headers.get('location')).toBe('/account')
})
