import type { SeatsCost } from '../../shared/inventory/people/cost.ts'
import type { SeatCost } from '../../shared/inventory/people/seats.ts'
import { formatMoney } from '../ui/format.ts'
import { part, t } from '../ui/language.ts'

export const amountsOf = ({ sums }: SeatsCost): string =>
  sums.map(({ minor, currency }) => formatMoney({ minor: Number(minor), currency })).join(' + ')

/** What somebody's seats cost a year; what is not in it is said beside. */
export function CostWords({ of, held }: { of: SeatsCost; held: number }) {
  const without = of.unpriced + of.unconverted
  if (held === 0) return <span class="number" />
  if (of.sums.length === 0)
    return without > 0 ? (
      <span class="number not-shown">{t('common.priceNotShown')}</span>
    ) : (
      <span class="number faint">{t('people.cost.nothing')}</span>
    )
  return (
    <span class="number people-cost">
      <span>
        {of.upTo && <span class="faint">{t('people.upTo')} </span>}
        {amountsOf(of)}
      </span>
      {without > 0 && <span class="faint">{t('people.without', without)}</span>}
    </span>
  )
}

/** One seat, in the currency of its price. */
export function SeatCostWords({ of }: { of: SeatCost }) {
  if (of.is === 'nothing') return <span class="faint">{t('people.cost.nothing')}</span>
  if (of.is === 'unknown') return <span class="not-shown">{t(`people.cost.${part(of.why)}`)}</span>
  return (
    <>
      {of.upTo && <span class="faint">{t('people.upTo')} </span>}
      {formatMoney(of.yearly)}
    </>
  )
}

/** The total of all seats, in one line. */
export function TotalCost({ of }: { of: SeatsCost }) {
  if (of.sums.length === 0) return null
  return (
    <>
      {' · '}
      {of.upTo && `${t('people.upTo')} `}
      <strong class="number">{amountsOf(of)}</strong> {t('common.yearly')}
    </>
  )
}
