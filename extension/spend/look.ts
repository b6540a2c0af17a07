import type { Rates } from '../../shared/inventory/money/rates.ts'
import type { TotalWish } from '../../shared/inventory/money/total.ts'
import type { SpendLine } from '../../shared/inventory/spend/lines.ts'
import {
  fiscalYearOf,
  type Heading,
  headings,
  type Share,
  type SpendView,
  sharesOf,
  within,
} from '../../shared/inventory/spend/look-back.ts'
import type { Paid } from '../../shared/inventory/spend/paid.ts'
import { type Month, monthAfter, monthOf } from '../../shared/inventory/spend/split.ts'
import type { Day } from '../../shared/model/day.ts'

/** What the bars of a month are made of. */
export type By = 'vendor' | 'category'

/** A series of the bars: one vendor or category, or all the small ones together. */
export type Series = { key: string; rest: boolean; byMonth: bigint[]; total: bigint }

export type LookBack = {
  label: string
  months: Month[]
  series: Series[]
  total: bigint
  /** As they were billed, where nothing can be converted. */
  original: Heading['original']
  vendors: Ranked[]
  categories: Ranked[]
  without: Pick<ReturnType<typeof sharesOf>, 'leftOut' | 'undated' | 'unspread'>
  rates: ReturnType<typeof sharesOf>['rates']
}

/** One heading of a year, beside what it was in the year before. */
export type Ranked = Heading & { before: bigint | undefined }

/** Where nothing of it could be converted, nobody knows what it is in that currency: that is not nought. */
export const isConverted = ({ minor, leftOut }: Heading): boolean => minor !== 0n || leftOut.length === 0

export type LookWish = TotalWish & { view: SpendView; by: By; first: Month; label: string }

/** More series than these cannot be told apart by their color. */
const mostSeries = 6

export const vendorOf = ({ line }: Pick<Share, 'line'>): string => line.vendors[0] ?? ''
export const categoryOf = ({ line }: Pick<Share, 'line'>): string => line.category ?? ''
const keyOf = { vendor: vendorOf, category: categoryOf }

/** A year from its first month: what was spent in each, in the currency of the wish as far as there are rates. */
export function lookBack({ lines }: Pick<Paid, 'lines'>, { view, by, first, label, ...wish }: LookWish): LookBack {
  const { shares, rates, ...without } = sharesOf(lines, view, wish)
  const months = Array.from({ length: 12 }, (_, at) => monthAfter(first, at))
  const ofYear = within(shares, first, monthAfter(first, 11))
  const before = within(shares, monthAfter(first, -12), monthAfter(first, -1))
  const told = new Set(ofYear.map(({ line }) => line.id))
  const [all] = headings(ofYear, () => '')
  const ranked = (of: (share: Share) => string): Ranked[] => {
    const former = new Map(headings(before, of).flatMap((was) => (isConverted(was) ? [[was.key, was.minor]] : [])))
    return headings(ofYear, of)
      .map((heading) => ({ ...heading, before: former.get(heading.key) }))
      .sort((a, b) => compare(b.minor, a.minor))
  }
  return {
    label,
    months,
    series: seriesOf(ofYear, months, keyOf[by]),
    total: all?.minor ?? 0n,
    original: all?.original ?? [],
    vendors: ranked(vendorOf),
    categories: ranked(categoryOf),
    without: {
      leftOut: without.leftOut.filter(({ id }) => told.has(id)),
      unspread: without.unspread.filter((id) => told.has(id)),
      undated: without.undated,
    },
    rates,
  }
}

/** The largest first; what is behind them is one series, so that the bars are whole. */
function seriesOf(shares: Share[], months: Month[], keyOf: (share: Share) => string): Series[] {
  const place = new Map(months.map((month, at) => [month, at]))
  const byKey = new Map<string, Series>()
  for (const share of shares) {
    const at = place.get(share.month)
    if (at === undefined || share.minor === undefined) continue
    const key = keyOf(share)
    const series = byKey.get(key) ?? { key, rest: false, byMonth: months.map(() => 0n), total: 0n }
    byKey.set(key, series)
    series.byMonth[at] = (series.byMonth[at] ?? 0n) + share.minor
    series.total += share.minor
  }
  const all = [...byKey.values()].sort((a, b) => compare(size(b.total), size(a.total)) || (a.key < b.key ? -1 : 1))
  if (all.length <= mostSeries) return all
  const [shown, others] = [all.slice(0, mostSeries - 1), all.slice(mostSeries - 1)]
  const byMonth = months.map((_, at) => others.reduce((sum, one) => sum + (one.byMonth[at] ?? 0n), 0n))
  const rest = { key: '', rest: true, byMonth, total: others.reduce((sum, one) => sum + one.total, 0n) }
  return [...shown, rest]
}

const size = (minor: bigint): bigint => (minor < 0n ? -minor : minor)
const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)

/** Twelve months to look back at: a year, or those up to today. */
export type Year = { label: string; first: Month; latest?: boolean }

/** The last twelve months, then every year in which something was billed or covered and the present one, the latest first. */
export function yearsOf(
  { lines }: Pick<Paid, 'lines'>,
  { today, fiscalYearStart, latest }: { today: Day; fiscalYearStart: string | undefined; latest: string },
): [Year, ...Year[]] {
  const years = new Map<string, Month>()
  const take = (day: Day | undefined) => {
    if (day === undefined) return
    const { label, first } = fiscalYearOf(day, fiscalYearStart)
    years.set(label, monthOf(first))
  }
  take(today)
  for (const { billedOn, covers } of lines) {
    take(billedOn)
    take(covers?.from)
  }
  const known = [...years].map(([label, first]) => ({ label, first }))
  return [
    { label: latest, first: monthAfter(monthOf(today), -11), latest: true },
    ...known.sort((a, b) => (a.first < b.first ? 1 : -1)),
  ]
}

/**
 * The currency of all sums: the client's. Where nobody said it and all bills are in one currency, that one; else there is
 * none, and no sum across currencies.
 */
export function reportingCurrency({ lines }: Pick<Paid, 'lines'>, own: string | undefined): string | null {
  if (own !== undefined) return own
  const [only, ...others] = new Set(lines.map(({ billed }) => billed.currency))
  return others.length === 0 ? (only ?? null) : null
}

export type ConvertLine = (line: SpendLine) => bigint | undefined

/** Each line at the rate of its own day. */
export const convertLines =
  (rates: Rates, currency: string | null, today: Day): ConvertLine =>
  ({ billed, billedOn, covers }) => {
    const converted = rates.convert(billed, currency, billedOn ?? covers?.from ?? today)
    return converted.ok ? converted.minor : undefined
  }
