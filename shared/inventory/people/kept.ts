import type { PeopleMode } from '../../model/client.ts'
import { idFrom, type Uuid } from '../../model/id.ts'
import { canonical, type Observation, observe, type Sighting } from '../../model/observation.ts'
import { withoutNames, withoutTraces } from './masked.ts'

/**
 * What accepting a sighting keeps and sends. Where a client's people are only counted, a seat is kept without anybody's
 * name, address, account or excerpt. It is the same record in every mode, so that another mode doubles no seat.
 */
export async function observeAs(mode: PeopleMode, client: Uuid, sighting: Sighting): Promise<Observation> {
  const whole = await observe(client, sighting)
  const kept = keptOf(mode, sighting, whole.rec)
  return kept === sighting ? whole : { id: await idFrom(whole.rec, canonical(kept)), rec: whole.rec, sighting: kept }
}

export function keptOf(mode: PeopleMode, sighting: Sighting, rec: Uuid): Sighting {
  if (mode !== 'counts-only' || sighting.type !== 'assignment') return sighting
  const fields = withoutNames(sighting.type, sighting.fields)
  return { ...withoutTraces(sighting, fields), fields, key: rec }
}
