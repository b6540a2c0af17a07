import { isFreeMicrosoftSku } from '../vendor-directory/free-skus.ts'
import type { Belief } from './belief.ts'
import type { Entitlement } from './entitlements.ts'

/** Why nothing of it is waste: it costs nothing. */
export type FreeReason = 'free-sku' | 'zero-price' | 'free-plan'

/** A plan is called free by a word of its own: "Free", "Slack Free", not "Freedom". */
const saysFree = /(?:^|[\s(_-])free(?:$|[\s)_-])/i

export function freeReason({ vendor, pool, purchases }: Entitlement): FreeReason | undefined {
  const reasons = (pool ? [pool] : purchases).map((subscription) => reasonOf(vendor.key, subscription))
  const [first] = reasons
  return reasons.every((reason) => reason !== undefined) ? first : undefined
}

function reasonOf(
  vendor: string,
  { values: { sku, plan, product, unitPrice, totalPrice } }: Belief<'subscription'>,
): FreeReason | undefined {
  if (vendor === 'microsoft.com' && sku !== undefined && isFreeMicrosoftSku(sku)) return 'free-sku'
  const price = totalPrice ?? unitPrice
  if (price !== undefined) return price.minor === 0 && (unitPrice?.minor ?? 0) === 0 ? 'zero-price' : undefined
  return saysFree.test(plan ?? '') || saysFree.test(product ?? '') ? 'free-plan' : undefined
}
