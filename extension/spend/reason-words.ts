import type { NotConverted } from '../../shared/inventory/money/rates.ts'
import type { NotForecast } from '../../shared/inventory/spend/forecast.ts'
import type { NotSpend } from '../../shared/inventory/spend/lines.ts'
import type { Match, MatchReason } from '../../shared/inventory/spend/matching.ts'
import { formatCount } from '../ui/format.ts'
import { part, t } from '../ui/language.ts'

/** Why a line is said to pay for a subscription. The vendor is no reason to tell beside a better one. */
export function because(reasons: MatchReason[]): string {
  const told = reasons.flatMap((reason) =>
    reason === 'stated' || (reason === 'vendor' && reasons.length > 1) ? [] : [t(`spend.reasons.told.${part(reason)}`)],
  )
  return told.length === 0 ? t('spend.reasons.stated') : t('spend.reasons.by', told.join(', '))
}

export const whyAsked = (why: Extract<Match, { is: 'asked' }>['why']): string => t(`spend.reasons.asked.${part(why)}`)

export const notConvertedWords = (reasons: NotConverted[]): string =>
  counted(reasons, (reason) => t(`spend.reasons.notConverted.${part(reason)}`))

export const notForecastWords = (reasons: NotForecast['reason'][]): string =>
  counted(reasons, (reason) => t(`spend.reasons.notForecast.${part(reason)}`))

export const notSpendWords = (reasons: NotSpend[]): string =>
  counted(reasons, (reason) => t(`spend.reasons.notSpend.${part(reason)}`))

/** "3 × no exchange rate, 1 × amount not shown": how many for which reason, the most first. */
function counted<T extends string>(reasons: T[], said: (reason: T) => string): string {
  const counts = new Map<T, number>()
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([reason, count]) => `${formatCount(count)} × ${said(reason)}`)
    .join(', ')
}
