import type { Uuid } from '../../shared/model/id.ts'
import { type Outcome, ok } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { Scope } from '../workspaces/scope.ts'
import { chained, hashOf } from './log.ts'
import { saveLog, saveScope } from './store.ts'

/**
 * R9: takes away what was deleted before `until` (the operator's clock, at least 180 days back), in one transaction
 * with the marks that make a device which may still hold some of it download again. Returns how many records went.
 */
export const purgeTombstones = (database: Database, workspace: Uuid, id: Uuid, until: Date, now: Date) =>
  Scope.asServer(database, workspace, id, async (scope): Promise<Outcome<number>> => {
    const newest = await newestDeletion(scope, until)
    if (newest === undefined) return ok(0)
    const dead = scope.tx
      .selectFrom('records')
      .select('id')
      .where('scope', '=', scope.key)
      .where('deleted', '>', 0)
      .where('deleted', '<=', newest)
    await scope.tx
      .deleteFrom('rows')
      .where('scope', '=', scope.key)
      .where('kind', 'in', ['observation', 'record'])
      .where('rec', 'in', dead)
      .execute()
    const { numDeletedRows } = await scope.tx
      .deleteFrom('records')
      .where('scope', '=', scope.key)
      .where('deleted', '>', 0)
      .where('deleted', '<=', newest)
      .executeTakeFirstOrThrow()
    await mark(scope, newest, now)
    return ok(Number(numDeletedRows))
  })

/** Deletions are numbered in the order of time, so everything up to one of them goes, and nothing after it. */
async function newestDeletion(scope: Scope, until: Date): Promise<number | undefined> {
  const row = await scope.tx
    .selectFrom('records')
    .select(({ fn }) => fn.max('deleted').as('newest'))
    .where('scope', '=', scope.key)
    .where('deleted', '>', 0)
    .where('deleted_at', '<=', until.toISOString())
    .executeTakeFirst()
  return row?.newest ?? undefined
}

/** The purge takes a number of its own, so that a download which began before it shows (R8). */
async function mark(scope: Scope, purged_to: number, now: Date): Promise<void> {
  const seq = scope.row.seq + 1
  const { rows, logged, chain } = chained(scope, [
    {
      at: now.toISOString(),
      member: null,
      paired: null,
      device: null,
      n: null,
      op: null,
      kind: 'purge',
      rec: null,
      field: null,
      payload: null,
      payload_hash: hashOf(String(purged_to)),
      st: 'applied',
      rev: seq,
      code: null,
    },
  ])
  await saveLog(scope, rows)
  await saveScope(scope, { seq, min_retained: seq, purged_to, logged, chain })
}
