import type { Kysely, Transaction } from 'kysely'
import { firstTables } from './migrations/001-first-tables.ts'
import { access } from './migrations/002-access.ts'
import { apiKeys } from './migrations/004-api-keys.ts'
import type { AnyTables } from './tables.ts'

export type Step = { name: string; up: (tx: Transaction<AnyTables>) => Promise<void> }

/** In order, for ever: a released step is never changed, a new one is added below. */
const steps: Step[] = [
  { name: '001-first-tables', up: firstTables },
  { name: '002-access', up: access },
  { name: '004-api-keys', up: apiKeys },
]

export class NewerDatabase extends Error {
  constructor(found: number) {
    super(
      `This database was written by a newer version of the server (step ${found}, this version knows ${steps.length}). ` +
        'Nothing was changed. Start the newer version, or restore a backup made before the update.',
    )
  }
}

/** Brings the tables forward, one transaction a step. A database that is ahead of this code is refused untouched. */
export async function migrate(db: Kysely<AnyTables>, now: Date, known: Step[] = steps): Promise<number> {
  await db.schema
    .createTable('migrations')
    .ifNotExists()
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute()
  const done = await db.selectFrom('migrations').select('number').execute()
  if (done.length > known.length) throw new NewerDatabase(done.length)
  for (const [index, step] of known.entries()) {
    if (index < done.length) continue
    await db.transaction().execute(async (tx) => {
      await step.up(tx)
      await tx
        .insertInto('migrations')
        .values({ number: index + 1, name: step.name, at: now.toISOString() })
        .execute()
    })
  }
  return known.length - done.length
}
