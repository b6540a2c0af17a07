import { later, type Seen, seenOf } from '../../shared/inventory/seen.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Observation } from '../../shared/model/observation.ts'
import type { Database } from '../db/database.ts'

/** All that captures showed of each of these records, by record. */
export async function observationsOf(db: Database, scope: Uuid, records: Uuid[]): Promise<Map<Uuid, Observation[]>> {
  const keys = records.map((rec): [Uuid, Uuid] => [scope, rec])
  const found = new Map<Uuid, Observation[]>()
  if (keys.length === 0) return found
  for (const { rec, observation } of await db.observations.where('[scope+rec]').anyOf(keys).toArray()) {
    const of = found.get(rec)
    if (of) of.push(observation)
    else found.set(rec, [observation])
  }
  return found
}

/**
 * When each of these records was first and last seen. A page that this device saw unchanged counts as seen, although it
 * made no observation. What only people wrote is not in it.
 */
export async function whenSeen(db: Database, scope: Uuid, records: Uuid[]): Promise<Map<Uuid, Seen>> {
  const stored = await db.records.bulkGet(records.map((rec): [Uuid, Uuid] => [scope, rec]))
  const looked = new Map(stored.flatMap((one) => (one?.lookedAt === undefined ? [] : [[one.id, one.lookedAt]])))
  const seen = new Map<Uuid, Seen>()
  for (const [rec, observations] of await observationsOf(db, scope, records)) {
    const shown = seenOf(observations)
    if (shown) seen.set(rec, { first: shown.first, last: later(shown.last, looked.get(rec) ?? shown.last) })
  }
  return seen
}
