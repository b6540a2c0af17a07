import type { Day } from '../../model/day.ts'
import type { Lot } from '../../model/lot.ts'
import type { Subscription } from '../../model/subscription.ts'
import type { Belief } from '../belief.ts'
import { grouped } from '../grouped.ts'
import { billOf } from '../money/bill.ts'
import type { PricePoint } from '../money/price-history.ts'
import { always, amountKey, type PricedDays } from './amount-days.ts'
import { daysOfLots } from './lot-days.ts'

/**
 * What a subscription cost on the days of its life. A price holds from when the one before it was last seen until the next
 * one was first seen: nobody saw on which day between the two it changed, so there it may have been either. The first that
 * is known stands for all days before it, the present one for all to come. Lots have days of their own.
 */
export function pricedDaysOf(
  { values, from }: Belief<'subscription'>,
  lots: Lot[],
  history: PricePoint[],
): PricedDays[] {
  const seen = pricesSeen(values, history)
  const spans = seen.map(
    ({ price }, at): PricedDays => ({
      ...price,
      from: seen[at - 1]?.last ?? always.from,
      to: seen[at + 1]?.first ?? always.to,
    }),
  )
  // What a person corrects holds from then on, whatever the console goes on to show.
  const present = priceIn(values)
  const days = [from('unitPrice'), from('totalPrice')].flatMap((belief) => (belief ? [belief.at.slice(0, 10)] : []))
  const since = days.sort().at(-1) ?? ''
  const before = seen.findLast(({ first, price }) => first < since && !same(price, present))
  const [begins = always.from] = before ? [before.last, since].sort() : []
  return [...spans, { ...present, from: begins, to: always.to }, ...daysOfLots(values, lots)].filter(
    ({ amounts, unitPrice }) => amounts.length > 0 || unitPrice,
  )
}

type Price = Pick<PricedDays, 'amounts' | 'unitPrice'>
type Seen = { price: Price; first: Day; last: Day }

/** One entry for as long as the same was seen, in the order of the days. */
function pricesSeen(values: Subscription, history: PricePoint[]): Seen[] {
  const seen: Seen[] = []
  for (const [at, points] of grouped(history, (point) => point.at)) {
    const price = priceIn(valuesThen(values, points))
    const day = at.slice(0, 10)
    const latest = seen.at(-1)
    if (latest && same(latest.price, price)) latest.last = day
    else seen.push({ price, first: day, last: day })
  }
  return seen
}

/** How many there were is as it is today where the price was seen without it. */
function valuesThen({ unitPrice: _, totalPrice: __, ...values }: Subscription, points: PricePoint[]): Subscription {
  const then: Subscription = { ...values }
  for (const { field, price, basis, packSize, quantity, period } of points) {
    then[field] = price
    if (field === 'unitPrice' || then.unitPrice === undefined) then.priceBasis = basis
    if (packSize !== undefined) then.packSize = packSize
    if (quantity !== undefined) then.seatsPurchased = quantity
    if (period) then.pricePeriod = period
  }
  return then
}

function priceIn(values: Subscription): Price {
  const bill = billOf(values, [], '')
  const { unitPrice } = values
  return {
    amounts: bill.known && bill.money.currency !== null ? [amountKey(bill.money.currency, bill.money.minor)] : [],
    ...(unitPrice ? { unitPrice } : {}),
  }
}

const same = (a: Price, b: Price): boolean =>
  a.amounts[0] === b.amounts[0] &&
  a.unitPrice?.minor === b.unitPrice?.minor &&
  a.unitPrice?.currency === b.unitPrice?.currency
