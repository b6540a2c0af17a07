import { formatDay } from '../ui/format.ts'
import { numbersIn } from '../ui/formatters.ts'
import { t } from '../ui/language.ts'
import { locale } from '../ui/locale.ts'
import { keptDays, type Taken } from './take.ts'

/** What became of a file: what is new, what was known, and what is too old to be kept. */
export function takenWords({ days, known, older, latest }: Taken): string {
  const sentences = [days === 0 ? t('rates.taken.nothing') : t('rates.taken.days', days)]
  if (latest !== undefined) sentences.push(t('rates.taken.latest', formatDay(latest)))
  if (known > 0) sentences.push(t('rates.taken.known', known))
  if (older > 0) sentences.push(t('rates.taken.older', older, keptDays))
  return sentences.join(' ')
}

/** Given as text: a rate has digits that a double loses. */
const rateText = (rate: string): string =>
  numbersIn(locale(), { maximumFractionDigits: 20 }).format(rate as `${number}`) // a plain decimal

/** "1.0827 USD, 0.94 CHF" */
export const pairsText = (rates: Record<string, string>): string =>
  Object.entries(rates)
    .map(([code, rate]) => `${rateText(rate)} ${code}`)
    .join(', ')
