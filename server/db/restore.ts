import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Database } from './database.ts'
import { openDatabase } from './database.ts'
import type { AnyTables } from './tables.ts'

/** One consistent image of everything, taken between two transactions. */
export const backup = (database: Database): Promise<Buffer> =>
  database.people.connection().execute(async () => {
    if (!database.engine.image) throw new Error('this database is no file')
    return database.engine.image()
  })

/** R10: what is restored is another history of every scope, and says so, so that devices send again what it forgot. */
export async function restore(image: Buffer): Promise<Database> {
  return asAnotherHistory(await openDatabase({ image }))
}

/** Every scope gets a new epoch. */
export async function asAnotherHistory(database: Database): Promise<Database> {
  await newEpochs(database.people.withTables<AnyTables>())
  return database
}

export async function newEpochs(db: Kysely<AnyTables>): Promise<void> {
  for (const { scope } of await db.selectFrom('scopes').select('scope').execute())
    await db.updateTable('scopes').set({ epoch: randomUUID() }).where('scope', '=', scope).execute()
}
