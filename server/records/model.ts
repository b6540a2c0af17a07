import { z } from 'zod'
import { Believed } from '../../shared/inventory/tree.ts'
import { Instant } from '../../shared/model/day.ts'
import { Capture, Evidence, VendorAccount } from '../../shared/model/evidence.ts'
import { Uuid } from '../../shared/model/id.ts'
import { FieldValue } from '../../shared/model/observation.ts'
import { type ClientType, capturedTypes, fieldNames, statedTypes } from '../../shared/model/record-type.ts'

export const clientTypes = { ...capturedTypes, ...statedTypes } as const
/** Every type of a client's scope; the workspace's own are the consultants' alone. */
export const ClientTypeName = z.enum(Object.keys(clientTypes) as [ClientType, ...ClientType[]]) // the keys of the table above

/** A version of a record: the highest rev of it that the author has seen. */
export const Base = z.int().min(0)
const Provenance = Believed.omit({ value: true })

/** One shape a type, each told from the others by `type`: what is typed here is what devices write. */
function eachType<S extends z.core.$ZodTypeDiscriminable>(shape: (type: ClientType) => S) {
  const [first, ...rest] = ClientTypeName.options.map(shape)
  if (!first) throw new Error('a client without types')
  return z.discriminatedUnion('type', [first, ...rest])
}

/** A record as it is read: plain values by the type's own schema, and beside each where it came from. */
export const ApiRecord = eachType((type) =>
  z.strictObject({
    type: z.literal(type),
    id: Uuid,
    /** What a change of it is based on. */
    rev: z.int(),
    deleted: z.boolean(),
    vendor: z.string(),
    vendorAccount: VendorAccount.nullable(),
    seenAt: Instant.nullable(),
    values: clientTypes[type],
    provenance: z.record(z.string(), Provenance),
  }),
)
export type ApiRecord = {
  type: ClientType
  id: Uuid
  rev: number
  deleted: boolean
  vendor: string
  vendorAccount: VendorAccount | null
  seenAt: string | null
  values: Record<string, FieldValue>
  provenance: Record<string, z.infer<typeof Provenance>>
}

export const RecordCreate = eachType((type) => z.strictObject({ type: z.literal(type), fields: clientTypes[type] }))
export const RecordChange = eachType((type) =>
  z.strictObject({
    type: z.literal(type),
    base: Base.optional(),
    set: clientTypes[type].optional(),
    unset: z
      .array(z.enum(fieldNames(type) as [string, ...string[]])) // no type is without fields
      .max(100)
      .optional(),
  }),
)
export const RecordRestore = z.strictObject({ base: Base.optional() })

export const RecordsQuery = z.strictObject({
  type: ClientTypeName.optional(),
  /** Which of both; a deleted one can be restored. */
  state: z.enum(['living', 'deleted']).default('living'),
  /** Only what changed after this rev. */
  since: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  /** The id after which the page begins: `next` of the one before. */
  after: z.optional(Uuid),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})
export type RecordsQuery = z.infer<typeof RecordsQuery>

export const RecordsResponse = z.strictObject({
  client: Uuid,
  head: z.int(),
  records: z.array(ApiRecord).max(200),
  /** Where the next page begins; null on the last. */
  next: z.nullable(Uuid),
})

export const RecordResponse = z.strictObject({
  record: ApiRecord,
  /** Where the values stand that a capture gave: by observation, then by field. */
  evidence: z.record(z.string(), z.strictObject({ capture: Capture, fields: z.record(z.string(), Evidence) })),
})

export const Written = z.strictObject({ record: ApiRecord })

/** What the request wanted, beside what stands; both are kept until a person decides. */
export const Contested = z.strictObject({
  field: z.string().optional(),
  reason: z.string(),
  yours: FieldValue.nullable().optional(),
  stands: FieldValue.nullable().optional(),
})
export type Contested = z.infer<typeof Contested>
