import { isFreeMicrosoftSku } from '../vendor-directory/free-skus.ts'
import type { Belief } from './belief.ts'
import type { Entitlement } from './entitlements.ts'

/** Why nothing of it is waste: it costs nothing. */
export type FreeReason = 'free-sku' | 'zero-price' | 'free-plan'

/** A plan is called free by a word of its own: "Free", "Free plan"; not "Freedom", "Ad-free" or "Free trial". */
const saysFree = /(?:^|[\s(_])free(?!\s*trial)(?:$|[\s)_-])/i
/** A product by its last word: "Slack Free"; not "Toll-free numbers". */
const endsFree = /(?:^|[\s(_])free\)?$/i

export function freeReason({ vendor, pool, purchases }: Entitlement): FreeReason | undefined {
  const reasons = (pool ? [pool] : purchases).map((subscription) => reasonOf(vendor.key, subscription))
  const [first] = reasons
  return reasons.every((reason) => reason !== undefined) ? first : undefined
}

function reasonOf(
  vendor: string,
  { values: { sku, plan, product, status, unitPrice, totalPrice } }: Belief<'subscription'>,
): FreeReason | undefined {
  if (vendor === 'microsoft.com' && sku !== undefined && isFreeMicrosoftSku(sku)) return 'free-sku'
  const price = totalPrice ?? unitPrice
  if (price !== undefined) return price.minor === 0 && (unitPrice?.minor ?? 0) === 0 ? 'zero-price' : undefined
  // A trial is free until it is not.
  if (status === 'trialing') return undefined
  return saysFree.test(plan ?? '') || endsFree.test(product ?? '') ? 'free-plan' : undefined
}
