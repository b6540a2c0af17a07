import { Cron } from 'croner'
import type { Uuid } from '../../shared/model/id.ts'
import { type Outcome, ok } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import type { Log } from '../http/log.ts'
import { type Job, jobOf } from '../jobs/job.ts'
import { Scope } from '../workspaces/scope.ts'
import { listScopes } from '../workspaces/scopes.ts'
import { purgeTombstones } from './retention.ts'

/** R9. */
const tombstoneDays = 180
const payloadDays = 400

const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000)

/**
 * Takes away what its time is over of: deletions with what they deleted, and what was pushed word by word. It may be
 * done twice: each scope is one transaction under its own lock. `hold` says whether it is still this server's to do.
 */
export async function runRetention(
  database: Database,
  now: Date,
  hold: () => Promise<boolean> = async () => true,
): Promise<{ records: number; payloads: number }> {
  const done = { records: 0, payloads: 0 }
  for (const { workspace, id } of await listScopes(database)) {
    if (!(await hold())) break
    const records = await purgeTombstones(database, workspace, id, daysBefore(now, tombstoneDays), now)
    const payloads = await forgetPayloads(database, workspace, id, daysBefore(now, payloadDays))
    done.records += records.ok ? records.value : 0
    done.payloads += payloads.ok ? payloads.value : 0
  }
  return done
}

/** The hash of what was pushed stays in the chain, so that it still holds. */
const forgetPayloads = (database: Database, workspace: Uuid, id: Uuid, until: Date) =>
  Scope.asServer(database, workspace, id, async (scope): Promise<Outcome<number>> => {
    const { numUpdatedRows } = await scope.tx
      .updateTable('log')
      .set({ payload: null })
      .where('scope', '=', scope.key)
      .where('at', '<', until.toISOString())
      .where('payload', 'is not', null)
      // What people did beside records is told by its payload alone (audit/note.ts).
      .where('op', 'is not', null)
      .executeTakeFirst()
    return ok(Number(numUpdatedRows))
  })

/** What the clock calls on every node; one of them does it. */
export const retentionJob = (database: Database, clock: () => Date, log: Log, holder?: string): Job =>
  jobOf(
    { database, clock, log },
    'retention',
    async (hold) => {
      await runRetention(database, clock(), hold)
    },
    holder,
  )

/**
 * At the quietest time, not on the minute when everybody's jobs run, and three times: a database that was down, or a node
 * that died meanwhile, costs an hour and not a day.
 */
export function startRetention(database: Database, clock: () => Date, log: Log): { stop: () => Promise<void> } {
  const job = retentionJob(database, clock, log)
  const timer = new Cron('17 3-5 * * *', { unref: true }, job.tick)
  const stop = async () => {
    timer.stop()
    await job.stop()
  }
  return { stop }
}
