import { fieldsOf } from '../../shared/inventory/fields-of.ts'
import { maskedRecord, maskedSighting } from '../../shared/inventory/people/masked.ts'
import { peopleModeOf } from '../../shared/inventory/people/mode.ts'
import type { InventoryRecord } from '../../shared/inventory/record.ts'
import { Client, type PeopleMode } from '../../shared/model/client.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { ClientType } from '../../shared/model/record-type.ts'
import { observationsById, recordOf } from '../inventory/store.ts'
import type { Scope } from '../workspaces/scope.ts'
import type { ApiRecord } from './model.ts'

/** How much of its people the client shows. */
export async function modeOf(scope: Scope): Promise<PeopleMode> {
  const client = await recordOf(await scope.ofWorkspace(), scope.row.id)
  const said = client && fieldsOf(client).find(({ field }) => field === 'peopleMode')?.value
  const mode = Client.shape.peopleMode.safeParse(said)
  return peopleModeOf({ peopleMode: mode.success ? mode.data : undefined })
}

/** A record as the client's mode shows it. */
export function shownRecord(record: InventoryRecord, mode: PeopleMode): ApiRecord {
  const masked = maskedRecord(record, mode, record.id)
  const fields = fieldsOf(masked)
  return {
    type: record.type as ClientType, // the scope of a client holds no others
    id: record.id,
    rev: record.rev,
    deleted: record.deleted !== 0,
    vendor: record.vendor,
    vendorAccount: record.vendorAccount,
    seenAt: record.seenAt || null,
    values: Object.fromEntries(fields.map(({ field, value }) => [field, value])),
    provenance: Object.fromEntries(
      fields.map(({ field, by, source, at, observation, conflict }) => [
        field,
        {
          by,
          source,
          at,
          ...(observation ? { observation } : {}),
          ...(conflict ? { captured: conflict.captured.value } : {}),
        },
      ]),
    ),
  }
}

/** Where the values of a record stand: of each observation the fields that it still gives. */
export async function evidenceOf(scope: Scope, { id, provenance }: ApiRecord, mode: PeopleMode) {
  const given = new Map<Uuid, string[]>()
  for (const [field, { observation }] of Object.entries(provenance))
    if (observation) given.set(observation, [...(given.get(observation) ?? []), field])
  const observations = await observationsById(scope, given.keys())
  return Object.fromEntries(
    [...observations].map(([observation, { sighting }]) => {
      const { capture, evidence } = maskedSighting(sighting, mode, id)
      const wanted = new Set(given.get(observation))
      return [
        observation,
        { capture, fields: Object.fromEntries(Object.entries(evidence).filter(([field]) => wanted.has(field))) },
      ]
    }),
  )
}
