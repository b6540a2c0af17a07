import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { SqliteDialect, sql } from 'kysely'
import type { Engine, Named, PutRows } from './engine.ts'
import { mustBeOnThisMachine } from './network-share.ts'
import type { AnyTables } from './tables.ts'

export class DatabaseInUse extends Error {
  constructor(file: string) {
    super(`Another server is already using ${file}. Stop it first, or give this one another DATA_DIR.`)
  }
}

export class NoDatabase extends Error {
  constructor(file: string) {
    super(`There is no database at ${file}. Check DATA_DIR, or DATABASE_URL where it is PostgreSQL.`)
  }
}

/** One embedded file, durable at every commit; or memory, and an image of a former database, for tests and restores. */
export function openSqlite(
  at: { file: string } | { image?: Buffer },
  { locked }: { locked: boolean } = { locked: true },
): Engine {
  if ('file' in at) {
    if (!locked && !existsSync(at.file)) throw new NoDatabase(at.file)
    mkdirSync(dirname(at.file), { recursive: true })
    mustBeOnThisMachine(at.file)
  }
  const lock = 'file' in at && locked ? lockFor(at.file) : undefined
  const sqlite = 'file' in at ? new Sqlite(at.file) : new Sqlite(at.image ?? ':memory:')
  // Before there is a first page: half as many of them to write at each commit.
  sqlite.pragma('page_size = 8192')
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  // All the pages that one push changes, all over the indexes: the default 2 MB would write some of them twice.
  sqlite.pragma('cache_size = -8000')
  sqlite.pragma('wal_autocheckpoint = 4000')
  const prepared = statements(sqlite)
  const hearers: ((scope: number, head: number) => void)[] = []
  return {
    name: 'sqlite',
    dialect: new SqliteDialect({ database: { prepare: prepared, close: () => sqlite.close() } }),
    putRows: putRows(prepared),
    named,
    among: (values) => sql<string>`(select value from json_each(${JSON.stringify([...values])}))`,
    utf8: (text) => sql<Uint8Array>`cast(${text} as blob)`,
    // In the WAL a reader stays at its moment, whatever is written meanwhile.
    snapshot: everything,
    whole: everything,
    sweep: async (db) => {
      await sql`vacuum`.execute(db)
      await sql`pragma wal_checkpoint(truncate)`.execute(db)
    },
    // One connection: whoever has it is alone, and reads what nobody changes meanwhile.
    hold: (query) => query,
    transaction: (people, _mode, work) => people.transaction().execute(work),
    confine: async () => {},
    unconfined: async () => {},
    wall: async () => {},
    // The one connection is free again only when this transaction has ended.
    announce: async (_tx, scope, head) => {
      setImmediate(() => {
        for (const hear of hearers) hear(scope, head)
      })
    },
    listen: async (hear) => {
      hearers.push(hear)
    },
    alone: (_db, work) => work(),
    image: async () => sqlite.serialize(),
    problemOf,
    release: () => {
      lock?.close()
    },
  }
}

/**
 * The operating system frees this lock when the process ends, however it ends. It is a file of its own, so that a
 * backup may read the database meanwhile.
 */
function lockFor(file: string): Sqlite.Database {
  const lock = new Sqlite(`${file}.lock`, { timeout: 0 })
  try {
    lock.pragma('journal_mode = DELETE')
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) throw new DatabaseInUse(file)
    throw error
  }
  return lock
}

/** Preparing costs more than running, so statements are kept; a bounded number, as some carry lists of any length. */
function statements(sqlite: Sqlite.Database): (text: string) => Sqlite.Statement {
  const kept = new Map<string, Sqlite.Statement>()
  return (asked) => {
    // A full disk has rolled back by itself already, and rolling back once more would hide why.
    const text = asked === 'rollback' && !sqlite.inTransaction ? 'select 1' : asked
    const known = kept.get(text)
    if (known) return known
    const statement = sqlite.prepare(text)
    const [oldest] = kept.keys()
    if (kept.size >= 300 && oldest !== undefined) kept.delete(oldest)
    kept.set(text, statement)
    return statement
  }
}

const everything: Engine['whole'] = (people, work) => people.withTables<AnyTables>().transaction().execute(work)

/** There is one connection, so what runs here is inside the transaction that kysely has open. */
function putRows(prepared: (text: string) => Sqlite.Statement): PutRows {
  return async (_tx, table, key, rows) => {
    const columns = Object.keys(rows[0] ?? {})
    if (!columns.length) return
    const change = columns.filter((column) => !key.some((part) => part === column))
    const replace = `on conflict (${key.join(', ')}) do update set ${change.map((c) => `${c} = excluded.${c}`).join(', ')}`
    const values = columns.map(() => '?').join(', ')
    const statement = prepared(
      `insert into ${table} (${columns.join(', ')}) values (${values}) ${key.length ? replace : ''}`,
    )
    for (const row of rows) statement.run(Object.values(row))
  }
}

const named: Named = async (tx, table, { columns, within, key, ids }) => {
  const conditions = Object.entries(within).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  const { rows } =
    await sql<never>`select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(table)}
    where ${sql.join(conditions, sql` and `)} and ${sql.ref(key)} in (select value from json_each(${JSON.stringify([...ids])}))`.execute(
      tx,
    )
  return rows
}

function problemOf(error: unknown): ReturnType<Engine['problemOf']> {
  if (!(error instanceof Sqlite.SqliteError)) return undefined
  if (error.code.startsWith('SQLITE_BUSY') || error.code.startsWith('SQLITE_LOCKED')) return 'BUSY'
  return error.code === 'SQLITE_FULL' ? 'STORAGE_FULL' : undefined
}
