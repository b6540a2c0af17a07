import { z } from 'zod'
import { FoundListSchema, LookupSchema } from '../messages.ts'

/** What the side panel asks of a page in which a person teaches. Nobody else can send it: pages cannot reach us. */
export const Asked = z.discriminatedUnion('teach', [
  /** Begin pointing; answered when the person has pointed at something, or left. */
  z.strictObject({ teach: z.literal('point') }),
  /** By keyboard: go to another value, or take the one that is outlined. */
  z.strictObject({ teach: z.literal('move'), to: z.enum(['next', 'previous', 'outer', 'inner']) }),
  z.strictObject({ teach: z.literal('take') }),
  z.strictObject({ teach: z.literal('stop') }),
  /** What these lists show now. */
  z.strictObject({ teach: z.literal('look'), lookups: z.array(LookupSchema).max(8) }),
  /** Frame what these lists find now, so that the person sees it; none: no more. */
  z.strictObject({ teach: z.literal('mark'), lookups: z.array(LookupSchema).max(1) }),
])
export type Asked = z.infer<typeof Asked>

const place = LookupSchema.shape.cells.element
export const PointedSchema = z.strictObject({
  text: z.string().max(2000),
  label: z.string().max(300),
  lang: z.string().max(35),
  standings: z
    .array(
      z.strictObject({
        list: LookupSchema.shape.list,
        rows: z.int().min(0),
        row: z.int().min(0),
        places: z.array(place).max(8),
      }),
    )
    .max(8),
})
export type PointedAt = z.infer<typeof PointedSchema>

/** Where the outline is: what would be taken. */
export const OutlinedSchema = z.strictObject({ text: z.string().max(300) })

export const LookSchema = z.strictObject({
  url: z.url().max(8000),
  title: z.string().max(500),
  lang: z.string().max(35),
  lists: z.record(z.string().max(120), FoundListSchema),
})
export type Look = z.infer<typeof LookSchema>
