import type { Day } from '../model/day.ts'
import type { Lot } from '../model/lot.ts'
import type { Subscription } from '../model/subscription.ts'
import type { Belief } from './belief.ts'
import type { Entitlement } from './entitlements.ts'
import type { Assessed } from './findings/context.ts'
import { isValid } from './money/price.ts'
import { over, type Ratio, rounded, times, whole } from './money/ratio.ts'
import { timesPerYear } from './money/year.ts'

type Priced = { minor: bigint; currency: string; exact: boolean }

/**
 * What giving back one seat saves a year. Of several prices the least, and then, as with a pack of which only the whole
 * can be given back or a total that was divided, it is said to be "up to".
 */
export function seatPerYear(
  { purchases, pool }: Entitlement,
  lotsOf: (id: string) => Lot[],
  today: Day,
): Assessed['seatPerYear'] {
  const all = purchases.length > 0 ? purchases : pool ? [pool] : []
  const found = all.flatMap((each) =>
    pricesOf(
      each,
      lotsOf(each.id).filter((lot) => isValid(lot, today)),
    ),
  )
  const priced = found.filter((one) => typeof one !== 'string')
  const [first] = priced
  if (!first) return found.includes('flat') ? 'flat' : 'no-price'
  if (priced.some(({ currency }) => currency !== first.currency)) return 'mixed-currencies'
  const least = priced.reduce((a, b) => (b.minor < a.minor ? b : a))
  const one = priced.every(({ minor, exact }) => exact && minor === least.minor) && priced.length === found.length
  if (least.minor > BigInt(Number.MAX_SAFE_INTEGER)) return 'no-price'
  return { yearly: { minor: Number(least.minor), currency: least.currency }, upTo: !one }
}

function pricesOf({ values }: Belief<'subscription'>, lots: Lot[]): (Priced | 'flat' | 'no-price')[] {
  const period = values.pricePeriod ?? values.billingPeriod
  if (!period) return ['no-price']
  const ofLots = lots.map((lot) => yearly(lot.price, lot.priceBasis, lot.packSize, period))
  return ofLots.length > 0 ? ofLots : [ofValues(values, period)]
}

function ofValues(
  values: Subscription,
  period: NonNullable<Subscription['billingPeriod']>,
): Priced | 'flat' | 'no-price' {
  const { unitPrice, totalPrice, priceBasis, packSize, seatsPurchased } = values
  if (unitPrice) return yearly(unitPrice, priceBasis ?? 'per-unit', packSize, period)
  if (!totalPrice || totalPrice.currency === null) return 'no-price'
  if (priceBasis === 'flat') return 'flat'
  const units = priceBasis === undefined ? seatsPurchased : priceBasis === 'per-unit' ? 1 : packSize
  const year = units ? over(times(whole(totalPrice.minor), timesPerYear(period)), whole(units)) : undefined
  return year ? { minor: rounded(year), currency: totalPrice.currency, exact: priceBasis === 'per-unit' } : 'no-price'
}

function yearly(
  price: Lot['price'],
  basis: Lot['priceBasis'],
  packSize: number | undefined,
  period: NonNullable<Subscription['billingPeriod']>,
): Priced | 'flat' | 'no-price' {
  if (basis === 'flat') return 'flat'
  if (!price || price.currency === null || basis === undefined) return 'no-price'
  const year: Ratio = times(whole(price.minor), timesPerYear(period))
  if (basis === 'per-unit') return { minor: rounded(year), currency: price.currency, exact: true }
  const seat = packSize ? over(year, whole(packSize)) : undefined
  return seat ? { minor: rounded(seat), currency: price.currency, exact: false } : 'no-price'
}
