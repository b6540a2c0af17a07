import type { Day } from '../../model/day.ts'
import type { Lot } from '../../model/lot.ts'
import type { Subscription } from '../../model/subscription.ts'
import type { Exact } from './sums.ts'

/** Why nobody can say what a subscription costs. */
export type Unpriced =
  | 'no-price'
  | 'no-quantity'
  | 'unlimited'
  | 'no-basis'
  | 'no-pack-size'
  | 'part-of-pack'
  | 'several-currencies'
  | 'lots-incomplete'

/** The price of all of a subscription for one period, and what it was worked out from. */
export type Price =
  | { known: true; money: { minor: bigint; currency: string | null }; by: 'total' | 'unit-price' | 'lots' }
  | { known: false; reason: Unpriced }

const unknown = (reason: Unpriced) => ({ known: false, reason }) as const

/**
 * A total price is the price of all, a unit price is multiplied by what it is the price of: a pack of 13 seats for $250 is
 * 250, however many sit in it. Lots stand before a console's price where all of them are priced and none is missing.
 */
export function priceOf(values: Subscription, lots: Lot[], today: Day): Price {
  const ofLots = priceOfLots(
    lots.filter((lot) => isValid(lot, today)),
    values,
  )
  if (ofLots?.known) return ofLots
  const { totalPrice, unitPrice, priceBasis } = values
  // A person's word about a price that stands alone; beside a unit price, a total is what its name says.
  const multiplied = totalPrice && !unitPrice && (priceBasis === 'per-unit' || priceBasis === 'per-pack')
  if (totalPrice && !multiplied) return known(BigInt(totalPrice.minor), totalPrice, 'total')
  const one = totalPrice ?? unitPrice
  if (!one) return ofLots ?? unknown('no-price')
  const units = unitsPriced(values)
  return typeof units === 'string' ? unknown(units) : known(BigInt(one.minor) * units, one, 'unit-price')
}

const known = (minor: bigint, { currency }: Exact, by: 'total' | 'unit-price' | 'lots'): Price => ({
  known: true,
  money: { minor, currency },
  by,
})

export const isValid = ({ startsOn, endsOn }: Lot, day: Day): boolean =>
  (startsOn === undefined || startsOn <= day) && (endsOn === undefined || endsOn >= day)

/** How often a unit price is paid. */
function unitsPriced({
  priceBasis = 'per-unit',
  seatsPurchased,
  packSize,
  unlimited,
}: Subscription): bigint | Unpriced {
  if (priceBasis === 'flat') return 1n
  if (unlimited === true) return 'unlimited'
  if (seatsPurchased === undefined) return 'no-quantity'
  if (priceBasis === 'per-unit') return BigInt(seatsPurchased)
  if (packSize === undefined) return 'no-pack-size'
  return seatsPurchased % packSize === 0 ? BigInt(seatsPurchased / packSize) : 'part-of-pack'
}

/** Undefined without lots. Each purchase has its own price, and the subscription costs all of them together. */
function priceOfLots(lots: Lot[], { seatsPurchased }: Subscription): Price | undefined {
  const [first] = lots
  if (!first) return undefined
  let [minor, units] = [0n, 0]
  const currency = first.price?.currency ?? null
  for (const lot of lots) {
    const price = priceOfLot(lot)
    if (typeof price === 'string') return unknown(price)
    if (lot.price?.currency !== currency) return unknown('several-currencies')
    minor += price
    units += (lot.quantity ?? 0) * (lot.packSize ?? 1)
  }
  // Somebody typed the order of the five that were added, and the twenty before them are only in the console.
  if (seatsPurchased !== undefined && units !== seatsPurchased) return unknown('lots-incomplete')
  return known(minor, { minor, currency }, 'lots')
}

/** The quantity of a lot is in packs where its pack size is stated. */
export function priceOfLot({ price, priceBasis, quantity, packSize }: Lot): bigint | Unpriced {
  if (!price) return 'no-price'
  if (priceBasis === undefined) return 'no-basis'
  if (priceBasis === 'flat') return BigInt(price.minor)
  if (quantity === undefined) return 'no-quantity'
  if (priceBasis === 'per-unit') return BigInt(price.minor) * BigInt(quantity) * BigInt(packSize ?? 1)
  return packSize === undefined ? 'no-pack-size' : BigInt(price.minor) * BigInt(quantity)
}
