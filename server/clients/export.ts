import { archivedRecord } from '../../shared/client-archive.ts'
import { type Cell, cellOf, csv } from '../../shared/csv.ts'
import { beliefOf } from '../../shared/inventory/belief.ts'
import type { InventoryRecord } from '../../shared/inventory/record.ts'
import { Money, moneyToDecimal } from '../../shared/model/money.ts'
import type { FieldValue } from '../../shared/model/observation.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import { note } from '../audit/note.ts'
import { recordOf } from '../inventory/store.ts'
import { parsedBelief } from '../sync/store.ts'
import type { Scope } from '../workspaces/scope.ts'

/** Everything that is kept of one client, in plain forms. */
export type Exported = {
  /** What its files are called by: whose they are shows in each name (T19). */
  name: string
  json: string
  /** A table a type of record. */
  tables: Record<string, string>
}

/** One client through one scope, so nothing of another can be in it; its chain says who took it along. */
export async function exportClient(scope: Scope, now: Date): Promise<Outcome<Exported>> {
  const { row } = scope
  if (row.kind !== 'client') return fail('NOT_FOUND')
  const client = await recordOf(await scope.ofWorkspace(), row.id)
  const stored = await scope.tx
    .selectFrom('records')
    .select('body')
    .where('scope', '=', scope.key)
    .orderBy('id')
    .execute()
  const records = stored.map(({ body }) => parsedBelief(body))
  const rows = scope.tx.selectFrom('rows').select('body').where('scope', '=', scope.key)
  const observations = await rows.where('kind', '=', 'observation').orderBy('rev').execute()
  const conflicts = await rows.where('kind', '=', 'conflict').orderBy('rev').execute()
  const fields = client ? valuesOf(client) : {}
  const head = {
    format: 'stocktake-client-1',
    client: { id: row.id, ...fields },
    at: now.toISOString(),
    head: row.seq,
    epoch: row.epoch,
    audit: { rows: row.logged, chain: row.chain },
  }
  // The rows are JSON text already; it is joined and not parsed once more.
  const json =
    `${JSON.stringify(head).slice(0, -1)},"records":${JSON.stringify(records.map(archivedRecord))},` +
    `"observations":[${observations.map(({ body }) => body).join(',')}],` +
    `"conflicts":[${conflicts.map(({ body }) => body).join(',')}]}`
  await note(scope, { kind: 'client-exported', about: { head: row.seq, records: records.length } }, now)
  return ok({ name: fileName(fields.name, row.id, now), json, tables: tablesOf(records) })
}

const valuesOf = (record: InventoryRecord): Record<string, FieldValue> =>
  beliefOf(record).values as Record<string, FieldValue> // whatever its type, its fields are field values

function fileName(name: FieldValue | undefined, id: string, now: Date): string {
  const plainName = String(name ?? '')
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 40)
  return `${plainName || 'client'}-${id.slice(0, 8)}-${now.toISOString().slice(0, 10)}`.replace(/^-/, '')
}

/** The living records of each type, with a column a field; an amount has its currency beside it. */
function tablesOf(records: InventoryRecord[]): Record<string, string> {
  const byType = new Map<string, InventoryRecord[]>()
  for (const record of records)
    if (record.deleted === 0) byType.set(record.type, [...(byType.get(record.type) ?? []), record])
  return Object.fromEntries([...byType].map(([type, of]) => [type, tableOf(of)]))
}

function tableOf(records: InventoryRecord[]): string {
  const rows = records.map((record) => ({
    record,
    fields: new Map(Object.entries(valuesOf(record)).flatMap(columnsOf)),
  }))
  const columns = [...new Set(rows.flatMap(({ fields }) => [...fields.keys()]))].sort()
  return csv([
    ['id', 'vendor', 'account', 'seenAt', ...columns],
    ...rows.map(({ record, fields }) => [
      record.id,
      record.vendor,
      record.vendorAccount?.name ?? record.vendorAccount?.id ?? null,
      record.seenAt || null,
      ...columns.map((column) => fields.get(column) ?? null),
    ]),
  ])
}

function columnsOf([field, value]: [string, FieldValue]): [string, Cell][] {
  const money = Money.safeParse(value)
  if (!money.success) return [[field, cellOf(value)]]
  return [
    [field, { decimal: moneyToDecimal(money.data) }],
    [`${field} currency`, money.data.currency],
  ]
}
