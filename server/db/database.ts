import { Kysely } from 'kysely'
import { whenAwake } from './awake.ts'
import type { Engine } from './engine.ts'
import { migrate, mustStandHere, stepsUpTo } from './migrations.ts'
import { openSqlite } from './sqlite.ts'
import type { AnyTables, PeopleTables } from './tables.ts'

/**
 * The open database. `people` knows nothing of what belongs to a scope: that is reached through a `Scope` alone
 * (workspaces/scope.ts), so a query without the membership check does not type-check.
 */
export type Database = { people: Kysely<PeopleTables>; engine: Engine; close: () => Promise<void> }

export type At = { file: string } | { image?: Buffer } | { url: string; connections?: number }
/**
 * How it is opened: by a server, which brings it forward and is alone with a file; by a command beside a server, which
 * changes nothing of its tables; or to restore a backup of so many steps into it.
 */
export type Opening = { as: 'server' } | { as: 'beside' } | { as: 'restore'; steps: number }

/** The one place that chooses what the server stands on. */
export async function openDatabase(
  at: At,
  now: Date = new Date(),
  opening: Opening = { as: 'server' },
): Promise<Database> {
  // Its driver is loaded where it is used.
  const engine =
    'url' in at ? (await import('./postgres.ts')).openPostgres(at) : openSqlite(at, { locked: opening.as !== 'beside' })
  const people = new Kysely<PeopleTables>({ dialect: engine.dialect })
  const close = async () => {
    await people.destroy()
    await engine.release()
  }
  try {
    await broughtForward(engine, people, now, opening)
  } catch (error) {
    await close()
    throw error
  }
  return { people, engine, close }
}

function broughtForward(engine: Engine, people: Kysely<PeopleTables>, now: Date, opening: Opening): Promise<void> {
  const tables = people.withTables<AnyTables>()
  return whenAwake(engine, async () => {
    if (opening.as === 'beside') return mustStandHere(tables)
    return engine.alone(tables, async () => {
      const known = opening.as === 'restore' ? stepsUpTo(opening.steps) : undefined
      await migrate(tables, now, known)
      await engine.wall(tables)
    })
  })
}
