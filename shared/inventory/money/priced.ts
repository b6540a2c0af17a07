import type { Belief } from '../belief.ts'
import type { Entitlement } from '../entitlements.ts'

/**
 * The subscriptions whose prices make a total. Where a console shows purchases and beside them all of them together, only
 * one of the two counts: the purchases, unless none of them says a price.
 */
export const pricedOf = (entitlements: Iterable<Entitlement>): Belief<'subscription'>[] =>
  [...entitlements].flatMap(({ pool, purchases }) =>
    pool && !purchases.some(({ values }) => values.unitPrice ?? values.totalPrice) ? [pool] : purchases,
  )
