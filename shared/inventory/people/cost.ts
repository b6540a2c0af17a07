import type { Day } from '../../model/day.ts'
import type { Rates } from '../money/rates.ts'
import type { SeatCost, SeatView } from './seats.ts'

/** What seats cost a year together, and how many of them are not in it. */
export type SeatsCost = {
  /** In the client's currency; of a client without one, each in its own. */
  sums: { minor: bigint; currency: string }[]
  upTo: boolean
  /** Seats without a known price, and seats for whose currency there is no rate. */
  unpriced: number
  unconverted: number
}

export type CostWish = { currency: string | undefined; rates: Rates; today: Day }

/** Adds up held seats. A seat costs the same for all who hold it, so it is converted once. */
export function costReader({ currency, rates, today }: CostWish): (seats: readonly SeatView[]) => SeatsCost {
  const converted = new Map<SeatCost, { minor: bigint; currency: string } | undefined>()
  const inWish = (cost: SeatCost & { is: 'known' }) => {
    if (converted.has(cost)) return converted.get(cost)
    const made = currency === undefined ? undefined : rates.convert(cost.yearly, currency, today)
    const sum = !made
      ? { minor: BigInt(cost.yearly.minor), currency: cost.yearly.currency }
      : made.ok
        ? { minor: made.minor, currency: currency ?? cost.yearly.currency }
        : undefined
    converted.set(cost, sum)
    return sum
  }
  return (seats) => {
    const sums = new Map<string, bigint>()
    const total = { upTo: false, unpriced: 0, unconverted: 0 }
    for (const { held, cost } of seats) {
      if (!held || cost.is === 'nothing') continue
      const sum = cost.is === 'known' ? inWish(cost) : undefined
      if (sum) sums.set(sum.currency, (sums.get(sum.currency) ?? 0n) + sum.minor)
      else total[cost.is === 'known' ? 'unconverted' : 'unpriced'] += 1
      if (cost.is === 'known' && cost.upTo) total.upTo = true
    }
    return { sums: listed(sums), ...total }
  }
}

/** Of many persons together. */
export function sumOfCosts(costs: readonly SeatsCost[]): SeatsCost {
  const sums = new Map<string, bigint>()
  const total = { upTo: false, unpriced: 0, unconverted: 0 }
  for (const cost of costs) {
    for (const { minor, currency } of cost.sums) sums.set(currency, (sums.get(currency) ?? 0n) + minor)
    total.upTo ||= cost.upTo
    total.unpriced += cost.unpriced
    total.unconverted += cost.unconverted
  }
  return { sums: listed(sums), ...total }
}

const listed = (sums: Map<string, bigint>) =>
  [...sums].map(([currency, minor]) => ({ minor, currency })).sort((a, b) => (a.currency < b.currency ? -1 : 1))
