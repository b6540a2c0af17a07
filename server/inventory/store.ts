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

export async function observationsById(scope: Scope, ids: Iterable<Uuid>): Promise<Map<Uuid, Observation>> {
  return (await loadObservations(scope, ids)) as Map<Uuid, Observation> // our own text, parsed as observations when they came
}
