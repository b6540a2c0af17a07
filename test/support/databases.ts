import { sql } from 'kysely'
import pg from 'pg'
import { type Database, openDatabase } from '../../server/db/database.ts'
import { backup } from '../../server/db/restore.ts'
import type { AnyTables } from '../../server/db/tables.ts'

/** Set where the same tests run over PostgreSQL (test/support/postgres.ts): a server on which databases can be made. */
const cluster = () => process.env.TEST_POSTGRES

/** An empty database of the server's, or one as it was when its image was taken. */
export function freshDatabase(image?: Buffer): Promise<Database> {
  const at = cluster()
  return at ? onPostgres(at, image) : onSqlite(image)
}

export const imageOf = (database: Database): Promise<Buffer> =>
  database.engine.name === 'sqlite' ? backup(database) : everyRow(database)

let emptyImage: Promise<Buffer> | undefined

/** Migrating costs more than copying, and thousands of histories each begin with an empty database. */
async function imageOfEmpty(): Promise<Buffer> {
  const database = await openDatabase({})
  const image = await backup(database)
  await database.close()
  return image
}

async function onSqlite(image?: Buffer): Promise<Database> {
  emptyImage ??= imageOfEmpty()
  return openDatabase({ image: image ?? (await emptyImage) })
}

/** Made anew for each process that runs tests, as the template of all its databases. */
let template: Promise<string> | undefined
let count = 0

async function makeTemplate(at: string): Promise<string> {
  const name = `stocktake_${process.pid}_template`
  await asked(at, `drop database if exists ${name}`, `create database ${name} strategy file_copy`)
  const database = await openDatabase({ url: urlOf(at, name), connections: 2 })
  await database.close()
  return name
}

async function onPostgres(at: string, image?: Buffer): Promise<Database> {
  template ??= makeTemplate(at)
  const name = `stocktake_${process.pid}_${++count}`
  await asked(
    at,
    `drop database if exists ${name}`,
    `create database ${name} template ${await template} strategy file_copy`,
  )
  const database = await openDatabase({ url: urlOf(at, name), connections: 5 })
  if (image) await putBack(database, image)
  const close = async () => {
    await database.close()
    await asked(at, `drop database if exists ${name} with (force)`)
  }
  return { ...database, close }
}

export const urlOf = (at: string, database: string): string =>
  Object.assign(new URL(at), { pathname: `/${database}` }).href

export async function asked(at: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: at })
  // A server that dies ends this connection too, and says so once more after the statement was refused, when nobody
  // asks it anything: unheard, that ends the process.
  client.on('error', () => {})
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

const tablesOf = async ({ people }: Database) =>
  (await people.introspection.getTables()).map(({ name }) => name).filter((name) => name !== 'migrations')

/** All rows as text; enough to go back to where a test was. */
async function everyRow(database: Database): Promise<Buffer> {
  const names = await tablesOf(database)
  const tables = await database.people
    .withTables<AnyTables>()
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const all: [string, unknown[]][] = []
      for (const name of names) all.push([name, await tx.selectFrom(name).selectAll().execute()])
      return all
    })
  return Buffer.from(JSON.stringify(tables))
}

/** Who runs the tests may leave references unchecked while the rows come in any order. */
async function putBack(database: Database, image: Buffer): Promise<void> {
  const tables = JSON.parse(image.toString()) as [string, Record<string, unknown>[]][] // our own text
  await database.people
    .withTables<AnyTables>()
    .transaction()
    .execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      // A new database has a few rows of its own.
      for (const [name] of tables) await tx.deleteFrom(name).execute()
      for (const [name, rows] of tables) for (const row of rows) await tx.insertInto(name).values(row).execute()
    })
}
