import { type Belief, beliefOf } from '../../shared/inventory/belief.ts'
import { type Around, decisionsBySubscription } from '../../shared/inventory/terms/facts.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Database } from '../db/database.ts'
import { getSetting } from '../settings/store.ts'

/** What was decided of a client's terms, and its holidays: the same for the list, the due line and the full page. */
export type AroundOf = (subscription: Uuid) => Around

export async function aroundOf(db: Database, client: Uuid): Promise<AroundOf> {
  const listed = db.listing.where('[scope+type+name+id]').between([client, 'decision'], [client, 'decision', []])
  const [device, keys] = await Promise.all([getSetting(db, 'device'), listed.primaryKeys()])
  const [records, about] = await Promise.all([
    db.records.bulkGet(keys.map(([, , , id]): [Uuid, Uuid] => [client, id])),
    device && db.records.get([device.workspace, client]),
  ])
  const decisions = decisionsBySubscription(
    records.flatMap((record): Belief<'decision'>[] => (record ? [beliefOf({ ...record, type: 'decision' })] : [])),
  )
  const holidays = new Set(about ? (beliefOf({ ...about, type: 'client' }).values.holidays ?? []) : [])
  return (subscription) => ({ decisions: decisions.get(subscription), holidays })
}
