import type { Day } from '../../model/day.ts'
import type { NotConverted, RateKind, Rates, RateUsed } from './rates.ts'
import { type Exact, type Sum, Sums } from './sums.ts'

/** An amount of something, as of the day whose rate it is converted by. */
export type Amount = { id: string; money: Exact; on: Day }

/** An amount in the currency of the total, beside what it was. */
export type Part = { id: string; money: Exact; minor: bigint; rate?: RateUsed }

export type LeftOut = { id: string; money: Exact; reason: NotConverted }

/**
 * Amounts in one currency. Each is converted and rounded by itself and the total is the sum of the parts, so that what is
 * shown adds up. What cannot be converted is not in it, and is named.
 */
export type Total = {
  /** Null where nobody said which: then each amount is left out, and the sums by currency say all. */
  currency: string | null
  minor: bigint
  parts: Part[]
  leftOut: LeftOut[]
  /** How much was left out in which currency, and of how many amounts; null where they say none. */
  leftOutSums: { currency: string | null; minor: bigint; count: number }[]
  /** What was converted, by the currency it was in; without rounding. */
  original: Sum[]
  rates: RateUsed[]
}

export type TotalWish = { currency: string | null; rates: Rates; kind?: RateKind; within?: number }

export function totalOf(amounts: Iterable<Amount>, { currency, rates, ...wish }: TotalWish): Total {
  const original = new Sums()
  const total: Omit<Total, 'original' | 'rates' | 'leftOutSums'> = { currency, minor: 0n, parts: [], leftOut: [] }
  const used = new Map<string, RateUsed>()
  for (const { id, money, on } of amounts) {
    const converted = rates.convert(money, currency, on, wish)
    if (!converted.ok) {
      total.leftOut.push({ id, money, reason: converted.reason })
      continue
    }
    const { minor, rate } = converted
    total.minor += minor
    total.parts.push({ id, money, minor, ...(rate ? { rate } : {}) })
    if (money.currency !== null) original.add(money.currency, money.minor)
    if (rate) used.set(`${rate.from}\n${rate.on}\n${rate.base}\n${rate.source}`, rate)
  }
  const named = [...used].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, rate]) => rate)
  return { ...total, leftOutSums: leftOutSums(total.leftOut), original: original.list(), rates: named }
}

function leftOutSums(leftOut: LeftOut[]): Total['leftOutSums'] {
  const byCurrency = new Map<string | null, { minor: bigint; count: number }>()
  for (const { money } of leftOut) {
    const sum = byCurrency.get(money.currency) ?? { minor: 0n, count: 0 }
    byCurrency.set(money.currency, { minor: sum.minor + BigInt(money.minor), count: sum.count + 1 })
  }
  return [...byCurrency]
    .sort(([a], [b]) => ((a ?? '~') < (b ?? '~') ? -1 : 1))
    .map(([currency, sum]) => ({ currency, ...sum }))
}

/**
 * A total as it is said: one sum where something could be converted, else a sum in each currency; and how much it is
 * without: what has no price, and what has no rate.
 */
export type Summed = { sums: Exact[]; without: number }

export function summed({ currency, minor, parts, leftOut, leftOutSums }: Total, unpriced: number): Summed {
  const isConverted = currency !== null && parts.length > 0
  const sums = isConverted ? [{ currency, minor }] : leftOutSums.map(({ currency, minor }) => ({ currency, minor }))
  return { sums, without: unpriced + (isConverted ? leftOut.length : 0) }
}
