import { setTimeout as pause } from 'node:timers/promises'
import type { Transaction } from 'kysely'
import { fail, type Outcome } from '../../shared/problem.ts'
import type { Database } from './database.ts'
import type { Mode } from './engine.ts'
import type { PeopleTables } from './tables.ts'

/** Carries an expected failure out of a transaction, so that it rolls back. */
class Refused extends Error {
  constructor(readonly outcome: { ok: false; problem: Extract<Outcome<never>, { ok: false }>['problem'] }) {
    super(outcome.problem.code)
  }
}

/** All or nothing: a problem rolls back. R12: what only the moment refuses is tried again, then answered BUSY. */
export async function inTransaction<T>(
  database: Database,
  mode: Mode,
  work: (tx: Transaction<PeopleTables>) => Promise<Outcome<T>>,
  tries = 3,
): Promise<Outcome<T>> {
  try {
    return await database.engine.transaction(database.people, mode, async (tx) => {
      const outcome = await work(tx)
      if (!outcome.ok) throw new Refused(outcome)
      return outcome
    })
  } catch (error) {
    if (error instanceof Refused) return error.outcome
    const code = database.engine.problemOf(error)
    if (code === undefined) throw error
    if (code !== 'BUSY' || tries === 0) return fail(code)
    await pause(20 * Math.random() * (4 - tries))
    return inTransaction(database, mode, work, tries - 1)
  }
}
