import type { PeopleMode } from '../../model/client.ts'
import type { Uuid } from '../../model/id.ts'
import { idFrom } from '../../model/make-id.ts'
import type { Observation, Sighting } from '../../model/observation.ts'
import { canonical, recordIdOf } from '../../model/record-id.ts'
import { withoutNames, withoutTraces } from './masked.ts'

/**
 * What accepting a sighting keeps and sends. Where a client's people are only counted, a seat is kept without anybody's
 * name, address, account or excerpt. It is the same record in every mode, so that another mode doubles no seat.
 */
export async function observeAs(mode: PeopleMode, client: Uuid, sighting: Sighting): Promise<Observation> {
  const rec = await recordIdOf(client, sighting)
  const kept = keptOf(mode, sighting, rec)
  return { id: await idFrom(rec, canonical(kept)), rec, sighting: kept }
}

export function keptOf(mode: PeopleMode, sighting: Sighting, rec: Uuid): Sighting {
  if (mode !== 'counts-only' || sighting.type !== 'assignment') return sighting
  const fields = withoutNames(sighting.type, sighting.fields)
  return { ...withoutTraces(sighting, fields), fields, key: rec }
}
