import { z } from 'zod'

/** A length of time as contracts say it: "12 months", "90 days". */
export const Span = z.strictObject({
  count: z.int().min(1).max(1200),
  unit: z.enum(['day', 'week', 'month', 'year']),
})
export type Span = z.infer<typeof Span>
