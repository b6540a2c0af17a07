import type { Sum } from '../../shared/inventory/money/sums.ts'
import type { Month } from '../../shared/inventory/spend/split.ts'
import { formatDay, formatMoney } from '../ui/format.ts'
import { daysIn, numbersIn } from '../ui/formatters.ts'
import { t } from '../ui/language.ts'
import { locale } from '../ui/locale.ts'

/** "Mar", or "Mar 2026" where the year is not said beside it. */
export function monthWords(month: Month, year = false): string {
  const options = { month: 'short', timeZone: 'UTC' } as const
  return daysIn(locale(), year ? { ...options, year: 'numeric' } : options).format(Date.parse(`${month}-01`))
}

/** "€10K": where an axis has no room for more. */
export function shortMoney(minor: number, currency: string, exponent: number): string {
  const options = { style: 'currency', currency, notation: 'compact', maximumFractionDigits: 1 } as const
  return numbersIn(locale(), options).format(minor / 10 ** exponent)
}

export const sumsWords = (sums: Sum[]): string => sums.map((sum) => formatMoney(sum)).join(' + ')

export const lookBackWords = (label: string): string =>
  label === t('spend.latest') ? t('spend.lookBackLatest') : t('spend.lookBack', label)

/** By which rates a pair was converted, from the first to the last of their days. */
export const ratesWords = (pair: string, first: string, last: string): string =>
  first === last
    ? t('spend.rateOfDay', pair, formatDay(first))
    : t('spend.rateOfDays', pair, formatDay(first), formatDay(last))
