import { z } from 'zod'
import { Day } from './day.ts'
import { Label } from './values.ts'

/** A positive plain decimal, kept as it was published: "1.0827". */
export const RateText = z.string().regex(/^(?=.*[1-9])\d{1,12}(?:\.\d{1,12})?$/, 'not a positive decimal')
export const CurrencyCode = z.string().regex(/^[A-Z]{3}$/)

/** The rates of one day from one source: one unit of `base` is so many of each. A record of the workspace. */
export const Rate = z
  .strictObject({
    on: Day,
    base: CurrencyCode,
    rates: z.record(CurrencyCode, RateText),
    /** "ECB", a bank, or who typed it. */
    source: Label,
    kind: z.enum(['spot', 'average', 'budget']),
  })
  .partial()
export type Rate = z.infer<typeof Rate>
