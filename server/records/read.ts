import type { InventoryRecord } from '../../shared/inventory/record.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import { limits } from '../../shared/sync.ts'
import { loadRecords, parsedBelief } from '../sync/store.ts'
import type { Scope } from '../workspaces/scope.ts'
import type { ApiRecord, RecordsQuery } from './model.ts'
import { evidenceOf, modeOf, shownRecord } from './shown.ts'

type Page = { client: Uuid; head: number; records: ApiRecord[]; next: Uuid | null }

/** T31: what can be asked for is a closed set of columns; the order is that of the ids, which never change. */
export async function listRecords(scope: Scope, asked: RecordsQuery): Promise<Outcome<Page>> {
  if (scope.row.kind !== 'client') return fail('NOT_FOUND')
  const rows = await scope.tx
    .selectFrom('records')
    .select(['id', 'body'])
    .where('scope', '=', scope.key)
    .where('deleted', asked.state === 'living' ? '=' : '>', 0)
    .where('rev', '>', asked.since)
    .$if(asked.type !== undefined, (query) => query.where('type', '=', asked.type ?? ''))
    .$if(asked.after !== undefined, (query) => query.where('id', '>', asked.after ?? ''))
    .orderBy('id')
    .limit(asked.limit + 1)
    .execute()
  const page = fitting(rows, asked.limit)
  const mode = await modeOf(scope)
  return ok({
    client: scope.row.id,
    head: scope.row.seq,
    records: page.map(({ body }) => shownRecord(parsedBelief(body), mode)),
    next: page.length < rows.length ? (page.at(-1)?.id ?? null) : null,
  })
}

/** At least one record, as none is cut. */
function fitting<R extends { body: string }>(rows: R[], limit: number): R[] {
  let bytes = 0
  const end = rows.findIndex(({ body }, index) => {
    bytes += Buffer.byteLength(body)
    return index === limit || (index > 0 && bytes > limits.changesBytes)
  })
  return end === -1 ? rows : rows.slice(0, end)
}

/** Whether it lives or was deleted: who wants to restore it has to see its version. */
export async function readRecord(scope: Scope, id: Uuid) {
  const record = await loaded(scope, id)
  if (!record) return fail('NOT_FOUND')
  const mode = await modeOf(scope)
  const shown = shownRecord(record, mode)
  return ok({ record: shown, evidence: await evidenceOf(scope, shown, mode) })
}

export async function loaded(scope: Scope, id: Uuid): Promise<InventoryRecord | undefined> {
  return scope.row.kind === 'client' ? (await loadRecords(scope, [id])).get(id)?.belief : undefined
}
