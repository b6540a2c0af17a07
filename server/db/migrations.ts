import { createHash } from 'node:crypto'
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type Transaction,
} from 'kysely'
import { tablesOf } from './catalog.ts'
import { firstTables } from './migrations/001-first-tables.ts'
import { access } from './migrations/002-access.ts'
import { alertTables } from './migrations/003-alerts.ts'
import { apiKeys } from './migrations/004-api-keys.ts'
import { keptLog } from './migrations/005-kept-log.ts'
import { invitations } from './migrations/006-invitations.ts'
import { account } from './migrations/007-account.ts'
import { identities } from './migrations/008-identities.ts'
import type { AnyTables } from './tables.ts'

export type Step = { name: string; up: (tx: Transaction<AnyTables>) => Promise<void> }

/** In order, for ever: a released step is never changed, a new one is added below. */
const steps: Step[] = [
  { name: '001-first-tables', up: firstTables },
  { name: '002-access', up: access },
  { name: '003-alerts', up: alertTables },
  { name: '004-api-keys', up: apiKeys },
  { name: '005-kept-log', up: keptLog },
  { name: '006-invitations', up: invitations },
  { name: '007-account', up: account },
  { name: '008-identities', up: identities },
]

export class NewerDatabase extends Error {
  constructor(found: number, known: number) {
    super(
      `This database was written by a newer version of the server (step ${found}, this version knows ${known}). ` +
        'Nothing was changed. Start the newer version, or restore a backup made before the update.',
    )
  }
}

/** T38: another history of steps than this code's: nobody can say what the tables look like. */
export class OtherHistory extends Error {
  constructor(number: number, name: string) {
    super(
      `Step ${number} of this database (${name}) is not the one that this version of the server knows. ` +
        'Nothing was changed. Start the version that wrote it, or restore a backup into an empty database.',
    )
  }
}

/** A command beside a server brings nothing forward: the server would not know. */
export class OlderDatabase extends Error {
  constructor() {
    super('This database is of an older version, or empty. Nothing was changed. Start the server once, then try again.')
  }
}

/** Sums are null where the first versions wrote none. */
type Done = { number: number; name: string; checksum: string | null }

/** The steps that this database has taken; undefined where it has never been opened. */
async function doneIn(db: Kysely<AnyTables>): Promise<{ done: Done[]; summed: boolean } | undefined> {
  const engine = db.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite'
  const table = (await tablesOf(db, engine)).find(({ name }) => name === 'migrations')
  if (!table) return undefined
  const summed = table.columns.some(({ name }) => name === 'checksum')
  const rows = await db.selectFrom('migrations').selectAll().orderBy('number').execute()
  // Written by `migrate` below, the sums since a later version of it.
  return { done: rows.map((row) => ({ checksum: null, ...row }) as Done), summed }
}

async function check(done: Done[], known: Step[]): Promise<void> {
  if (done.length > known.length) throw new NewerDatabase(done.length, known.length)
  for (const [index, { number, name, checksum }] of done.entries()) {
    const step = known[index]
    const same = step?.name === name && number === index + 1 && (checksum === null || checksum === (await sumOf(step)))
    if (!same) throw new OtherHistory(index + 1, name)
  }
}

/** Refuses a database that does not stand exactly where this code does. */
export async function mustStandHere(db: Kysely<AnyTables>): Promise<void> {
  const { done } = (await doneIn(db)) ?? { done: [] }
  await check(done, steps)
  if (done.length !== steps.length) throw new OlderDatabase()
}

/** How many steps this database has taken, and how many this code knows. */
export async function standing(db: Kysely<AnyTables>): Promise<{ done: number; known: number }> {
  const done = await db.selectFrom('migrations').select('number').execute()
  return { done: done.length, known: steps.length }
}

export const stepNames = (): string[] => steps.map(({ name }) => name)
/** The first of the steps: what a backup of an older version is restored into, before it is brought forward. */
export const stepsUpTo = (count: number): Step[] => steps.slice(0, count)

/** Brings the tables forward, one transaction a step. A database that is ahead of this code is refused untouched. */
export async function migrate(db: Kysely<AnyTables>, now: Date, known: Step[] = steps): Promise<number> {
  const before = await doneIn(db)
  const { done, summed } = before ?? { done: [], summed: true }
  await check(done, known)
  if (!before) await makeTable(db)
  if (!summed) await addSums(db, known.slice(0, done.length))
  for (const [index, step] of known.entries()) {
    if (index < done.length) continue
    const checksum = await sumOf(step)
    await db.transaction().execute(async (tx) => {
      await step.up(tx)
      await tx
        .insertInto('migrations')
        .values({ number: index + 1, name: step.name, at: now.toISOString(), checksum })
        .execute()
    })
  }
  return known.length - done.length
}

const makeTable = (db: Kysely<AnyTables>): Promise<void> =>
  db.schema
    .createTable('migrations')
    .ifNotExists()
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('checksum', 'text')
    .execute()

/** The first versions kept no sums: the steps they took are the ones that are known. */
const addSums = (db: Kysely<AnyTables>, taken: Step[]): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await tx.schema.alterTable('migrations').addColumn('checksum', 'text').execute()
    for (const [index, step] of taken.entries())
      await tx
        .updateTable('migrations')
        .set({ checksum: await sumOf(step) })
        .where('number', '=', index + 1)
        .execute()
  })

const sums = new WeakMap<Step, Promise<string>>()

function sumOf(step: Step): Promise<string> {
  const sum = sums.get(step) ?? sumAnew(step)
  sums.set(step, sum)
  return sum
}

/** What the step says to SQLite, hashed. It is run against nothing, so it costs nothing and reads nothing. */
async function sumAnew({ name, up }: Step): Promise<string> {
  const said = createHash('sha256').update(name)
  const nothing = new Kysely<AnyTables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
    log: ({ query }) => {
      said.update(`\0${query.sql}`)
    },
  })
  await nothing.transaction().execute(up)
  return said.digest('base64url')
}
