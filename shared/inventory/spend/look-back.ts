import type { Day } from '../../model/day.ts'
import type { Uuid } from '../../model/id.ts'
import type { RateUsed } from '../money/rates.ts'
import { type Exact, type Sum, Sums } from '../money/sums.ts'
import type { LeftOut, TotalWish } from '../money/total.ts'
import type { SpendLine } from './lines.ts'
import { byMonths, type Month, monthOf } from './split.ts'

/** Cash: when it was billed. Spread: over the days that it covers, by what they cost. */
export type SpendView = 'cash' | 'spread'

/** What of a line falls into one month, in its own currency and in the client's where there is a rate. */
export type Share = { line: SpendLine; month: Month; original: Exact; minor?: bigint }

export type Shares = {
  shares: Share[]
  /** Lines that say neither when they were billed nor what they cover: in no month. */
  undated: Uuid[]
  /** Lines that stand whole in the month of their bill, because nothing says which days they cover. */
  unspread: Uuid[]
  leftOut: LeftOut[]
  rates: RateUsed[]
}

/** A line is converted once, as a whole, by the rate of the day of its bill; then it is split, so that the parts are it. */
export function sharesOf(lines: Iterable<SpendLine>, view: SpendView, { currency, rates, ...wish }: TotalWish): Shares {
  const result: Shares = { shares: [], undated: [], unspread: [], leftOut: [], rates: [] }
  const used = new Map<string, RateUsed>()
  for (const line of lines) {
    const money = view === 'cash' ? line.billed : (line.effective ?? line.billed)
    const day = line.billedOn ?? line.covers?.from
    if (day === undefined) {
      result.undated.push(line.id)
      continue
    }
    const converted = rates.convert(money, currency, day, wish)
    if (!converted.ok) result.leftOut.push({ id: line.id, money, reason: converted.reason })
    else if (converted.rate) used.set(`${converted.rate.from}\n${converted.rate.on}`, converted.rate)
    const covers = view === 'spread' ? line.covers : undefined
    if (view === 'spread' && !covers) result.unspread.push(line.id)
    const of = (minor: bigint) => (covers ? byMonths(minor, covers) : [{ month: monthOf(day), minor }])
    const inClients = converted.ok ? of(converted.minor) : []
    of(BigInt(money.minor)).forEach(({ month, minor }, at) => {
      const share = inClients[at]
      const original = { minor, currency: money.currency }
      result.shares.push({ line, month, original, ...(share ? { minor: share.minor } : {}) })
    })
  }
  result.rates = [...used].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, rate]) => rate)
  return result
}

/** What was spent under one heading: in the client's currency as far as it could be converted, and as it was billed. */
export type Heading = {
  key: string
  minor: bigint
  original: Sum[]
  leftOut: { currency: string | null; minor: bigint }[]
}

/** By whatever a share is looked at: month, vendor, category, subscription. In the order of the keys. */
export function headings(shares: Iterable<Share>, keyOf: (share: Share) => string): Heading[] {
  const byKey = new Map<string, { minor: bigint; original: Sums; leftOut: Map<string | null, bigint> }>()
  for (const share of shares) {
    const key = keyOf(share)
    const present = byKey.get(key) ?? { minor: 0n, original: new Sums(), leftOut: new Map() }
    byKey.set(key, present)
    const { minor, currency } = share.original
    if (currency !== null) present.original.add(currency, minor)
    if (share.minor !== undefined) present.minor += share.minor
    else present.leftOut.set(currency, (present.leftOut.get(currency) ?? 0n) + BigInt(minor))
  }
  return [...byKey]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { minor, original, leftOut }]) => ({
      key,
      minor,
      original: original.list(),
      leftOut: [...leftOut]
        .sort(([a], [b]) => ((a ?? '~') < (b ?? '~') ? -1 : 1))
        .map(([currency, sum]) => ({ currency, minor: sum })),
    }))
}

/** Only what falls within these months, both included. */
export const within = (shares: Share[], first: Month, last: Month): Share[] =>
  shares.filter(({ month }) => month >= first && month <= last)

/** The first month of a fiscal year that a day is in; `start` is its first day, MM-DD. */
export function fiscalYearOf(day: Day, start = '01-01'): { first: Day; label: string } {
  const year = Number(day.slice(0, 4)) - (day.slice(5) < start ? 1 : 0)
  return { first: `${year}-${start}`, label: start === '01-01' ? String(year) : `${year}/${year + 1}` }
}
