import type { Assessed } from './context.ts'
import type { Finding, Saving } from './finding.ts'

/** What so many seats of an entitlement cost a year, and from when they can be given back. */
export function savingOf(seats: number, { seatPerYear, releaseOn }: Assessed): Pick<Finding, 'saving' | 'unsaid'> {
  if (typeof seatPerYear === 'string') return { unsaid: seatPerYear }
  const minor = BigInt(seatPerYear.yearly.minor) * BigInt(seats)
  // Beyond an exact integer no amount is named.
  if (minor > BigInt(Number.MAX_SAFE_INTEGER)) return { unsaid: 'no-price' }
  const saving: Saving = {
    yearly: { minor: Number(minor), currency: seatPerYear.yearly.currency },
    upTo: seatPerYear.upTo,
    ...(releaseOn === undefined ? {} : { realizableFrom: releaseOn }),
  }
  return { saving }
}

export const about = ({ entitlement: { vendor, product, key } }: Assessed) => ({
  subject: key,
  vendor: vendor.name,
  product: product.name,
})
