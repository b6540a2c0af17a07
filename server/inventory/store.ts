import type { InventoryRecord } from '../../shared/inventory/record.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Observation } from '../../shared/model/observation.ts'
import type { RecordType } from '../../shared/model/record-type.ts'
import { loadObservations, parsedBelief } from '../sync/store.ts'
import type { Scope } from '../workspaces/scope.ts'

/** The living records of a client, of one type or of all. */
export async function recordsOf(scope: Scope, type?: RecordType): Promise<InventoryRecord[]> {
  const rows = await scope.tx
    .selectFrom('records')
    .select('body')
    .where('scope', '=', scope.key)
    .where('deleted', '=', 0)
    .$if(type !== undefined, (query) => query.where('type', '=', type ?? ''))
    .execute()
  return rows.map(({ body }) => parsedBelief(body))
}

/** A living record of the scope, whatever its type. */
export async function recordOf(scope: Scope, id: Uuid): Promise<InventoryRecord | undefined> {
  const row = await scope.tx
    .selectFrom('records')
    .select('body')
    .where('scope', '=', scope.key)
    .where('deleted', '=', 0)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && parsedBelief(row.body)
}

/** Everything that was ever seen of one record. */
export async function observationsOfRecord(scope: Scope, record: Uuid): Promise<Observation[]> {
  const rows = await scope.tx
    .selectFrom('rows')
    .select('body')
    .where('scope', '=', scope.key)
    .where('kind', '=', 'observation')
    .where('rec', '=', record)
    .execute()
  return rows.map(({ body }) => (JSON.parse(body) as { value: Observation }).value) // our own text
}

/** Everything that was ever seen of the client's records of one type, by record. */
export async function observationsOfType(scope: Scope, ...types: RecordType[]): Promise<Map<Uuid, Observation[]>> {
  const rows = await scope.tx
    .selectFrom('rows')
    .select(['rec', 'body'])
    .where('scope', '=', scope.key)
    .where('kind', '=', 'observation')
    .where('type', 'in', types)
    .execute()
  const found = new Map<Uuid, Observation[]>()
  for (const { rec, body } of rows) {
    const { value } = JSON.parse(body) as { value: Observation } // our own text
    const of = found.get(rec)
    if (of) of.push(value)
    else found.set(rec, [value])
  }
  return found
}

export async function observationsById(scope: Scope, ids: Iterable<Uuid>): Promise<Map<Uuid, Observation>> {
  return (await loadObservations(scope, [...ids])) as Map<Uuid, Observation> // our own text, parsed as observations when they came
}
