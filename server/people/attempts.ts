import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../db/database.ts'

/** How often something may be tried: failures, and what is under way. */
export type Allowance = { most: number; minutes: number }
export const signInAllowance: Allowance = { most: 10, minutes: 15 }

/** Keys are hashed: who tried to sign in as whom is nobody's business. */
const keyOf = (about: string) => hash('sha256', about, 'base64url')

/**
 * Counts one try, in one statement, so that fifty at once are fifty (T40). False where there have been too many. A
 * success is given back, so an ordinary day never comes near the limit.
 */
export async function mayTry(database: Database, about: string, allowance: Allowance, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - allowance.minutes * 60_000).toISOString()
  const fresh = sql<boolean>`attempts.started_at <= ${since}`
  const row = await database.people
    .insertInto('attempts')
    .values({ key: keyOf(about), started_at: now.toISOString(), count: 1 })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        count: sql`case when ${fresh} then 1 else attempts.count + 1 end`,
        started_at: sql`case when ${fresh} then excluded.started_at else attempts.started_at end`,
      }),
    )
    .returning('count')
    .executeTakeFirstOrThrow()
  return row.count <= allowance.most
}

export async function giveBack(database: Database, about: string): Promise<void> {
  await database.people
    .updateTable('attempts')
    .set({ count: sql`count - 1` })
    .where('key', '=', keyOf(about))
    .where('count', '>', 0)
    .execute()
}
