import type { Rates } from '../../shared/inventory/money/rates.ts'
import { type Total, totalOf } from '../../shared/inventory/money/total.ts'
import { groupOf, type Line } from '../../shared/inventory/renewal-lines.ts'
import type { Day } from '../../shared/model/day.ts'
import { t } from '../ui/language.ts'
import { totalParts } from '../ui/total-parts.ts'

export type Wish = { currency: string | null; rates: Rates; today: Day }
export type Worth = { total: Total; unpriced: number; count: number }

/** What some lines cost a year together; what has no price, or no rate, is named beside. */
export function worthOf(lines: Line[], { currency, rates, today }: Wish): Worth {
  const bought = lines.filter(({ type }) => type === 'subscription')
  const amounts = bought.flatMap(({ id, perYear }) => (perYear ? [{ id, money: perYear, on: today }] : []))
  const total = totalOf(amounts, { currency, rates })
  return { total, unpriced: bought.length - amounts.length, count: lines.length }
}

/** Of what nobody has decided yet, and what somebody must within three months. */
export const atStake = (lines: Line[], wish: Wish): Worth =>
  worthOf(
    lines.filter((line) => !line.settled && line.happens !== 'ends' && groupOf(line, wish.today) !== 'later'),
    wish,
  )

/** What is to decide, in words: the sum, and what it is without; where there is none, only how many have no amount. */
export function stakeWords({ total, unpriced, count }: Worth): { sum?: string; beside?: string } {
  const { text, without } = totalParts(total, unpriced)
  if (count === 0) return { beside: t('renewals.nothingAtStake') }
  if (text === '') return without === 0 ? {} : { beside: t('renewals.noSum', without) }
  return { sum: t('renewals.stake', text), ...(without === 0 ? {} : { beside: t('renewals.without', without) }) }
}

export function Stake({ of }: { of: Worth }) {
  const { sum, beside } = stakeWords(of)
  return (
    <p>
      {sum && <strong class="number">{sum}</strong>} {beside && <span class="faint">{beside}</span>}
    </p>
  )
}

/** Beside the name of a group: quieter, and only what can be said. */
export function GroupWorth({ of: { total, unpriced } }: { of: Worth }) {
  const { text } = totalParts(total, unpriced)
  return text === '' ? null : (
    <span class="renewals-worth number">
      {text} {t('common.yearly')}
    </span>
  )
}
