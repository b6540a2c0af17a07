import { type Belief, beliefOf } from '../../shared/inventory/belief.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { recordIdOf } from '../../shared/model/observation.ts'
import { blank } from '../db/beliefs.ts'
import type { Database } from '../db/database.ts'
import type { Draft } from '../db/schema.ts'
import { aroundOf } from '../records/around.ts'
import { observationsOf } from '../records/observations.ts'
import type { KnownAround } from './outcome.ts'

/** What the active client knows around the subscription of a draft. */
export async function knownAround(db: Database, { sighting }: Draft, client: Uuid, today: Day): Promise<KnownAround> {
  const id = await recordIdOf(client, sighting)
  const [record, seen, around, lots] = await Promise.all([
    db.records.get([client, id]),
    observationsOf(db, client, [id]),
    aroundOf(db, client),
    lotsOf(db, client, id),
  ])
  const living = record && record.deleted === 0 ? record : undefined
  return {
    record: living ?? blank(client, id, 'subscription'),
    observations: living ? (seen.get(id) ?? []) : [],
    lots,
    terms: around(id),
    today,
  }
}

async function lotsOf(db: Database, client: Uuid, subscription: Uuid): Promise<Belief<'lot'>[]> {
  const listed = db.listing.where('[scope+type+name+id]').between([client, 'lot'], [client, 'lot', []])
  const keys = await listed.primaryKeys()
  const records = await db.records.bulkGet(keys.map(([, , , id]): [Uuid, Uuid] => [client, id]))
  return records
    .flatMap((record) => (record ? [beliefOf({ ...record, type: 'lot' })] : []))
    .filter(({ values }) => values.subscription === subscription)
}
