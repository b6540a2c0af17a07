import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely'
import type { Uuid } from '../../shared/model/id.ts'
import type { Op } from '../../shared/sync.ts'
import type { Batch } from '../sync/batch.ts'
import type { Scope, Tables } from './scope.ts'

/**
 * The workspace's own scope tells of every client, so who sees some of them only is shown the rows that concern these,
 * and what concerns everybody: taught connectors, names, rates. A query of `rows` that leaves the server goes through
 * this.
 */
export const visibleTo =
  ({ author, row }: Scope) =>
  (where: ExpressionBuilder<Tables, 'rows'>): ExpressionWrapper<Tables, 'rows', SqlBool> => {
    if (row.kind !== 'workspace' || !author || author.clients === 'all') return where.lit(true) as never // an expression of the same result
    return where.or([
      where('rows.clients', 'is', null),
      where.exists(
        where
          .selectFrom('grants')
          .select('grants.client')
          .where('grants.workspace', '=', row.workspace)
          .where('grants.member', '=', author.member)
          .where('grants.revoked_at', 'is', null)
          .where(sql<SqlBool>`rows.clients like '% ' || grants.client || ' %'`),
      ),
    ])
  }

/** The clients that are granted to whoever writes; null where all are. */
export async function grantedTo({ tx, author, row }: Scope): Promise<Set<Uuid> | null> {
  if (!author || author.clients === 'all') return null
  const rows = await tx
    .selectFrom('grants')
    .select('client')
    .where('workspace', '=', row.workspace)
    .where('member', '=', author.member)
    .where('revoked_at', 'is', null)
    .execute()
  return new Set(rows.map(({ client }) => client))
}

/**
 * Which clients a record of the workspace concerns: a client itself, a binding the client that it names and those that
 * it named before, as who saw it there must see it go. Null where it is everybody's.
 */
export function concerned(batch: Batch, { rec, type }: Pick<Op, 'rec' | 'type'>): string | null {
  if (batch.kind !== 'workspace' || (type !== 'client' && type !== 'binding')) return null
  if (type === 'client') return ` ${rec} `
  const named = batch.records.get(rec)?.belief.edits.client?.value
  const before = batch.concerns.get(rec)?.trim().split(' ') ?? []
  return ` ${[...new Set([...before, ...(typeof named === 'string' ? [named] : [])])].join(' ')} `
}
