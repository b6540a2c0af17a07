import type { Transaction } from 'kysely'
import { ok } from '../../shared/problem.ts'
import { note } from '../audit/note.ts'
import { type Broken, verifyAll } from '../audit/verify.ts'
import { type Config, placeOf } from '../config.ts'
import { tablesOf } from '../db/catalog.ts'
import { type At, type Database, openDatabase } from '../db/database.ts'
import { NewerDatabase, stepNames } from '../db/migrations.ts'
import { newEpochs } from '../db/restore.ts'
import type { AnyTables } from '../db/tables.ts'
import { Scope } from '../workspaces/scope.ts'
import { listScopes } from '../workspaces/scopes.ts'
import { Damaged, type Value } from './format.ts'
import { type Inspected, inspect, named } from './inspect.ts'
import { partsOf } from './read.ts'

export class NotEmpty extends Error {
  constructor() {
    super(
      'The database is not empty. Nothing was changed. A backup is restored into an empty one: ' +
        'another DATA_DIR, or another database in DATABASE_URL.',
    )
  }
}

export type Restored = Inspected & { broken: Broken[] }

/**
 * All of a backup into an empty database, in one transaction or not at all; first all of the file is checked. Every scope
 * becomes another history (R10), so devices send again what it lacks. Nobody is signed in, as sessions are not kept;
 * devices stay paired (T37).
 */
export async function restoreBackup(
  file: string,
  config: Pick<Config, 'backupPassphrase'> & { at: At },
  now: Date,
): Promise<Restored> {
  const inspected = await inspect(file, config.backupPassphrase)
  const { steps } = inspected.head
  if (steps.some((step, index) => stepNames()[index] !== step))
    throw new Damaged('it was made by a newer version of the server. Restore it with that one.')
  await load(file, config, steps.length, now)
  // From the version of the backup to this one.
  const database = await openDatabase(config.at, now)
  try {
    await noteIn(database, inspected.head.at, now)
    return { ...inspected, broken: (await verifyAll(database)).broken }
  } finally {
    await database.close()
  }
}

async function load(
  file: string,
  { at, backupPassphrase }: Pick<Config, 'backupPassphrase'> & { at: At },
  steps: number,
  now: Date,
): Promise<void> {
  const database = await openDatabase(at, now, { as: 'restore', steps }).catch((error: unknown) => {
    throw error instanceof NewerDatabase ? new NotEmpty() : error
  })
  try {
    await database.engine.whole(database.people, async (tx) => {
      await mustBeEmpty(tx, database)
      await insertAll(tx, file, backupPassphrase)
      await newEpochs(tx)
    })
  } finally {
    await database.close()
  }
}

async function mustBeEmpty(tx: Transaction<AnyTables>, { engine }: Database): Promise<void> {
  for (const { name } of await tablesOf(tx, engine.name)) {
    // What a server writes at its first start by itself.
    if (name === 'migrations' || name === 'settings' || name === 'leases') continue
    const [row] = await tx.selectFrom(name).selectAll().limit(1).execute()
    if (row) throw new NotEmpty()
  }
  await tx.deleteFrom('settings').execute()
}

const rowsAtOnce = 100

async function insertAll(tx: Transaction<AnyTables>, file: string, passphrase: Config['backupPassphrase']) {
  let [table, columns, held]: [string, string[], Record<string, Value>[]] = ['', [], []]
  const flush = async () => {
    if (held.length) await tx.insertInto(table).values(held).execute()
    held = []
  }
  for await (const part of partsOf(file, passphrase)) {
    if ('table' in part) {
      await flush()
      table = part.table
      columns = part.columns
    } else if ('row' in part) {
      held.push(named(columns, part.row))
      if (held.length === rowsAtOnce) await flush()
    }
  }
  await flush()
}

/** In the chain of each workspace: what was restored, and when. */
async function noteIn(database: Database, from: string, now: Date): Promise<void> {
  for (const { workspace, id, kind } of await listScopes(database))
    if (kind === 'workspace')
      await Scope.asServer(database, workspace, id, async (scope) =>
        ok(await note(scope, { kind: 'restored', about: { from } }, now)),
      )
}

export const restoreInto = (file: string, config: Config, now: Date): Promise<Restored> =>
  restoreBackup(file, { backupPassphrase: config.backupPassphrase, at: placeOf(config) }, now)
