import type { Total } from '../../shared/inventory/money/total.ts'
import { formatMoney } from './format.ts'

/**
 * A total as it is written: one sum where something could be converted, else a sum in each currency; and how much it is
 * without: what has no price, and what has no rate.
 */
export function totalParts({ currency, minor, parts, leftOut, leftOutSums }: Total, unpriced: number) {
  const isConverted = currency !== null && parts.length > 0
  const sums = isConverted ? [{ currency, minor }] : leftOutSums
  const text = sums.map((sum) => formatMoney({ minor: Number(sum.minor), currency: sum.currency })).join(' + ')
  return { text, without: unpriced + (isConverted ? leftOut.length : 0) }
}
