import { later, type Seen, seenOf } from '../../shared/inventory/seen.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Observation } from '../../shared/model/observation.ts'
import type { Database } from '../db/database.ts'

/** So many are asked for at once, each by its key: a cursor that goes from one to the next waits for every one of them. */
const portion = 500

/** All that captures showed of each of these records, by record. */
export async function observationsOf(db: Database, scope: Uuid, records: Uuid[]): Promise<Map<Uuid, Observation[]>> {
  const found = new Map<Uuid, Observation[]>()
  const of = (rec: Uuid) => db.observations.where('[scope+rec]').equals([scope, rec]).toArray()
  const asked = [...new Set(records)]
  for (let from = 0; from < asked.length; from += portion) {
    const some = asked.slice(from, from + portion)
    const rows = await db.transaction('r', db.observations, () => Promise.all(some.map(of)))
    for (const { rec, observation } of rows.flat()) {
      const seen = found.get(rec)
      if (seen) seen.push(observation)
      else found.set(rec, [observation])
    }
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
