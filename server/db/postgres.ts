import { type Kysely, PostgresDialect, sql, type Transaction, type TransactionBuilder } from 'kysely'
import pg from 'pg'
import { tablesOf } from './catalog.ts'
import type { Engine, Named, PutRows } from './engine.ts'
import { heads } from './heads.ts'
import type { AnyTables, PeopleTables } from './tables.ts'
import { buildWall, rowsRole } from './wall.ts'

const channel = 'stocktake_heads'
/** Any number will do, as long as every node takes the same. */
const migrationLock = 4_170_001

/** What the database is asked to keep to by itself (R12); milliseconds. */
const settings = ['lock_timeout=5000', 'statement_timeout=60000', 'idle_in_transaction_session_timeout=60000']

/** A database that several nodes share. `connections` is how many each of them holds at most. */
export function openPostgres({ url, connections = 10 }: { url: string; connections?: number }): Engine {
  const config = { connectionString: url, application_name: 'stocktake', connectionTimeoutMillis: 10_000, types }
  const pool = new pg.Pool({ ...config, max: connections, options: settings.map((set) => `-c ${set}`).join(' ') })
  // A connection that breaks while nobody asks it anything, in the pool or in the middle of a transaction, tells so by
  // an event; unheard, that would end the process. Whoever asks it next is refused, and tries again with another one.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const listening: (() => Promise<void>)[] = []
  return {
    name: 'postgres',
    dialect: new PostgresDialect({ pool }),
    putRows,
    named,
    among: (values) => sql<string>`(select unnest(${[...values]}::text[]))`,
    utf8: (text) => sql<string>`${text}`,
    hold: (query, how) => (how === 'alone' ? query.forUpdate() : query.forShare()),
    transaction: (people, mode, work) =>
      mode === 'read'
        ? people.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work)
        : people.transaction().setIsolationLevel('read committed').execute(work),
    confine,
    announce: async (tx, scope, head) => {
      await sql`select pg_notify(${channel}, ${`${scope} ${head}`})`.execute(tx)
    },
    listen: async (hear) => {
      listening.push(await heads({ ...config, keepAlive: true }, channel, hear))
    },
    alone,
    wall: buildWall,
    unconfined,
    snapshot: (people, work) =>
      unhurried(
        people.withTables<AnyTables>().transaction().setIsolationLevel('repeatable read').setAccessMode('read only'),
        work,
      ),
    whole: (people, work) => unhurried(people.withTables<AnyTables>().transaction(), work),
    sweep,
    image: undefined,
    problemOf,
    release: async () => {
      for (const stop of listening) await stop()
    },
  }
}

/** Counts and numbers of rows stay far below 2^53, so they are numbers here as they are in SQLite. */
const int8 = 20
const types: pg.CustomTypesConfig = {
  getTypeParser: (id, format) => (id === int8 ? Number : pg.types.getTypeParser(id, format)) as never, // one parser of two shapes
}

async function confine(tx: Transaction<PeopleTables>, workspace: string, scopes: number[]): Promise<void> {
  await sql`select set_config('role', ${rowsRole}, true), set_config('stocktake.workspace', ${workspace}, true),
    set_config('stocktake.scopes', ${`{${scopes.join(',')}}`}, true)`.execute(tx)
}

/** Arrays, one a column: the statement is the same for one row and for a thousand. */
const putRows: PutRows = async (tx, table, key, rows) => {
  const columns = Object.keys(rows[0] ?? {})
  if (!columns.length) return
  const change = columns.filter((column) => !key.some((part) => part === column))
  const arrays = columns.map((column) => {
    const values = rows.map((row) => (row as Record<string, unknown>)[column]) // a row of this table
    return sql`${values}::${sql.raw(numbers.has(column) ? 'bigint[]' : 'text[]')}`
  })
  const replace = sql`on conflict (${sql.join(key.map((part) => sql.ref(part)))}) do update set ${sql.join(
    change.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`),
  )}`
  await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    select * from unnest(${sql.join(arrays)}) ${key.length ? replace : sql``}`.execute(tx)
}

/**
 * One look into the index an id. As a join it would be left to the planner, who knows nothing yet of a client that is
 * just being filled, takes it for a few rows and reads all of it at every push. `offset 0` keeps the two apart.
 */
const named: Named = async (tx, table, { columns, within, key, ids }) => {
  const conditions = Object.entries(within).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  const { rows } = await sql<never>`select found.* from unnest(${[...ids]}::text[]) as asked (id) cross join lateral (
    select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(table)}
    where ${sql.join(conditions, sql` and `)} and ${sql.ref(key)} = asked.id offset 0) as found`.execute(tx)
  return rows
}

/** The columns of scope tables that hold numbers; all others hold text. */
const numbers = new Set(['scope', 'rev', 'open', 'deleted', 'nr', 'n', 'last', 'logged', 'seq'])

async function alone<T>(db: Kysely<AnyTables>, work: () => Promise<T>): Promise<T> {
  return db.connection().execute(async (holder) => {
    await sql`set lock_timeout = 0`.execute(holder)
    await sql`set statement_timeout = 0`.execute(holder)
    await sql`set idle_in_transaction_session_timeout = 0`.execute(holder)
    await sql`select pg_advisory_lock(${migrationLock})`.execute(holder)
    try {
      return await work()
    } finally {
      await sql`select pg_advisory_unlock(${migrationLock})`.execute(holder)
      await sql`reset all`.execute(holder)
    }
  })
}

async function unconfined(tx: Transaction<AnyTables>): Promise<void> {
  await sql`select set_config('stocktake.unconfined', 'on', true)`.execute(tx)
}

/** Over everything, and for as long as it takes: for the operator, whom no request waits for. */
function unhurried<T>(
  transaction: TransactionBuilder<AnyTables>,
  work: (tx: Transaction<AnyTables>) => Promise<T>,
): Promise<T> {
  return transaction.execute(async (tx) => {
    await sql`select set_config('statement_timeout', '0', true), set_config('idle_in_transaction_session_timeout', '0', true)`.execute(
      tx,
    )
    await unconfined(tx)
    return work(tx)
  })
}

/** Writes what belongs to scopes anew, without what has gone. Whoever needs one of these tables waits meanwhile. */
async function sweep(db: Kysely<AnyTables>): Promise<void> {
  await db.connection().execute(async (holder) => {
    await sql`set statement_timeout = 0`.execute(holder)
    try {
      for (const { name, columns } of await tablesOf(holder, 'postgres'))
        if (columns.some((column) => column.name === 'scope')) await sql`vacuum full ${sql.table(name)}`.execute(holder)
    } finally {
      await sql`reset all`.execute(holder)
    }
  })
}

/** PostgreSQL's documented codes (appendix A). Class 08 and 57P: the connection or the server went away. */
const again = /^(40001|40P01|55P03|53300|08...|57P0.|57014|25006)$/
const network = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/
const gone = /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/

function problemOf(error: unknown): ReturnType<Engine['problemOf']> {
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (code === '53100') return 'STORAGE_FULL'
  return again.test(code) || network.test(code) || gone.test(error.message) ? 'BUSY' : undefined
}
