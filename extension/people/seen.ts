import { later, type Seen, seenOf } from '../../shared/inventory/seen.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Observation } from '../../shared/model/observation.ts'
import type { Database } from '../db/database.ts'

/** When each of these was first and last seen; also where this device has only looked and found it unchanged. */
export async function seenIn(db: Database, client: Uuid, records: Uuid[]): Promise<Map<Uuid, Seen>> {
  const keys = records.map((rec): [Uuid, Uuid] => [client, rec])
  const [rows, stored] = await Promise.all([
    db.observations.where('[scope+rec]').anyOf(keys).toArray(),
    db.records.bulkGet(keys),
  ])
  const byRecord = new Map<Uuid, Observation[]>()
  for (const { rec, observation } of rows) {
    const of = byRecord.get(rec)
    if (of) of.push(observation)
    else byRecord.set(rec, [observation])
  }
  const looked = new Map(stored.flatMap((record) => (record?.lookedAt ? [[record.id, record.lookedAt] as const] : [])))
  return new Map(
    [...byRecord].flatMap(([rec, observations]) => {
      const seen = seenOf(observations)
      if (!seen) return []
      const lookedAt = looked.get(rec)
      return [[rec, lookedAt === undefined ? seen : { ...seen, last: later(seen.last, lookedAt) }] as const]
    }),
  )
}
