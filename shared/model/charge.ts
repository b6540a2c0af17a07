import { z } from 'zod'
import { Day } from './day.ts'
import { Uuid } from './id.ts'
import { Money } from './money.ts'
import { Label } from './values.ts'

/**
 * One line of spend in the terms of FOCUS (FinOps Open Cost and Usage Specification, https://focus.finops.org): the field
 * is FOCUS' column in our spelling. Periods are days; as in FOCUS the end is the first day that is not covered.
 */
export const Charge = z
  .strictObject({
    invoiceId: Label,
    /** Who sends the bill (InvoiceIssuerName), who sells (ProviderName), who makes it (PublisherName). */
    invoiceIssuer: Label,
    provider: Label,
    publisher: Label,
    description: Label,
    skuId: Label,
    category: z.enum(['usage', 'purchase', 'tax', 'credit', 'adjustment']),
    frequency: z.enum(['one-time', 'recurring', 'usage-based']),
    billedCost: Money,
    effectiveCost: Money,
    listCost: Money,
    contractedCost: Money,
    quantity: z.number().min(-1e12).max(1e12),
    unit: Label,
    /** The day on the bill; FOCUS has no column for it, a paper bill always says it. */
    billedOn: Day,
    billingPeriodStart: Day,
    billingPeriodEnd: Day,
    chargePeriodStart: Day,
    chargePeriodEnd: Day,
    /** The subscription that a person says it pays for. */
    subscription: Uuid,
  })
  .partial()
export type Charge = z.infer<typeof Charge>
