import { z } from 'zod'
import { Day } from './day.ts'
import { Uuid } from './id.ts'
import { Money } from './money.ts'
import { Label } from './values.ts'

/** One bill as listed in a console. */
export const Invoice = z
  .strictObject({
    number: Label,
    issuedOn: Day,
    dueOn: Day,
    total: Money,
    status: z.enum(['draft', 'open', 'paid', 'past-due', 'partial', 'failed', 'refunded', 'void', 'unknown']),
    issuer: Label,
    /** The subscription that a person says it pays for, where the bill is of one and its lines are not known. */
    subscription: Uuid,
  })
  .partial()
export type Invoice = z.infer<typeof Invoice>
