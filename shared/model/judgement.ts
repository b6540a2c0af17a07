import { z } from 'zod'
import { Day, Instant } from './day.ts'
import { Label } from './values.ts'

/** What a person said of one finding. Its id is derived from the finding's key, which is the same on every device. */
export const Judgement = z
  .strictObject({
    finding: Label,
    status: z.enum(['accepted', 'dismissed', 'open']),
    reason: Label,
    /** A dismissed one stays so until this day, or for good. */
    until: Day,
    by: Label,
    at: Instant,
  })
  .partial()
export type Judgement = z.infer<typeof Judgement>
