import type { Database } from '../db/database.ts'

/** How long a holder that has died keeps others waiting. */
export const leaseMs = 3 * 60_000

export type Lease = {
  /** Takes or renews it. False while another node holds it: then nothing that it protects may go on. */
  hold: () => Promise<boolean>
  /** Lets it go at once, so that another node need not wait for its end. */
  release: () => Promise<void>
}

/**
 * The right to do something alone among all nodes: one row, changed by one conditional statement. A lease is no proof
 * against a holder that slept for longer than it lasts, so who holds one asks again before each step that shows outside.
 * What ends further ahead than any lease can was written by a clock that was wrong, and does not count (F41).
 */
export function leaseOn({ people }: Database, name: string, holder: string, clock: () => Date): Lease {
  const hold = async () => {
    const now = clock().getTime()
    const until = new Date(now + leaseMs).toISOString()
    const latest = new Date(now + 2 * leaseMs).toISOString()
    const row = await people
      .insertInto('leases')
      .values({ name, holder, until })
      .onConflict((conflict) =>
        conflict
          .column('name')
          .doUpdateSet({ holder, until })
          .where((where) =>
            where.or([
              where('leases.holder', '=', holder),
              where('leases.until', '<=', new Date(now).toISOString()),
              where('leases.until', '>', latest),
            ]),
          ),
      )
      .returning('holder')
      .executeTakeFirst()
    return row !== undefined
  }
  const release = async () => {
    await people.deleteFrom('leases').where('name', '=', name).where('holder', '=', holder).execute()
  }
  return { hold, release }
}
