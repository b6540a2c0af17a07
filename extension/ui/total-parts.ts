import { type Summed, summed, type Total } from '../../shared/inventory/money/total.ts'
import { formatMoney } from './format.ts'

/** A total as it is written, and how much it is without. */
export function totalParts(total: Total, unpriced: number) {
  const { sums, without } = summed(total, unpriced)
  return { text: sumsText({ sums }), without }
}

export const sumsText = ({ sums }: Pick<Summed, 'sums'>): string => sums.map((sum) => formatMoney(sum)).join(' + ')
