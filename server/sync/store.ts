import { sql } from 'kysely'
import type { InventoryRecord } from '../../shared/inventory/record.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { once } from '../db/once.ts'
import type { LogRow, ScopeTables } from '../db/tables.ts'
import type { Scope } from '../workspaces/scope.ts'
import { concerned } from '../workspaces/visible.ts'
import type { Batch, ConflictRow, Held } from './batch.ts'

export const knownOps = (scope: Scope, ops: Iterable<Uuid>) =>
  scope.engine.named(scope.tx, 'log', {
    columns: ['op', 'payload_hash', 'st', 'rev', 'code'],
    within: { scope: scope.key },
    key: 'op',
    ids: new Set(ops),
  })

const theNumber = once(['scope', 'device'], (db, { scope, device }) =>
  db.selectFrom('numbers').select(['last', 'paired']).where('scope', '=', scope).where('device', '=', device),
)

export const numberOf = async (scope: Scope, device: Uuid) => (await theNumber(scope, { scope: scope.key, device }))[0]

export async function loadRecords(scope: Scope, ids: Iterable<Uuid>): Promise<Map<Uuid, Held>> {
  const rows = await scope.engine.named(scope.tx, 'records', {
    columns: ['id', 'body', 'deleted_by', 'deleted_at'],
    within: { scope: scope.key },
    key: 'id',
    ids: new Set(ids),
  })
  return new Map(
    rows.map((row) => [
      row.id,
      { belief: parsedBelief(row.body), deletedBy: row.deleted_by, deletedAt: row.deleted_at, text: undefined },
    ]),
  )
}

/** Our own text, written by this server and checked then. */
export const parsedBelief = (body: string): InventoryRecord => JSON.parse(body) as InventoryRecord

export async function loadObservations(scope: Scope, ids: readonly Uuid[]): Promise<Map<Uuid, unknown>> {
  if (ids.length === 0) return new Map()
  const rows = await scope.engine.named(scope.tx, 'rows', {
    columns: ['id', 'body'],
    within: { scope: scope.key, kind: 'observation' },
    key: 'id',
    ids: new Set(ids),
  })
  return new Map(rows.map((row) => [row.id, (JSON.parse(row.body) as { value: unknown }).value])) // our own text
}

export async function loadOpenConflicts(scope: Scope, records: Iterable<Uuid>): Promise<Map<Uuid, ConflictRow[]>> {
  const rows = await scope.tx
    .selectFrom('rows')
    .select(['rec', 'body'])
    .where('scope', '=', scope.key)
    // As a literal: the index of the few that are open cannot be chosen for a parameter.
    .where('open', '=', sql.lit(1))
    .where('rec', 'in', scope.engine.among(records))
    .execute()
  const open = new Map<Uuid, ConflictRow[]>()
  for (const row of rows) open.set(row.rec, [...(open.get(row.rec) ?? []), JSON.parse(row.body) as ConflictRow]) // our own text
  return open
}

/** Which clients the workspace's records concerned until now. */
export async function loadConcerns(scope: Scope, records: Iterable<Uuid>): Promise<Map<Uuid, string>> {
  if (scope.row.kind !== 'workspace') return new Map()
  const rows = await scope.tx
    .selectFrom('rows')
    .select(['rec', 'clients'])
    .where('scope', '=', scope.key)
    .where('kind', '=', 'record')
    .where('id', 'in', scope.engine.among(records))
    .execute()
  return new Map(rows.flatMap(({ rec, clients }): [Uuid, string][] => (clients === null ? [] : [[rec, clients]])))
}

/** Everything that a push changed, in as few statements as there are tables. */
export async function saveBatch(scope: Scope, batch: Batch): Promise<void> {
  const rows = [...batch.rows.values()].map((row): ScopeTables['rows'] => ({
    scope: scope.key,
    kind: row.kind,
    id: row.id,
    rev: row.rev,
    rec: row.kind === 'observation' ? row.value.rec : row.kind === 'record' ? row.id : row.rec,
    type: row.type,
    open: row.kind === 'conflict' && !row.resolved ? 1 : 0,
    body: JSON.stringify(row),
    clients:
      row.kind === 'observation' ? null : concerned(batch, row.kind === 'record' ? { ...row, rec: row.id } : row),
  }))
  await scope.engine.putRows(scope.tx, 'rows', ['scope', 'kind', 'id'], rows)
  await scope.engine.putRows(
    scope.tx,
    'records',
    ['scope', 'id'],
    [...batch.records.values()].flatMap(changedRecord(scope)),
  )
}

const changedRecord =
  (scope: Scope) =>
  ({ belief, text, deletedBy, deletedAt }: Held): ScopeTables['records'][] =>
    text === undefined
      ? []
      : [
          {
            scope: scope.key,
            id: belief.id,
            type: belief.type,
            rev: belief.rev,
            deleted: belief.deleted,
            deleted_by: deletedBy,
            deleted_at: deletedAt,
            body: text,
          },
        ]

export const saveLog = (scope: Scope, rows: LogRow[]): Promise<void> => scope.engine.putRows(scope.tx, 'log', [], rows)

export const saveNumber = (scope: Scope, device: Uuid, paired: Uuid, last: number): Promise<void> =>
  scope.engine.putRows(scope.tx, 'numbers', ['scope', 'device'], [{ scope: scope.key, device, paired, last }])

/** The scope's own row, in the database and in the hand of whoever goes on with it in this transaction. */
export async function saveScope(scope: Scope, change: Partial<ScopeTables['scopes']>): Promise<void> {
  Object.assign(scope.row, change)
  await scope.tx.updateTable('scopes').set(change).where('scope', '=', scope.key).execute()
}
