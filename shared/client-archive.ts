import { z } from 'zod'
import { beliefOf } from './inventory/belief.ts'
import type { InventoryRecord } from './inventory/record.ts'
import { PeopleMode } from './model/client.ts'
import { VendorAccount } from './model/evidence.ts'
import { Uuid } from './model/id.ts'
import { Fields } from './model/observation.ts'
import { RecordType } from './model/record-type.ts'
import { Edit, Row } from './sync.ts'

/** One thing as it is believed: `fields` are the values, `edits` what people wrote, `seen` which observation showed the rest. */
const ArchivedRecord = z.object({
  id: Uuid,
  type: RecordType,
  vendor: z.string(),
  account: VendorAccount.nullable(),
  seenAt: z.string().nullable(),
  /** Deleted things are kept for 30 days, as they can be taken back. */
  deleted: z.boolean(),
  fields: Fields,
  edits: z.record(z.string(), Edit),
  seen: z.array(z.object({ observation: Uuid, fields: z.array(z.string()) })),
})
type ArchivedRecord = z.infer<typeof ArchivedRecord>

const [observationRow, , conflictRow] = Row.options

/**
 * Everything of one client in one JSON file, written by a device or by the server. A later version that only adds is read
 * by this schema, which passes over what it does not know; one that does not will have another format.
 */
export const ClientArchive = z.object({
  format: z.literal('stocktake-client-1'),
  /** The client as the workspace has it: name, currency, budget, holidays … */
  client: z.looseObject({ id: Uuid }),
  at: z.string(),
  /** How its people are shown in this file; a server's operator has them by name. */
  people: PeopleMode.default('full'),
  /** The vendor accounts that are the client's. */
  accounts: z.array(VendorAccount).default([]),
  records: z.array(ArchivedRecord),
  /** What captures and files showed, each field with its evidence: source, place, excerpt. */
  observations: z.array(observationRow),
  /** Two values for one field between which somebody has to choose, and those that were chosen between. */
  conflicts: z.array(conflictRow),
})
export type ClientArchive = z.infer<typeof ClientArchive>

export function archivedRecord(record: InventoryRecord): ArchivedRecord {
  const { id, type, vendor, vendorAccount, seenAt, deleted, edits, cells } = record
  const shown = new Map<Uuid, string[]>()
  for (const [field, { observation }] of Object.entries(cells)) {
    const of = shown.get(observation)
    if (of) of.push(field)
    else shown.set(observation, [field])
  }
  return {
    ...{ id, type, vendor, account: vendorAccount, seenAt: seenAt || null, deleted: deleted > 0, edits },
    fields: beliefOf({ ...record, type }).values as Fields, // whatever its type, its fields are field values
    seen: [...shown].map(([observation, fields]) => ({ observation, fields })),
  }
}
