import type { Month } from '../../shared/inventory/spend/split.ts'
import type { Budget } from '../../shared/model/client.ts'
import { formatMoney } from '../ui/format.ts'
import { t } from '../ui/language.ts'

/** A year that is over had a budget that nobody says here: the present one is no measure of it. */
export const isOpen = (months: Month[], now: Month): boolean => (months.at(-1) ?? '') >= now

/** A twelfth of a year; only drawn, so that it may be a fraction. */
export const ofMonth = ({ minor }: Budget): number => minor / 12

type Props = { of: Budget; total: bigint; currency: string; isWhole: boolean }

/** How a year's sum stands to the budget, in words: what the line tells the eye. A sum that lacks something says so. */
export function BudgetWords({ of, total, currency, isWhole }: Props) {
  const budget = formatMoney(of)
  if (of.currency !== currency) return <p class="faint">{t('spend.budget.otherCurrency', budget)}</p>
  const left = BigInt(of.minor) - total
  const isOver = left < 0n
  const amount = formatMoney({ minor: isOver ? -left : left, currency })
  const key = isOver ? 'over' : 'left'
  return (
    <p class={isOver ? 'tone-soon' : 'soft'}>
      {isWhole ? t(`spend.budget.${key}`, amount, budget) : t(`spend.budget.part.${key}`, amount, budget)}
    </p>
  )
}
