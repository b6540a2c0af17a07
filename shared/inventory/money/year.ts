import type { BillingPeriod } from '../../model/subscription.ts'
import type { Ratio } from './ratio.ts'

/** A year is 12 months, or 365 days: a week's price is paid 365/7 times a year, not 52 times. */
const perYear = { day: 365n, week: 365n, month: 12n, year: 1n } as const

/** How many times a year a price of this period is paid, exactly. */
export const timesPerYear = ({ count, unit }: BillingPeriod): Ratio => ({
  num: perYear[unit],
  den: BigInt(count) * (unit === 'week' ? 7n : 1n),
})
