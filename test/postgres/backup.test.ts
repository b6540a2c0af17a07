import { expect, test } from 'vitest'
import { restoreBackup } from '../../server/backup/restore.ts'
import { writeBackup } from '../../server/backup/write.ts'
import { purgeClient } from '../../server/clients/purge.ts'
import { type At, type Database, openDatabase } from '../../server/db/database.ts'
import type { AnyTables } from '../../server/db/tables.ts'
import { Scope } from '../../server/workspaces/scope.ts'
import { asked, urlOf } from '../support/databases.ts'
import { testFolder } from '../support/folder.ts'
import { addOp, observed } from '../support/ops.ts'
import { twoWorkspaces } from '../support/two-workspaces.ts'

const folder = testFolder()
const two = twoWorkspaces()

/** Everything that a scope is, but for its epoch and the notes of restores. */
const contentOf = (database: Database) =>
  database.engine.snapshot(database.people, async (tx) => {
    const all = async (table: string, ...order: string[]) =>
      (await order.reduce((query, column) => query.orderBy(column), tx.selectFrom(table).selectAll()).execute()).filter(
        ({ kind }) => kind !== 'restored',
      )
    return {
      rows: await all('rows', 'scope', 'rev'),
      records: await all('records', 'scope', 'id'),
      log: await all('log', 'scope', 'nr'),
      numbers: await all('numbers', 'scope', 'device'),
      devices: await all('devices', 'id'),
      members: await all('members', 'id'),
      scopes: (await all('scopes', 'scope')).map(({ scope, id, seq, min_retained }) => ({
        scope,
        id,
        seq,
        min_retained,
      })),
    }
  })

async function contentAt(at: At) {
  const database = await openDatabase(at, new Date(), { as: 'beside' })
  const content = await contentOf(database)
  await database.close()
  return content
}

test('one format of backups for both databases: PostgreSQL into SQLite into PostgreSQL, the same in every row (T37)', async () => {
  for (const writer of [two.inA, two.inB]) {
    const ops = Array.from({ length: 60 }, async () =>
      addOp(
        writer.next(),
        await observed(writer.scope, { key: crypto.randomUUID(), fields: { product: 'Zoë’s Suite' } }),
      ),
    )
    await writer.push(...(await Promise.all(ops)))
  }
  const before = await contentOf(two.server.database)
  expect(before.rows.length).toBe(122)
  await writeBackup(two.server.database, folder.at('first'), { now: two.server.now() })
  const file = { file: folder.at('restored.sqlite') }
  expect(
    (await restoreBackup(folder.at('first'), { backupPassphrase: undefined, at: file }, new Date())).broken,
  ).toEqual([])
  expect(await contentAt(file)).toEqual(before)

  const sqlite = await openDatabase(file, new Date(), { as: 'beside' })
  await writeBackup(sqlite, folder.at('second'), { now: two.server.now() })
  await sqlite.close()
  const cluster = process.env.TEST_POSTGRES ?? ''
  const name = `stocktake_${process.pid}_restored`
  await asked(cluster, `drop database if exists ${name}`, `create database ${name}`)
  const at = { url: urlOf(cluster, name), connections: 3 }
  expect((await restoreBackup(folder.at('second'), { backupPassphrase: undefined, at }, new Date())).broken).toEqual([])
  expect(await contentAt(at)).toEqual(before)
  await expect(restoreBackup(folder.at('second'), { backupPassphrase: undefined, at }, new Date())).rejects.toThrow(
    'not empty',
  )
  await asked(cluster, `drop database ${name} with (force)`)
  await expect(writeBackup(two.server.database, folder.at('first'), { now: new Date() })).rejects.toThrow(
    'is there already',
  )
})

test('a purge leaves nothing of the client in any table, and the others as they were (T39)', async () => {
  await two.inA.add(await observed(two.ofA, { fields: { product: 'Canary Suite' } }))
  await two.inB.add(await observed(two.ofB, { fields: { product: 'Heron Suite' } }))
  const { database } = two.server
  const done = await Scope.asServer(database, two.server.a.id, two.ofA, (scope) => purgeClient(scope, two.server.now()))
  expect(done).toMatchObject({ ok: true, value: { client: two.ofA, rows: { log: 1, rows: 1 } } })
  await database.engine.sweep(database.people.withTables<AnyTables>())
  const text = JSON.stringify(await contentOf(database))
  expect(text).not.toContain('Canary')
  expect(text).not.toContain('Acme')
  expect(text).toContain('Heron Suite')
})
