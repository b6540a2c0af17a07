import { z } from 'zod'
import { Instant } from './model/day.ts'
import { Uuid } from './model/id.ts'
import { FieldValue, Observation } from './model/observation.ts'
import { RecordType } from './model/record-type.ts'

/** R11: the wire's version, compared before anything else; `schema` counts additions to the model inside it. */
export const protocol = 1
export const schema = 4

export const limits = {
  pushOps: 200,
  pushBytes: 1024 * 1024,
  changesRows: 500,
  changesBytes: 1024 * 1024,
  fieldBytes: 64 * 1024,
  recordBytes: 256 * 1024,
  jsonDepth: 32,
  knownOps: 1000,
  /** Open streams of notices by one device, and how often each says that it is still there. */
  noticesOfDevice: 3,
  heartbeatMs: 25_000,
} as const

/** Without control characters: not every database can keep them, and no field has any. */
const FieldName = z
  .string()
  .max(120)
  .regex(/^\P{Cc}+$/u)
const common = {
  op: Uuid,
  /** R2: (scope, device, n) is last + 1. */
  n: z.int().min(1),
  rec: Uuid,
  type: RecordType,
  /** The highest rev of this record that the author had seen; 0 for a record that was new to the device. */
  base: z.int().min(0),
  at: Instant,
}

/** One numbered change by one device. */
export const Op = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('add'), value: Observation }),
  z.strictObject({
    ...common,
    kind: z.literal('set'),
    field: FieldName,
    value: FieldValue,
    /** The captured value that the person saw and corrected: the edit stays pinned until the vendor shows another. */
    against: FieldValue.optional(),
  }),
  z.strictObject({ ...common, kind: z.literal('unset'), field: FieldName }),
  z.strictObject({ ...common, kind: z.literal('del') }),
  z.strictObject({ ...common, kind: z.literal('undel') }),
])
export type Op = z.infer<typeof Op>

/** What the server reads of an op before it knows whether it is valid: enough to give it its slot and its result (R5). */
export const OpEnvelope = z.looseObject({ op: Uuid, n: z.int().min(1) })

export const PushRequest = z.strictObject({
  protocol: z.int(),
  schema: z.int(),
  device: Uuid,
  epoch: z.nullable(Uuid),
  ops: z.array(OpEnvelope).min(1).max(limits.pushOps),
})
export type PushRequest = z.infer<typeof PushRequest>

export const OpResult = z.strictObject({
  op: Uuid,
  st: z.enum(['applied', 'noop', 'conflict', 'rejected']),
  at: z.int().min(0),
  code: z.string().optional(),
})
export type OpResult = z.infer<typeof OpResult>

export const PushResponse = z.strictObject({ epoch: Uuid, results: z.array(OpResult) })
export type PushResponse = z.infer<typeof PushResponse>

/** A person's value of one field. `seq` is when the server applied it, `by` the device. */
export const Edit = z.strictObject({
  value: FieldValue.nullable(),
  seq: z.int(),
  by: Uuid,
  at: Instant,
  against: FieldValue.optional(),
})
export type Edit = z.infer<typeof Edit>

/** A latest state, ordered by rev within its scope. Unknown kinds are kept opaque by a device (T15). */
export const Row = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('observation'), id: Uuid, rev: z.int(), type: RecordType, value: Observation }),
  /** The people's part of a record: its edits and whether it is deleted (`deleted` is the rev of the deletion, or 0). */
  z.strictObject({
    kind: z.literal('record'),
    id: Uuid,
    rev: z.int(),
    type: RecordType,
    deleted: z.int(),
    edits: z.record(z.string(), Edit),
  }),
  z.strictObject({
    kind: z.literal('conflict'),
    id: Uuid,
    rev: z.int(),
    type: RecordType,
    rec: Uuid,
    field: z.string().optional(),
    reason: z.enum([
      'field',
      'edit-after-delete',
      'edit-after-purge',
      'delete-vs-edit',
      'stale-undelete',
      'seen-after-delete',
    ]),
    /** The losing value, kept whole. */
    value: z.unknown().optional(),
    by: Uuid,
    at: Instant,
    resolved: z.boolean(),
  }),
])
export type Row = z.infer<typeof Row>

export const ChangesResponse = z.strictObject({
  epoch: Uuid,
  rows: z.array(z.unknown()).max(limits.changesRows),
  next: z.int(),
  more: z.boolean(),
  head: z.int(),
  /**
   * R9: every record whose deletion has this rev or an earlier one is gone from the server, with its observations. Who
   * holds one drops it before applying the rows, as it may come into being anew, and then without its former cells.
   */
  purged: z.int().min(0).default(0),
})
export type ChangesResponse = z.infer<typeof ChangesResponse>

/** C5: which of the ids that a device remembers the server still knows after a restore. */
export const KnownOpsRequest = z.strictObject({
  protocol: z.int(),
  schema: z.int(),
  device: Uuid,
  ops: z.array(Uuid).max(limits.knownOps),
})
export const KnownOpsResponse = z.strictObject({ epoch: Uuid, known: z.array(Uuid) })

/** Per record type, over rows of every kind: how many there are, and the xor in hex of SHA-256 of the text id ‖ rev (C7). */
export const DigestResponse = z.strictObject({
  epoch: Uuid,
  head: z.int(),
  types: z.record(z.string(), z.strictObject({ count: z.int(), xor: z.string().regex(/^[0-9a-f]{64}$/) })),
})
export type DigestResponse = z.infer<typeof DigestResponse>

export const ScopesResponse = z.strictObject({
  workspace: Uuid,
  scopes: z.array(z.strictObject({ id: Uuid, kind: z.enum(['workspace', 'client']), epoch: Uuid, head: z.int() })),
})
export type ScopesResponse = z.infer<typeof ScopesResponse>

/** One server-sent event `head`: how far the scope is now. Losing one is harmless. */
export const Notice = z.object({ head: z.int().min(0) })
