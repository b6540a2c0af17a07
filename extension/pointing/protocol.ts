import { z } from 'zod/mini'
import { address, count, listOf, text } from '../../shared/bounds.ts'
import { CellPlaceSchema, FoundListSchema, LookupSchema } from '../messages.ts'

/** What the side panel asks of a page in which a person teaches. Nobody else can send it: pages cannot reach us. */
export const Asked = z.discriminatedUnion('teach', [
  /** Begin pointing; answered when the person has pointed at something, or left. */
  z.strictObject({ teach: z.literal('point'), aside: z.boolean() }),
  /** By keyboard: go to another value, or take the one that is outlined. */
  z.strictObject({ teach: z.literal('move'), to: z.enum(['next', 'previous', 'outer', 'inner']) }),
  z.strictObject({ teach: z.literal('take') }),
  z.strictObject({ teach: z.literal('stop') }),
  /** What these lists show now. */
  z.strictObject({ teach: z.literal('look'), lookups: listOf(LookupSchema, 8) }),
  /** Frame what these lists find now, so that the person sees it; none: no more. */
  z.strictObject({ teach: z.literal('mark'), lookups: listOf(LookupSchema, 1) }),
])
export type Asked = z.infer<typeof Asked>

/** Why nobody may look into what was pointed at: a page of another site in a frame, a part that its makers closed. */
const closed = z.enum(['frame', 'part'])
export type Closed = z.infer<typeof closed>
const Place = z.strictObject({
  text: text(2000),
  label: text(300),
  lang: text(35),
  standings: listOf(
    z.strictObject({
      list: LookupSchema.shape.list,
      rows: count,
      row: count,
      places: listOf(CellPlaceSchema, 8),
    }),
    8,
  ),
})
export type PointedAt = z.infer<typeof Place>
export const PointedSchema = z.union([Place, z.strictObject({ closed })])
export type Pointed = z.infer<typeof PointedSchema>

/** Where the outline is: what would be taken. */
export const OutlinedSchema = z.strictObject({ text: text(300), closed: z.exactOptional(closed) })
export type Outlined = z.infer<typeof OutlinedSchema>

export const LookSchema = z.strictObject({
  url: address,
  title: text(500),
  lang: text(35),
  lists: z.record(text(120), FoundListSchema),
})
export type Look = z.infer<typeof LookSchema>
