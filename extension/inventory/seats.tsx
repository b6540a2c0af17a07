import type { Shown } from '../records/queries.ts'
import { formatCount } from '../ui/format.ts'
import { t } from '../ui/language.ts'
import { PositionBar } from '../ui/position-bar.tsx'
import { countOf } from '../ui/value-text.ts'

/** "18 of 25" under its bar; what is not shown is said, never counted as 0. */
export function Seats({ of }: { of: Shown['fields'] }) {
  const purchased = countOf(of.seatsPurchased?.value)
  const assigned = countOf(of.seatsAssigned?.value)
  const active = countOf(of.seatsActive?.value)
  if (of.unlimited?.value === true) return <span class="faint">{t('common.unlimited')}</span>
  if (purchased === undefined && assigned === undefined)
    return <span class="not-shown">{t('inventory.seatsNotShown')}</span>
  const over = purchased !== undefined && assigned !== undefined && assigned > purchased
  return (
    <>
      <span class="seats-bar">
        <PositionBar of={{ purchased, assigned, active }} />
      </span>
      <span class={over ? 'tone-late' : ''}>
        {assigned !== undefined && <>{formatCount(assigned)}</>}
        {assigned !== undefined && purchased !== undefined && <span class="faint"> {t('inventory.of')} </span>}
        {purchased !== undefined && formatCount(purchased)}
        {assigned === undefined && <span class="faint"> {t('common.seats')}</span>}
        {purchased === undefined && <span class="faint"> {t('common.assigned')}</span>}
      </span>
    </>
  )
}
