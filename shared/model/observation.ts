import { z } from 'zod'
import { Capture, Evidence, VendorAccount } from './evidence.ts'
import { idFrom, Uuid } from './id.ts'
import { canonical, recordIdOf } from './record-id.ts'
import { CapturedType, fieldSchema } from './record-type.ts'
import { Label } from './values.ts'

/** A field's value as it travels: a value of the field's own schema. */
export const FieldValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
  z.array(z.number()),
  z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
])
export type FieldValue = z.infer<typeof FieldValue>

export const Fields = z.record(z.string().max(40), FieldValue)
export type Fields = z.infer<typeof Fields>

/**
 * What one capture showed about one thing. An observation is this plus the ids; a draft is this before a person's decision.
 * Every field has its evidence.
 */
export const Sighting = z
  .strictObject({
    type: CapturedType,
    /** What makes the thing the same thing next time, within its vendor account and type: SKU, e-mail, invoice number … */
    key: z.string().min(1).max(600),
    /** The maker's registrable domain where known, else the host of the page. */
    vendor: Label,
    /** Null where the page did not show whose account it is. */
    vendorAccount: VendorAccount.nullable(),
    fields: Fields,
    evidence: z.record(z.string().max(40), Evidence),
    capture: Capture,
  })
  .superRefine((sighting, context) => {
    for (const [field, value] of Object.entries(sighting.fields)) {
      if (!fieldSchema(sighting.type, field)?.safeParse(value).success)
        context.addIssue(`${field} is not a value of ${sighting.type}`)
      if (!Object.hasOwn(sighting.evidence, field)) context.addIssue(`${field} has no evidence`)
    }
  })
export type Sighting = z.infer<typeof Sighting>

/**
 * A value that was read and can mean more than one thing (03/04/2027): a person chooses in review, nobody guesses. It never
 * becomes part of a sighting; the choice does.
 */
export type Question = { choices: FieldValue[]; evidence: Evidence }
export type Questions = Record<string, Question>

/** One accepted sighting: immutable, append-only; `id` is derived from its content. */
export const Observation = z.strictObject({ id: Uuid, rec: Uuid, sighting: Sighting })
export type Observation = z.infer<typeof Observation>

/** The observation that accepting a sighting for a client makes. */
export async function observe(client: Uuid, sighting: Sighting): Promise<Observation> {
  const rec = await recordIdOf(client, sighting)
  return { id: await idFrom(rec, canonical(sighting)), rec, sighting }
}

/** In a file of their own, because the popup compares drafts with records and does without schemas. */
export { canonical, recordIdOf } from './record-id.ts'
