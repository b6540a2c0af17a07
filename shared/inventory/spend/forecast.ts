import { addPace, dayNumber, dayOf, paceOf } from '../../model/calendar.ts'
import type { Day } from '../../model/day.ts'
import type { Uuid } from '../../model/id.ts'
import type { Belief } from '../belief.ts'
import { lotsBySubscription, runningOf } from '../money/annual.ts'
import { type Bill, billOf } from '../money/bill.ts'
import type { RateUsed } from '../money/rates.ts'
import type { LeftOut, TotalWish } from '../money/total.ts'
import { decisionsBySubscription } from '../terms/facts.ts'
import type { Covered } from './lines.ts'
import { outlookOf } from './outlook.ts'
import { byMonths, type Month, monthAfter, monthOf } from './split.ts'

/** Renewal: this falls after the running term, and nothing says that it renews. */
export type Certainty = 'sure' | 'if-renewed'

/** A bill to come: on the first day of what it covers, as nothing says that it is paid in arrears. */
export type ExpectedBill = {
  subscription: Uuid
  on: Day
  covers: Covered
  original: { minor: bigint; currency: string | null }
  /** In the client's currency, by the rate of today; absent where there is none. */
  minor?: bigint
  certainty: Certainty
}

export type NotForecast = { id: Uuid; reason: Extract<Bill, { known: false }>['reason'] | 'no-date' | 'trial' }

export type Forecast = {
  /** Cash: what is billed in the month. Spread: what the days of the month cost, also of a bill before the first month. */
  months: { month: Month; cash: Record<Certainty, bigint>; spread: Record<Certainty, bigint> }[]
  bills: ExpectedBill[]
  notForecast: NotForecast[]
  leftOut: LeftOut[]
  rates: RateUsed[]
}

type Facts = {
  subscriptions: Belief<'subscription'>[]
  lots: Belief<'lot'>[]
  decisions: Belief<'decision'>[]
}
type Wish = TotalWish & { today: Day; first: Month; count?: number }

/** What will be billed in the months to come, by the chain of terms and today's prices. Whole calendar months. */
export function forecastOf(facts: Facts, { today, first, count = 12, currency, rates, ...wish }: Wish): Forecast {
  const lotsOf = lotsBySubscription(facts.lots)
  const decisionsOf = decisionsBySubscription(facts.decisions)
  const horizon = { from: `${first}-01`, until: `${monthAfter(first, count)}-01` }
  const forecast: Forecast = { months: [], bills: [], notForecast: [], leftOut: [], rates: [] }
  const used = new Map<string, RateUsed>()
  for (const subscription of facts.subscriptions) {
    const { id, values } = subscription
    const running = runningOf(values, today)
    // What is canceled and still runs is paid for until it ends.
    if (running === 'ended' && (values.status === 'expired' || (values.endsOn ?? '') < today)) continue
    const bill = billOf(values, lotsOf.get(id) ?? [], today)
    const starts = values.contractStartsOn ?? values.startsOn
    const anchor = starts ?? values.renewsOn ?? dayAfter(values.endsOn)
    if (running === 'trial' || !bill.known || anchor === undefined) {
      forecast.notForecast.push({ id, reason: running === 'trial' ? 'trial' : bill.known ? 'no-date' : bill.reason })
      continue
    }
    const converted = rates.convert(bill.money, currency, today, wish)
    if (!converted.ok) forecast.leftOut.push({ id, money: bill.money, reason: converted.reason })
    else if (converted.rate) used.set(`${converted.rate.from}\n${converted.rate.on}`, converted.rate)
    const outlook = outlookOf(subscription, { decisions: decisionsOf.get(id) }, { today, until: horizon.until })
    const { sureUntil = '', endsOn = '9999-12-31' } = running === 'unconfirmed' ? {} : outlook
    for (const covers of periodsIn(horizon, { anchor, starts: starts !== undefined, endsOn }, bill))
      forecast.bills.push({
        subscription: id,
        on: covers.from,
        covers,
        original: bill.money,
        ...(converted.ok ? { minor: converted.minor } : {}),
        certainty: covers.from <= sureUntil ? 'sure' : 'if-renewed',
      })
  }
  forecast.rates = [...used].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, rate]) => rate)
  forecast.months = monthsOf(forecast.bills, first, count)
  return forecast
}

const dayAfter = (day: Day | undefined): Day | undefined => day && dayOf(dayNumber(day) + 1)

/**
 * The billed periods that touch the horizon, counted from the anchor itself, so that the end of a month is kept. The last
 * one is cut where the subscription ends: it is billed whole for fewer days.
 */
function periodsIn({ from, until }: Covered, { anchor, starts, endsOn }: Anchored, { period }: KnownBill): Covered[] {
  const pace = paceOf(period)
  const start = dayNumber(anchor)
  const days = dayNumber(from) - start
  // A period that is certainly not later than the horizon's first day; from there one by one.
  const about = pace.by === 'day' ? days / pace.count : days / (pace.count * (days > 0 ? 31 : 28))
  const periods: Covered[] = []
  for (let at = Math.max(starts ? 0 : -Infinity, Math.floor(about) - 1); ; at++) {
    const begins = dayOf(addPace(start, pace, at))
    if (begins >= until || begins > endsOn) return periods
    const next = dayOf(addPace(start, pace, at + 1))
    const after = endsOn < next ? (dayAfter(endsOn) ?? next) : next
    if (after > from) periods.push({ from: begins, until: after })
  }
}

/** The day from which periods are counted: where it is the first one of all, there are none before. */
type Anchored = { anchor: Day; starts: boolean; endsOn: Day }
type KnownBill = Extract<Bill, { known: true }>

function monthsOf(bills: ExpectedBill[], first: Month, count: number): Forecast['months'] {
  const months = Array.from({ length: count }, (_, at) => ({
    month: monthAfter(first, at),
    cash: { sure: 0n, 'if-renewed': 0n },
    spread: { sure: 0n, 'if-renewed': 0n },
  }))
  const byMonth = new Map(months.map((each) => [each.month, each]))
  for (const { on, covers, minor, certainty } of bills) {
    if (minor === undefined) continue
    const billed = byMonth.get(monthOf(on))
    if (billed) billed.cash[certainty] += minor
    for (const part of byMonths(minor, covers)) {
      const month = byMonth.get(part.month)
      if (month) month.spread[certainty] += part.minor
    }
  }
  return months
}
