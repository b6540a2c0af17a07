import { z } from 'zod'
import { Day } from './day.ts'
import { Uuid } from './id.ts'
import { Label } from './values.ts'

export const RenewalChoice = z.enum(['renew', 'reduce', 'renegotiate', 'switch', 'cancel'])
export type RenewalChoice = z.infer<typeof RenewalChoice>

/** What was decided of one term of one subscription, by whom and why. */
export const Decision = z
  .strictObject({
    subscription: Uuid,
    /** The last day of the term that is decided about: the next term is another decision. */
    termEndsOn: Day,
    choice: RenewalChoice,
    reason: Label,
    decidedBy: Label,
    decidedOn: Day,
    /** The day on which the notice was sent; a cancellation without it is not done. */
    noticeSentOn: Day,
  })
  .partial()
export type Decision = z.infer<typeof Decision>
