import { addDays } from '../../model/calendar.ts'
import { listedExponent } from '../../model/currencies.ts'
import type { Day } from '../../model/day.ts'
import type { Rate } from '../../model/rate.ts'
import { type Ratio, ratioOf, rounded, times, whole } from './ratio.ts'
import type { Exact } from './sums.ts'

/** The source of what the European Central Bank publishes, as a file of it is read. */
export const published = 'ECB'

export type RateKind = NonNullable<Rate['kind']>

/** The rate that turned an amount into another currency: what a total names. */
export type RateUsed = { from: string; to: string; on: Day; base: string; source: string | null; kind: RateKind }

type Dated = { used: RateUsed; ratio: Ratio; id: string }
type Wish = { kind?: RateKind; within?: number }

/** A published rate stands for the days until the next one: over the longest public holidays, not for longer. */
export const rateStandsFor = 7

/**
 * The rates of a workspace. A rate of another day than asked is the latest one on or before it, at most `within` days
 * old; none at all means that an amount is not converted: nothing here stands for "one to one".
 */
export class Rates {
  readonly #records: { id: string; values: Rate }[]
  readonly #byPair = new Map<string, Dated[]>()

  constructor(records: Iterable<{ id: string; values: Rate }>) {
    this.#records = [...records]
  }

  /** What it was made of, to be made anew elsewhere. */
  get records(): readonly { id: string; values: Rate }[] {
    return this.#records
  }

  find(from: string, to: string, day: Day, { kind = 'spot', within = rateStandsFor }: Wish = {}): Dated | undefined {
    const dated = this.#of(from, to, kind)
    // The last one that is not later than the day.
    let [low, high] = [0, dated.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((dated[middle]?.used.on ?? '') <= day) low = middle + 1
      else high = middle
    }
    const latest = dated[low - 1]
    return latest && latest.used.on >= addDays(day, -within) ? latest : undefined
  }

  /** Rounded once, half to even. Also of the same currency, which needs no rate. */
  convert({ minor, currency: from }: Exact, to: string | null, day: Day, wish?: Wish): Converted {
    if (from === null) return { ok: false, reason: 'no-currency' }
    if (to === null) return { ok: false, reason: 'no-reporting-currency' }
    if (from === to) return { ok: true, minor: BigInt(minor) }
    const [decimals, wanted] = [listedExponent(from), listedExponent(to)]
    if (decimals === undefined || wanted === undefined) return { ok: false, reason: 'unlisted-currency' }
    const rate = this.find(from, to, day, wish)
    if (rate === undefined) return { ok: false, reason: 'no-rate' }
    const shift = { num: 10n ** BigInt(wanted), den: 10n ** BigInt(decimals) }
    const exact = times(times(whole(minor), rate.ratio), shift)
    return { ok: true, minor: rounded(exact), rate: rate.used }
  }

  /** Made at the first question about a pair: one pass over the records, then a search in order of days. */
  #of(from: string, to: string, kind: RateKind): Dated[] {
    const pair = `${from} ${to} ${kind}`
    const known = this.#byPair.get(pair)
    if (known) return known
    const byDay = new Map<Day, Dated>()
    for (const { id, values } of this.#records) {
      const dated = values.kind === kind ? datedOf(id, values, from, to) : undefined
      const present = dated && byDay.get(dated.used.on)
      if (dated && (!present || stands(dated, present))) byDay.set(dated.used.on, dated)
    }
    const made = [...byDay.values()].sort((a, b) => (a.used.on < b.used.on ? -1 : 1))
    this.#byPair.set(pair, made)
    return made
  }
}

export type Converted = { ok: true; minor: bigint; rate?: RateUsed } | { ok: false; reason: NotConverted }
export type NotConverted = 'no-currency' | 'no-reporting-currency' | 'unlisted-currency' | 'no-rate'

/** A record that lacks what makes it a rate is none. Across by the base: 1 base is so many of `from`, and so many of `to`. */
function datedOf(id: string, { on, base, rates, source, kind }: Rate, from: string, to: string): Dated | undefined {
  if (on === undefined || base === undefined || rates === undefined || kind === undefined) return undefined
  const perBase = (currency: string) =>
    currency === base ? whole(1) : Object.hasOwn(rates, currency) ? ratioOf(rates[currency] ?? '') : undefined
  const [ofFrom, ofTo] = [perBase(from), perBase(to)]
  if (!ofFrom || !ofTo || ofFrom.num <= 0n || ofTo.num <= 0n) return undefined
  const ratio = { num: ofTo.num * ofFrom.den, den: ofTo.den * ofFrom.num }
  return { id, ratio, used: { from, to, on, base, source: source ?? null, kind } }
}

/**
 * Of two rates of one day, the one without a detour over a third currency, then what a person said before what a bank
 * published, then by source: the same on every device.
 */
function stands(a: Dated, b: Dated): boolean {
  const rank = ({ used, id }: Dated) =>
    `${used.base === used.from || used.base === used.to ? 0 : 1}\n${used.source === published ? 1 : 0}\n${used.source ?? '\uffff'}\n${used.base}\n${id}`
  return rank(a) < rank(b)
}
