import type { Day } from '../../model/day.ts'
import type { Lot } from '../../model/lot.ts'
import type { BillingPeriod, Subscription } from '../../model/subscription.ts'
import { priceOf, type Unpriced } from './price.ts'
import { over, rounded, times, whole } from './ratio.ts'
import { timesPerYear } from './year.ts'

/** What one bill of a subscription comes to, and the time that it is for. */
export type Bill =
  | { known: true; money: { minor: bigint; currency: string | null }; period: BillingPeriod }
  | { known: false; reason: Unpriced | 'no-period' }

/** Twelve months at the price of one, where a monthly price is billed once a year; rounded once. */
export function billOf(values: Subscription, lots: Lot[], today: Day): Bill {
  const price = priceOf(values, lots, today)
  if (!price.known) return price
  const period = values.billingPeriod ?? values.pricePeriod
  if (period === undefined) return { known: false, reason: 'no-period' }
  const { minor, currency } = price.money
  const { pricePeriod = period } = values
  const prices = over(timesPerYear(pricePeriod), timesPerYear(period)) ?? whole(1)
  return { known: true, money: { minor: rounded(times(whole(minor), prices)), currency }, period }
}
