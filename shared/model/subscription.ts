import { z } from 'zod'
import { Day } from './day.ts'
import { Payer, PriceBasis } from './lot.ts'
import { Money } from './money.ts'
import { Terms } from './term.ts'
import { Count, Label } from './values.ts'

/** The closed set; the vendor's own word stays in the evidence. */
export const SubscriptionStatus = z.enum([
  'trialing',
  'active',
  'past-due',
  'suspended',
  'canceled',
  'expired',
  'unknown',
])
export type SubscriptionStatus = z.infer<typeof SubscriptionStatus>

/** How often it is invoiced; not the term. */
export const BillingPeriod = z.strictObject({
  count: z.int().min(1).max(120),
  unit: z.enum(['day', 'week', 'month', 'year']),
})
export type BillingPeriod = z.infer<typeof BillingPeriod>

/** What is subscribed to: a subscription is not always software. */
export const SubscriptionKind = z.enum([
  'saas',
  'cloud',
  'telecom',
  'support',
  'domain',
  'certificate',
  'maintenance',
  'other',
])
export type SubscriptionKind = z.infer<typeof SubscriptionKind>

/** What one unit of the entitlement is. The words of CycloneDX' license types, and those that consoles count beside them. */
export const MetricKind = z.enum([
  'named-user',
  'concurrent-user',
  'device',
  'core',
  'site',
  'pack',
  'usage',
  'credit',
  'other',
])
export type MetricKind = z.infer<typeof MetricKind>

/** A running right to use, bought for terms, in one vendor account. Each field is absent where no source showed it. */
export const Subscription = z
  .strictObject({
    /** The vendor's identifier of this subscription. */
    subscriptionId: Label,
    product: Label,
    plan: Label,
    /** The vendor's stable identifier of product and plan. */
    sku: Label,
    /** What is counted: user, device, domain, GB … in the vendor's word. */
    metric: Label,
    seatsPurchased: Count,
    seatsAssigned: Count,
    seatsAvailable: z.int().min(-1e9).max(1e9),
    seatsActive: Count,
    /** A flag, never 9999 seats. */
    unlimited: z.boolean(),
    unitPrice: Money,
    totalPrice: Money,
    billingPeriod: BillingPeriod,
    /** The time that the prices are for, where that is not the billing period: 12.50 a month, billed once a year. */
    pricePeriod: BillingPeriod,
    /** First and last covered day of the running term. */
    startsOn: Day,
    endsOn: Day,
    /** As the vendor states it; derived as the day after `endsOn` where only that is known. */
    renewsOn: Day,
    autoRenews: z.boolean(),
    status: SubscriptionStatus,
    /** Who sells it, where that is not the maker; and who sends the bill, where that is neither. */
    reseller: Label,
    invoiceIssuer: Label,
    kind: SubscriptionKind,
    metricKind: MetricKind,
    /** Of `totalPrice` and `unitPrice` where a person knows it better than their names say. */
    priceBasis: PriceBasis,
    packSize: z.int().min(1).max(1e6),
    payer: Payer,
    purchaseOrder: Label,
    /** The last day on which the card that pays it is good. */
    cardExpiresOn: Day,
    /** Committed by contract, where that is not what was purchased. */
    seatsContracted: Count,
    ...Terms.shape,
  })
  .partial()
export type Subscription = z.infer<typeof Subscription>
