import type { Due } from '../../shared/inventory/terms/due.ts'
import { daysBetween } from '../../shared/model/calendar.ts'
import type { Day } from '../../shared/model/day.ts'
import { urgencyOf } from '../ui/day-words.tsx'
import { ageOf, dayOf, formatCount, formatDay, formatMoney, relativeDay } from '../ui/format.ts'
import { part, t } from '../ui/language.ts'
import type { Around } from '../ui/list/column.ts'
import { PositionBar } from '../ui/position-bar.tsx'
import { valueText } from '../ui/value-text.ts'
import type { Entry, Seats, YearlyPrice } from './entries.ts'

/** The cells of the list: each says the figure first, and below it, smaller, what belongs to it. */
export function NameCell({ of: entry, around }: { of: Entry; around: Around }) {
  const { id, status } = entry
  const [name, beside] = namesIn(entry, around)
  return (
    <span class="entry-name">
      <a class="cut" href={`#inventory/${id}`}>
        {name}
      </a>
      <span class="cut faint">
        {status !== undefined && status !== 'active' && (
          <span class={isWarning(status) ? 'tone-soon' : ''}>
            {valueText('subscription', 'status', status)}
            {beside !== '' && ' · '}
          </span>
        )}
        {beside}
      </span>
    </span>
  )
}

const isWarning = (status: Entry['status']) => status === 'past-due' || status === 'suspended'

/** What the head above it says already is not said again. */
function namesIn({ product, plan, vendor, account, part }: Entry, { group, level }: Around): [string, string] {
  const partWords = part === 'pool' ? [t('inventory.allPurchases')] : []
  if (level === 2) {
    const told = plan ?? account ?? t('inventory.onePurchase')
    return [told, [...partWords, ...(plan === undefined ? [] : [account ?? ''])].filter(Boolean).join(' · ')]
  }
  const beside = [
    ...partWords,
    plan ?? '',
    group === 'vendor' ? '' : vendor.name,
    group === 'account' ? '' : (account ?? ''),
  ]
  return [product.name, beside.filter(Boolean).join(' · ')]
}

export function StatusCell({ of: { status } }: { of: Entry }) {
  if (status === undefined) return <NotShown />
  return <span class={isWarning(status) ? 'tone-soon' : ''}>{valueText('subscription', 'status', status)}</span>
}

export const TextCell = ({ of }: { of: string | undefined }) =>
  of === undefined || of === '' ? <NotShown /> : <span class="cut entry-text">{of}</span>

const NotShown = () => <span class="not-shown">{t('common.notShown')}</span>

export function SeatsCell({ of: { purchased, assigned, active, unlimited } }: { of: Seats }) {
  if (purchased === undefined && assigned === undefined)
    return (
      <span class={`entry-seats plain ${unlimited ? '' : 'not-shown'}`}>
        {unlimited ? t('common.unlimited') : t('inventory.seatsNotShown')}
      </span>
    )
  const over = !unlimited && purchased !== undefined && assigned !== undefined && assigned > purchased
  const bought = unlimited ? t('inventory.unlimitedShort') : purchased !== undefined && formatCount(purchased)
  return (
    <span class="entry-seats">
      {!unlimited && <PositionBar of={{ purchased, assigned, active }} />}
      <span class={over ? 'tone-late' : ''}>
        {assigned !== undefined && formatCount(assigned)}
        {assigned !== undefined && bought && <span class="faint"> {t('inventory.of')} </span>}
        {bought}
        {(assigned === undefined || !bought) && (
          <span class="faint"> {bought ? t('common.seats') : t('common.assigned')}</span>
        )}
      </span>
      <span class="faint under">
        {active === undefined ? t('inventory.activeNotShown') : t('inventory.activeOf', active)}
      </span>
    </span>
  )
}

/** Seats that nobody has; where more are given than bought, there are none. */
export const unassignedOf = ({ purchased, assigned, unlimited }: Seats): number | undefined =>
  unlimited || purchased === undefined || assigned === undefined ? undefined : Math.max(0, purchased - assigned)

export function UnassignedCell({ of }: { of: Seats }) {
  const free = unassignedOf(of)
  if (free === undefined)
    return of.unlimited ? <span class="faint">{t('inventory.unlimitedShort')}</span> : <NotShown />
  return <span class={free === 0 ? 'faint' : ''}>{formatCount(free)}</span>
}

export function PriceCell({ of }: { of: YearlyPrice }) {
  if (of.is !== 'known')
    return (
      <span class={of.is === 'unknown' ? 'not-shown' : 'faint'}>
        {of.is === 'unknown' ? t(`inventory.unpriced.${part(of.why)}`) : t(`inventory.unpaid.${part(of.is)}`)}
      </span>
    )
  const { money, converted, unconfirmed } = of
  const below = [converted && formatMoney(money), unconfirmed && t('inventory.unconfirmed')].filter(Boolean).join(' · ')
  return (
    <span class="entry-two">
      <span>
        {formatMoney(converted ?? money)} <span class="faint without-head">{t('common.yearly')}</span>
      </span>
      {below !== '' && <span class="faint under">{below}</span>}
    </span>
  )
}

export function DueCell({ of, today }: { of: Due | undefined; today: Day }) {
  if (!of) return <span class="not-shown">{t('inventory.renewalNotShown')}</span>
  const tone = urgencyOf(of.on, today, of.how)
  return (
    <span class="entry-two">
      <span class={tone ? `tone-${tone}` : ''}>
        <span class="faint">{t(`inventory.how.${part(of.how)}`)}</span> <time dateTime={of.on}>{formatDay(of.on)}</time>
      </span>
      <span class={`under ${tone ? `tone-${tone}` : 'faint'}`}>{relativeDay(of.on, today)}</span>
    </span>
  )
}

/** A fact that nobody has looked at for long is not told as if it were of today. */
const oldAfter = 90
export const isOld = (seenAt: string, today: Day): boolean =>
  seenAt !== '' && daysBetween(dayOf(new Date(seenAt)), today) > oldAfter

export function AgeCell({ of, today }: { of: string; today: Day }) {
  if (of === '') return <span class="entry-age faint">{t('inventory.neverSeen')}</span>
  const age = ageOf(of, new Date())
  return (
    <span class={`entry-age ${isOld(of, today) ? 'tone-soon' : 'faint'}`}>
      <span class="under-head">{age}</span>
      <span class="without-head">{t('inventory.seen', age)}</span>
    </span>
  )
}
