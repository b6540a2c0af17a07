import { z } from 'zod'
import { EvidenceSource, VendorAccount } from '../model/evidence.ts'
import { Uuid } from '../model/id.ts'
import { FieldValue } from '../model/observation.ts'
import { RecordType } from '../model/record-type.ts'
import { Edit } from '../sync.ts'

/** The best captured value of one field so far, and the observation that gave it. */
export const Cell = z.strictObject({ value: FieldValue, source: EvidenceSource, at: z.string(), observation: Uuid })
export type Cell = z.infer<typeof Cell>

/**
 * The present belief about one thing. `cells` come from observations and `edits` from people; neither overwrites the
 * other, so what a field shows is decided on reading (`fieldOf`), and a pinned edit can become a visible conflict.
 */
export const InventoryRecord = z.strictObject({
  id: Uuid,
  type: RecordType,
  vendor: z.string(),
  vendorAccount: VendorAccount.nullable(),
  cells: z.record(z.string(), Cell),
  edits: z.record(z.string(), Edit),
  /** The latest instant at which a capture showed it; '' for a record that only people wrote. */
  seenAt: z.string(),
  /** The rev of its deletion, 0 while it lives. */
  deleted: z.int(),
  /** The highest rev known of anything that belongs to it; the `base` of the next edit. */
  rev: z.int(),
})
export type InventoryRecord = z.infer<typeof InventoryRecord>
