import type { Day } from '../../model/day.ts'
import type { Uuid } from '../../model/id.ts'
import type { Lot } from '../../model/lot.ts'
import type { Subscription } from '../../model/subscription.ts'
import type { Belief } from '../belief.ts'
import { addTo } from '../grouped.ts'
import { type Price, priceOf, type Unpriced } from './price.ts'
import { rounded, times, whole } from './ratio.ts'
import { type Amount, type Total, type TotalWish, totalOf } from './total.ts'
import { timesPerYear } from './year.ts'

export type Annual =
  | { known: true; money: { minor: bigint; currency: string | null }; price: Extract<Price, { known: true }> }
  | { known: false; reason: Unpriced | 'no-period' }

/** What a subscription costs a year at today's price: a view of its price, rounded once and stored nowhere. */
export function annualOf(values: Subscription, lots: Lot[], today: Day): Annual {
  const price = priceOf(values, lots, today)
  if (!price.known) return price
  const period = values.pricePeriod ?? values.billingPeriod
  if (period === undefined) return { known: false, reason: 'no-period' }
  const { minor, currency } = price.money
  return { known: true, money: { minor: rounded(times(whole(minor), timesPerYear(period))), currency }, price }
}

export type Running = 'runs' | 'ended' | 'trial' | 'unconfirmed'

/** Unconfirmed: the term that was seen is over, and nothing says whether it renewed. */
export function runningOf(values: Subscription, today: Day): Running {
  const { status, endsOn, renewsOn, autoRenews, renewalMode } = values
  if (status === 'canceled' || status === 'expired') return 'ended'
  if (status === 'trialing') return 'trial'
  const isOver = endsOn !== undefined ? endsOn < today : renewsOn !== undefined && renewsOn <= today
  if (!isOver || autoRenews === true || renewalMode === 'tacit') return 'runs'
  return autoRenews === false || renewalMode === 'none' ? 'ended' : 'unconfirmed'
}

/** What is due again, as far as anybody knows. */
export const isPaying = (running: Running): boolean => running === 'runs' || running === 'unconfirmed'

export type AnnualTotal = Total & {
  /** No amount can be named for these, so that the total is without them. */
  unpriced: { id: Uuid; reason: Unpriced | 'no-period' }[]
  /** In the total although nothing shows that their term renewed. */
  unconfirmed: Uuid[]
  /** Not in the total, as they cost nothing any more, or nothing yet. */
  ended: Uuid[]
  trials: Uuid[]
}

/** What all that runs costs a year, in the client's currency. */
export function annualTotal(
  subscriptions: Belief<'subscription'>[],
  lots: Belief<'lot'>[],
  { today, ...wish }: TotalWish & { today: Day },
): AnnualTotal {
  const lotsOf = lotsBySubscription(lots)
  const amounts: Amount[] = []
  const beside: Pick<AnnualTotal, 'unpriced' | 'unconfirmed' | 'ended' | 'trials'> = {
    unpriced: [],
    unconfirmed: [],
    ended: [],
    trials: [],
  }
  for (const { id, values } of subscriptions) {
    const running = runningOf(values, today)
    if (running === 'ended') beside.ended.push(id)
    else if (running === 'trial') beside.trials.push(id)
    else {
      const annual = annualOf(values, lotsOf.get(id) ?? [], today)
      if (!annual.known) beside.unpriced.push({ id, reason: annual.reason })
      else amounts.push({ id, money: annual.money, on: today })
      if (annual.known && running === 'unconfirmed') beside.unconfirmed.push(id)
    }
  }
  return { ...totalOf(amounts, wish), ...beside }
}

export function lotsBySubscription(lots: Belief<'lot'>[]): Map<Uuid, Lot[]> {
  const bySubscription = new Map<Uuid, Lot[]>()
  for (const { values } of lots)
    if (values.subscription !== undefined) addTo(bySubscription, values.subscription, values)
  return bySubscription
}
