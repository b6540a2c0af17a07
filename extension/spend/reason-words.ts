import type { NotConverted } from '../../shared/inventory/money/rates.ts'
import type { NotForecast } from '../../shared/inventory/spend/forecast.ts'
import type { NotSpend } from '../../shared/inventory/spend/lines.ts'
import type { Match, MatchReason } from '../../shared/inventory/spend/matching.ts'
import { formatCount } from '../ui/format.ts'

/** What tells that a line pays for a subscription: each follows "by". */
const tellings: Record<Exclude<MatchReason, 'stated'>, string> = {
  'subscription-id': 'its subscription ID',
  sku: 'the SKU',
  name: 'the name',
  amount: 'what one bill of it came to then',
  'unit-price': 'the price of one unit then',
  period: 'the days',
  vendor: 'the vendor alone',
}

/** Why a line is said to pay for a subscription. The vendor is no reason to tell beside a better one. */
export function because(reasons: MatchReason[]): string {
  const told = reasons.flatMap((reason) =>
    reason === 'stated' || (reason === 'vendor' && reasons.length > 1) ? [] : [tellings[reason]],
  )
  return told.length === 0 ? 'as you or a colleague said' : `by ${told.join(', ')}`
}

export const whyAsked: Record<Extract<Match, { is: 'asked' }>['why'], string> = {
  several: 'Several subscriptions fit equally well',
  'vendor-only': 'Of a vendor in the inventory, and nothing says for which subscription',
  gone: 'The subscription that somebody named is not in the inventory any more',
}

export const notConverted: Record<NotConverted, string> = {
  'no-currency': 'its currency is not shown',
  'no-reporting-currency': 'the client has no currency',
  'unlisted-currency': 'its currency is not in ISO 4217',
  'no-rate': 'no exchange rate',
}

export const notForecast: Record<NotForecast['reason'], string> = {
  'no-price': 'price not shown',
  'no-quantity': 'number of seats not shown',
  unlimited: 'price is per unit, and units are unlimited',
  'no-basis': 'a lot does not say what its price is for',
  'no-pack-size': 'pack size not shown',
  'part-of-pack': 'seats are no whole packs',
  'several-currencies': 'lots in several currencies',
  'lots-incomplete': 'lots are fewer than its seats',
  'no-period': 'how often it is billed is not shown',
  'no-date': 'no day of its term is shown',
  trial: 'still a trial',
}

export const notSpend: Record<NotSpend, string> = {
  itemized: 'counted by its lines',
  draft: 'still a draft',
  void: 'void',
  refunded: 'refunded',
  'no-amount': 'amount not shown',
}

/** "3 no exchange rate, 1 amount not shown": how many for which reason, the most first. */
export function counted<T extends string>(reasons: Iterable<T>, said: Record<T, string>): string {
  const counts = new Map<T, number>()
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([reason, count]) => `${formatCount(count)} × ${said[reason]}`)
    .join(', ')
}
