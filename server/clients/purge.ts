import { z } from 'zod'
import type { Uuid } from '../../shared/model/id.ts'
import { Uuid as UuidSchema } from '../../shared/model/id.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import { note } from '../audit/note.ts'
import { type Column, tablesOf } from '../db/catalog.ts'
import { saveScope } from '../sync/store.ts'
import type { Scope } from '../workspaces/scope.ts'

export const PurgeReceipt = z.strictObject({
  client: UuidSchema,
  workspace: UuidSchema,
  at: z.string(),
  /** The member who did it; null where the operator did. */
  by: z.nullable(UuidSchema),
  /** How many rows of each table went. */
  rows: z.record(z.string(), z.int()),
  /** The last link of the client's own chain, and how many it had: an exported chain can be held against it. */
  chain: z.string(),
  logged: z.int(),
})
export type PurgeReceipt = z.infer<typeof PurgeReceipt>

/**
 * Everything of one client goes, in one transaction, for good. What stays: the bare id, so that devices are told that it
 * is gone (410), and the receipt in the workspace's chain.
 */
export async function purgeClient(scope: Scope, now: Date): Promise<Outcome<PurgeReceipt>> {
  const { row, key } = scope
  if (row.kind !== 'client') return fail('NOT_FOUND')
  const [client, workspace, at] = [row.id, row.workspace, now.toISOString()]
  const { chain, logged } = row
  const firm = await scope.ofWorkspace()
  // First the mark: the log of no other scope can be deleted.
  await saveScope(scope, { gone_at: at, seq: 0, logged: 0, chain: '', min_retained: 0, purged_to: 0 })
  const rows: Record<string, number> = {}
  for (const table of (await tablesOf(scope.tx, scope.engine.name)).reverse()) {
    if (table.name === 'scopes') continue
    const count = await deleteOf(scope, table, { key, client, workspace })
    if (count > 0) rows[table.name] = count
  }
  await forgetIn(firm, client, rows)
  const receipt = { client, workspace, at, by: scope.author?.member ?? null, rows, chain, logged }
  const about = { client, chain, logged, ...prefixed(rows) }
  await note(firm, { kind: 'client-purged', about }, now)
  return ok(receipt)
}

const prefixed = (rows: Record<string, number>) =>
  Object.fromEntries(Object.entries(rows).map(([table, count]) => [`rows.${table}`, count]))

/** Whatever tables there are: what hangs on the scope, and what names the client of this workspace. */
async function deleteOf(
  scope: Scope,
  { name, columns }: { name: string; columns: Column[] },
  { key, client, workspace }: { key: number; client: Uuid; workspace: Uuid },
): Promise<number> {
  const has = (column: string) => columns.some((each) => each.name === column)
  const of = scope.tx.withTables<Record<string, Record<string, unknown>>>().deleteFrom(name)
  if (has('scope')) return countOf(await of.where('scope', '=', key).executeTakeFirst())
  if (has('workspace') && has('client'))
    return countOf(await of.where('workspace', '=', workspace).where('client', '=', client).executeTakeFirst())
  return 0
}

const countOf = (result: { numDeletedRows: bigint } | undefined): number => Number(result?.numDeletedRows ?? 0n)

/**
 * What the workspace itself knows of the client: its record with its name, and whose vendor accounts are bound to it.
 * Devices download the workspace anew, which is small, so that they forget it too (R9).
 */
async function forgetIn(firm: Scope, client: Uuid, rows: Record<string, number>): Promise<void> {
  const { tx, key } = firm
  const bindings = await tx
    .selectFrom('records')
    .select(['id', 'body'])
    .where('scope', '=', key)
    .where('type', '=', 'binding')
    .execute()
  const ids = [client, ...bindings.filter(({ body }) => body.includes(client)).map(({ id }) => id)]
  const among = firm.engine.among(ids)
  await tx
    .updateTable('log')
    .set({ payload: null })
    .where('scope', '=', key)
    .where('rec', 'in', among)
    .where('payload', 'is not', null)
    .execute()
  const gone = [
    await tx.deleteFrom('rows').where('scope', '=', key).where('rec', 'in', among).executeTakeFirst(),
    await tx.deleteFrom('records').where('scope', '=', key).where('id', 'in', among).executeTakeFirst(),
  ]
  rows['of the workspace'] = gone.reduce((sum, result) => sum + countOf(result), 0)
  const seq = firm.row.seq + 1
  await saveScope(firm, { seq, min_retained: seq, purged_to: seq })
}
