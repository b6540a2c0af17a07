import { once } from 'node:events'
import { Kysely } from 'kysely'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../server/db/database.ts'
import { migrate, stepNames, stepsUpTo } from '../../server/db/migrations.ts'
import { openPostgres } from '../../server/db/postgres.ts'
import type { AnyTables } from '../../server/db/tables.ts'
import { asked, urlOf } from '../support/databases.ts'
import { migrateAndStand, migrateUntil } from '../support/migrating.ts'

/** How many moments are tried, spread over all statements: each costs a process and a database. */
const moments = Number(process.env.STOCKTAKE_KILLS ?? 4)

const at = process.env.TEST_POSTGRES ?? ''
const names: string[] = []
/** An empty database, and its address. */
async function empty(name: string): Promise<string> {
  names.push(`migrating_${process.pid}_${name}`)
  await asked(at, `create database ${names.at(-1)}`)
  return urlOf(at, names.at(-1) ?? '')
}
afterAll(() => asked(at, ...names.map((name) => `drop database if exists ${name} with (force)`)))

/**
 * What everybody else sees of it: the steps that were taken, the tables, and the wall around them. From the catalog's
 * own rows: what PostgreSQL writes out for people waits for whoever is changing the table.
 */
async function seenIn(url: string) {
  const client = new pg.Client(url)
  await client.connect()
  const rows = async (text: string) => (await client.query<Record<string, unknown>>(text)).rows
  const ours = (relation: string) =>
    `select oid from pg_class where relnamespace = 'public'::regnamespace and ${relation}::regclass::text <> 'migrations'`
  const columns = await rows(`select attrelid::regclass::text, attname, atttypid::regtype::text, attnotnull
    from pg_attribute where attrelid in (${ours('attrelid')}) and attnum > 0 order by 1, attnum`)
  const indexes = await rows(`select indexrelid::regclass::text, indrelid::regclass::text, indkey::text, indisunique,
    indpred is null as whole from pg_index where indrelid in (${ours('indrelid')}) order by 1`)
  const constraints = await rows(`select conrelid::regclass::text, conname, conkey::text, confrelid::regclass::text,
    confkey::text from pg_constraint where conrelid in (${ours('conrelid')}) order by 1, 2`)
  const wall = await rows('select polrelid::regclass::text, polname, polcmd from pg_policy order by 1, 2')
  const [migrations] = await rows("select to_regclass('migrations') as name")
  const steps = migrations?.name ? await rows('select name from migrations order by number') : []
  await client.end()
  return { steps: steps.map(({ name }) => name), tables: { columns, indexes, constraints }, wall }
}

/** Whether somebody waits there for whoever migrates. */
async function isWaitedFor(url: string): Promise<boolean> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query(
    `select 1 from pg_locks where locktype = 'advisory' and not granted
     and database = (select oid from pg_database where datname = current_database())`,
  )
  await client.end()
  return rows.length > 0
}

describe('migrations of two nodes that start at once, of which one is killed in the middle (F19, T38)', () => {
  test('nobody sees a table between two steps, and the other node finishes what was begun', async () => {
    const untouched = await empty('whole')
    const all = await migrateUntil(untouched, Number.MAX_SAFE_INTEGER)
    if (all === 'killed') throw new Error('it was not to be killed')
    const whole = await seenIn(untouched)
    expect([whole.steps, whole.wall.length > 10]).toEqual([stepNames(), true])
    // What the tables look like after each step, by themselves.
    const stepwise = await empty('stepwise')
    const after: unknown[] = [(await seenIn(stepwise)).tables]
    const db = new Kysely<AnyTables>({ dialect: openPostgres({ url: stepwise, connections: 1 }).dialect })
    for (let steps = 1; steps <= stepNames().length; steps++) {
      await migrate(db, new Date(), stepsUpTo(steps))
      after.push((await seenIn(stepwise)).tables)
    }
    await db.destroy()

    // The first four only take the lock, under which the other node waits.
    const killAt = Array.from({ length: moments }, (_, index) => 5 + Math.floor((index * (all - 7)) / (moments - 1)))
    for (const statements of new Set(killAt)) {
      const url = await empty(`killed_${statements}`)
      const dying = await migrateAndStand(url, statements)
      const other = openDatabase({ url, connections: 2 })
      while (!(await isWaitedFor(url)));
      const between = await seenIn(url)
      expect(between.steps).toEqual(stepNames().slice(0, between.steps.length))
      expect([statements, between.tables]).toEqual([statements, after[between.steps.length]])
      dying.kill('SIGKILL')
      await once(dying, 'exit')
      await (await other).close()
      expect([statements, await seenIn(url)]).toEqual([statements, whole])
    }
  })

  test('three at once on an empty database take each step once', async () => {
    const url = await empty('three')
    const nodes = await Promise.all([1, 2, 3].map(() => openDatabase({ url, connections: 2 })))
    for (const node of nodes) await node.close()
    expect((await seenIn(url)).steps).toEqual(stepNames())
  })
})
