import { sql } from 'kysely'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import { limits } from '../../shared/sync.ts'
import type { Scope } from '../workspaces/scope.ts'
import { visibleTo } from '../workspaces/visible.ts'

export type Asked = { after: number; floor: number; limit: number; epoch?: string | undefined }
/** `body` is JSON in UTF-8; `following` is where the next page begins, where there is one. */
type Page = { body: Uint8Array<ArrayBuffer>; rows: number; following: Pick<Asked, 'after' | 'floor'> | undefined }

/** R8: one page of latest states by rev, out of one snapshot. */
export async function changes(scope: Scope, asked: Asked): Promise<Outcome<Page>> {
  const { row } = scope
  const refusal = outOfDate(scope, asked)
  if (refusal) return refusal
  const { joined, rows, last, found } = await joinedRows(scope, asked)
  const more = rows < found
  // Nothing is left up to the head that this snapshot shows, so the cursor may go there at once.
  const next = more ? (last ?? asked.after) : row.seq
  const body = Buffer.concat([
    Buffer.from(`{"epoch":"${row.epoch}","rows":[`),
    typeof joined === 'string' ? Buffer.from(joined) : (joined ?? Buffer.alloc(0)),
    Buffer.from(`],"next":${next},"more":${more},"head":${row.seq},"purged":${row.purged_to}}`),
  ])
  // R8: the floor of a download is the head when its first page came.
  const following = more ? { after: next, floor: asked.floor || Math.max(1, row.seq) } : undefined
  return ok({ body, rows, following })
}

type Joined = { joined: string | Uint8Array | null; rows: number; last: number | null; found: number }

/**
 * As many rows as fit into one page, at least one, as a row is never cut; and whether another one was found. Their text
 * is stored as it travels, and joined where it lies: to take each into JavaScript costs several times as much.
 */
async function joinedRows(scope: Scope, { after, limit }: Asked): Promise<Joined> {
  const page = scope.tx
    .selectFrom('rows')
    .select(['rev', 'body'])
    .where('scope', '=', scope.key)
    .where('rev', '>', after)
    .where(visibleTo(scope))
    .orderBy('rev')
    .limit(limit + 1)
  const joined = scope.engine.utf8(sql`string_agg(body, ',' order by rev) filter (where fits)`)
  const { rows } = await sql<Joined>`
    select ${joined} as joined, count(*) filter (where fits) as rows, max(rev) filter (where fits) as last, count(*) as found
    from (
      select rev, body, row_number() over up_to_it = 1 or (row_number() over up_to_it <= ${limit}
        and sum(octet_length(body) + 1) over up_to_it <= ${limits.changesBytes}) as fits
      from ${page} as page window up_to_it as (order by rev rows unbounded preceding)) as measured`.execute(scope.tx)
  return rows[0] ?? { joined: null, rows: 0, last: null, found: 0 }
}

function outOfDate(
  { row, author }: Scope,
  { after, floor, epoch }: Asked,
): ({ ok: false } & Outcome<never>) | undefined {
  // R10: another history, or a cursor that this one has never reached.
  if ((epoch !== undefined && epoch !== row.epoch) || after > row.seq)
    return fail('EPOCH', undefined, { epoch: row.epoch })
  const started = Math.max(after, floor)
  // What one may see changed since: what is held is begun anew, as rows may have come into sight or gone out of it.
  if (row.kind === 'workspace' && started > 0 && started < (author?.accessFrom ?? 0)) return fail('RESYNC_REQUIRED')
  // Who is past the newest purged deletion has seen them all.
  if (after >= row.purged_to) return undefined
  // R8, R9: a download that began after the purge sees none of what was purged; one that began before may hold some of it.
  return started > 0 && started < row.min_retained ? fail('RESYNC_REQUIRED') : undefined
}
