import { setTimeout as pause } from 'node:timers/promises'
import { Kysely } from 'kysely'
import type { Engine } from './engine.ts'
import { migrate } from './migrations.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'
import type { AnyTables, PeopleTables } from './tables.ts'

/**
 * The open database. `people` knows nothing of what belongs to a scope: that is reached through a `Scope` alone
 * (workspaces/scope.ts), so a query without the membership check does not type-check.
 */
export type Database = { people: Kysely<PeopleTables>; engine: Engine; close: () => Promise<void> }

/** The one place that chooses what the server stands on. */
export async function openDatabase(
  at: { file: string } | { image?: Buffer } | { url: string; connections?: number },
  now: Date = new Date(),
): Promise<Database> {
  const engine = 'url' in at ? openPostgres(at) : openSqlite(at)
  const people = new Kysely<PeopleTables>({ dialect: engine.dialect })
  const close = async () => {
    await people.destroy()
    await engine.release()
  }
  try {
    await broughtForward(engine, people, now)
  } catch (error) {
    await close()
    throw error
  }
  return { people, engine, close }
}

/**
 * A database that is just starting or recovering is waited for, half a minute at most: after a power cut both start at
 * once, and nobody should have to start the server again.
 */
async function broughtForward(engine: Engine, people: Kysely<PeopleTables>, now: Date): Promise<void> {
  const tables = people.withTables<AnyTables>()
  for (let tries = 0; ; tries++) {
    try {
      return await engine.alone(tables, async () => {
        if ((await migrate(tables, now)) > 0) await engine.wall(tables)
      })
    } catch (error) {
      if (tries >= 60 || engine.problemOf(error) !== 'BUSY') throw error
      await pause(500)
    }
  }
}
