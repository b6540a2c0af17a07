import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../server/db/database.ts'
import { migrate, type Step } from '../../server/db/migrations.ts'
import { DatabaseInUse, openSqlite } from '../../server/db/sqlite.ts'
import type { AnyTables } from '../../server/db/tables.ts'
import { startServer } from '../support/server.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stocktake-database-'))
  file = join(folder, 'stocktake.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = new Date('2026-03-01T09:00:00Z')

describe('migrations', () => {
  const step = (name: string): Step => ({
    name,
    up: async (tx) => void (await sql.raw(`create table ${name} (id text primary key)`).execute(tx)),
  })
  const breaking: Step = {
    name: 'breaking',
    up: async (tx) => {
      await step('half').up(tx)
      throw new Error('the power went out')
    },
  }
  const tablesOf = async (db: Kysely<AnyTables>) => (await db.introspection.getTables()).map(({ name }) => name).sort()
  let db: Kysely<AnyTables>
  beforeEach(() => {
    db = new Kysely<AnyTables>({ dialect: openSqlite({}).dialect })
  })
  afterEach(() => db.destroy())

  test('go forward only by what is missing, in order', async () => {
    expect(await migrate(db, at, [step('one')])).toBe(1)
    expect(await migrate(db, at, [step('one'), step('two'), step('three')])).toBe(2)
    expect(await migrate(db, at, [step('one'), step('two'), step('three')])).toBe(0)
    expect(await tablesOf(db)).toEqual(['migrations', 'one', 'three', 'two'])
  })

  test('a step that fails leaves nothing of itself, and everything before it (F19)', async () => {
    await expect(migrate(db, at, [step('one'), breaking])).rejects.toThrow('power')
    expect(await tablesOf(db)).toEqual(['migrations', 'one'])
    expect(await migrate(db, at, [step('one'), step('half')])).toBe(1)
  })

  test('a newer database is refused untouched, with a sentence', async () => {
    await migrate(db, at, [step('one'), step('two')])
    await expect(migrate(db, at, [step('one')])).rejects.toThrow(/newer version of the server.*Nothing was changed/s)
    expect(await tablesOf(db)).toEqual(['migrations', 'one', 'two'])
  })

  test('a newer file is refused at the start, and is free again', async () => {
    const database = await openDatabase({ file })
    await database.people
      .withTables<AnyTables>()
      .insertInto('migrations')
      .values({ number: 99, name: 'later', at: '' })
      .execute()
    await database.close()
    await expect(openDatabase({ file })).rejects.toThrow('newer version')
    await expect(openDatabase({ file })).rejects.toThrow('newer version')
  })
})

describe('the file', () => {
  test('is durable at every commit and holds its references', async () => {
    const database = await openDatabase({ file })
    const pragma = async (name: string) =>
      Object.values(
        (await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(database.people)).rows[0] ?? {},
      )[0]
    expect(await pragma('journal_mode')).toBe('wal')
    expect(await pragma('synchronous')).toBe(2)
    expect(await pragma('foreign_keys')).toBe(1)
    await database.close()
  })

  test('is refused to a second one, in this process and in another (F58), and free after', async () => {
    const database = await openDatabase({ file })
    await expect(openDatabase({ file })).rejects.toThrow(DatabaseInUse)
    const other = `import('./server/db/database.ts').then(({ openDatabase }) => openDatabase({ file: ${JSON.stringify(file)} })).then(() => console.log('opened'), (error) => console.log(error.message))`
    const said = () => execFileSync(process.execPath, ['--import', 'tsx', '-e', other], { encoding: 'utf8' })
    expect(said()).toContain('Another server is already using')
    await database.close()
    expect(said()).toContain('opened')
  })
})

test('every primary key of what belongs to a workspace or scope begins with it', async () => {
  const server = await startServer()
  const { people } = server.database
  const tables = (await people.introspection.getTables()).map(({ name }) => name)
  const keys = await Promise.all(
    tables.map(async (table) => {
      const { rows } = await sql<{
        name: string
        pk: number
      }>`select name, pk from pragma_table_info(${table})`.execute(people)
      return [table, rows.find(({ pk }) => pk === 1)?.name] as const
    }),
  )
  // People and how they get in belong to no workspace; a code has none before it was typed; which node runs is the server's.
  const people_ = [
    'people',
    'sessions',
    'credentials',
    'identities',
    'verifications',
    'attempts',
    'settings',
    'workspaces',
    'device_codes',
    'migrations',
    'leases',
    'daily_runs',
    'sso_used',
  ]
  for (const [table, first] of keys)
    if (!people_.includes(table)) expect([table, ['scope', 'workspace'].includes(first ?? '')]).toEqual([table, true])
  expect(keys.length).toBeGreaterThan(people_.length + 5)
  await server.close()
})

test('each statement of the sync finds its rows by an index, however many there are', async () => {
  const server = await startServer()
  const plan = async (query: string) => {
    const { rows } = await sql.raw<{ detail: string }>(`explain query plan ${query}`).execute(server.database.people)
    return rows.map(({ detail }) => detail).join('; ')
  }
  const list = `(select value from json_each('[]'))`
  for (const [query, index] of [
    [`select op from log where scope = 1 and op in ${list}`, 'scope=? AND op=?'],
    [`select body from records where scope = 1 and id in ${list}`, 'scope=? AND id=?'],
    [`select body from rows where scope = 1 and kind = 'observation' and id in ${list}`, 'scope=? AND kind=? AND id=?'],
    [`select body from rows where scope = 1 and open = 1 and rec in ${list}`, 'scope=? AND rec=?'],
    ['select rev, body from rows where scope = 1 and rev > 5 order by rev limit 501', 'scope=? AND rev>?'],
    [`select body from records where scope = 1 and deleted = 0 and type = 'subscription'`, 'scope=? AND type=?'],
  ] as const)
    expect(await plan(query), query).toContain(index)
  await server.close()
})
