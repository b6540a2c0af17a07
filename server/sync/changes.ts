import { fail, type Outcome, ok } from '../../shared/problem.ts'
import { limits } from '../../shared/sync.ts'
import type { Scope } from '../workspaces/scope.ts'
import { visibleTo } from '../workspaces/visible.ts'

export type Asked = { after: number; floor: number; limit: number; epoch?: string | undefined }

/**
 * R8: one page of latest states by rev, out of one snapshot. The rows' text is stored as it travels, so the page is
 * joined and never parsed here.
 */
export async function changes(scope: Scope, asked: Asked): Promise<Outcome<{ text: string; rows: number }>> {
  const { row } = scope
  const refusal = outOfDate(scope, asked)
  if (refusal) return refusal
  const rows = await scope.tx
    .selectFrom('rows')
    .select(['rev', 'body'])
    .where('scope', '=', scope.key)
    .where('rev', '>', asked.after)
    .where(visibleTo(scope))
    .orderBy('rev')
    .limit(asked.limit + 1)
    .execute()
  const page = rows.slice(0, fitting(rows, asked.limit))
  const more = page.length < rows.length
  // Nothing is left up to the head that this snapshot shows, so the cursor may go there at once.
  const next = more ? (page.at(-1)?.rev ?? asked.after) : row.seq
  const text =
    `{"epoch":"${row.epoch}","rows":[${page.map(({ body }) => body).join(',')}],` +
    `"next":${next},"more":${more},"head":${row.seq},"purged":${row.purged_to}}`
  return ok({ text, rows: page.length })
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

/** How many rows fit into one page: at least one, as a row is never cut. */
function fitting(rows: { body: string }[], limit: number): number {
  let bytes = 0
  const first = rows.findIndex(({ body }, index) => {
    bytes += Buffer.byteLength(body) + 1
    return index === limit || (index > 0 && bytes > limits.changesBytes)
  })
  return first === -1 ? rows.length : first
}
