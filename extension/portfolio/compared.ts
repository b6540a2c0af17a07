import type { Rates } from '../../shared/inventory/money/rates.ts'
import type { Exact } from '../../shared/inventory/money/sums.ts'
import type { Summed } from '../../shared/inventory/money/total.ts'
import type { Day } from '../../shared/model/day.ts'

/** Only to say which of two is more; no amount is ever shown in it but one that was in it. */
const common = 'EUR'

/** What orders amounts of several currencies. One that no rate converts stands behind all that can, by its own number. */
export function weightOf(money: Exact | undefined, rates: Rates, today: Day): number {
  if (!money) return -2
  const converted = rates.convert(money, common, today)
  return converted.ok ? Number(converted.minor) : Number(money.minor) / 1e15 - 1
}

/** The same of sums that stand beside each other; nothing where there is none. */
export const weighed = ({ sums }: Pick<Summed, 'sums'>, rates: Rates, today: Day): { weight?: number } =>
  sums.length === 0 ? {} : { weight: sums.reduce((weight, sum) => weight + weightOf(sum, rates, today), 0) }
