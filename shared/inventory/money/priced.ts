import type { Belief } from '../belief.ts'
import type { Entitlement } from '../entitlements.ts'
import { freeReason } from '../free.ts'

/**
 * The subscriptions whose prices make a total. Where a console shows purchases and beside them all of them together, only
 * one of the two counts: the purchases, unless none of them says a price. What is free lacks no price.
 */
export const pricedOf = (entitlements: Iterable<Entitlement>): Belief<'subscription'>[] =>
  [...entitlements].flatMap((entitlement) => {
    const { pool, purchases } = entitlement
    if (freeReason(entitlement) !== undefined) return []
    return pool && !purchases.some(({ values }) => values.unitPrice ?? values.totalPrice) ? [pool] : purchases
  })
