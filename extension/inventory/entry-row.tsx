import type { Due } from '../../shared/inventory/terms/due.ts'
import { daysBetween } from '../../shared/model/calendar.ts'
import type { Day } from '../../shared/model/day.ts'
import { urgencyOf } from '../ui/day-words.tsx'
import { ageOf, dayOf, formatCount, formatDay, formatMoney, relativeDay } from '../ui/format.ts'
import { part, t } from '../ui/language.ts'
import { PositionBar } from '../ui/position-bar.tsx'
import { totalParts } from '../ui/total-parts.ts'
import { valueText } from '../ui/value-text.ts'
import type { Row, Sum } from './arranged.ts'
import type { Entry, Seats, YearlyPrice } from './entries.ts'

/** The head of a vendor: its name, how many, and what they cost a year together. */
export function VendorHead({ of: { name, sum } }: { of: Extract<Row, { is: 'vendor' }> }) {
  return (
    <li class="entry-vendor">
      <h2 class="cut">{name}</h2>
      <span class="faint">{t('inventory.subscriptions', sum.count)}</span>
      <YearSum of={sum} />
    </li>
  )
}

/** A sum names what it is without: what has no price, and what has no rate. */
export function YearSum({ of: { total, unpriced } }: { of: Sum }) {
  const { text, without } = totalParts(total, unpriced)
  if (text === '') return null
  return (
    <span class="number">
      {text} <span class="faint">{without > 0 ? t('inventory.yearlyWithout', without) : t('common.yearly')}</span>
    </span>
  )
}

export function ProductHead({ of: { name, count } }: { of: Extract<Row, { is: 'product' }> }) {
  return (
    <li class="entry-product">
      <span class="cut">{name}</span> <span class="faint">{t('inventory.subscriptions', count)}</span>
    </li>
  )
}

type Props = { of: Entry; under: Extract<Row, { is: 'entry' }>['under']; today: Day }

export function EntryRow({ of: entry, under, today }: Props) {
  const { id, seats, price, due, seenAt, status } = entry
  const [name, beside] = namesIn(entry, under)
  return (
    <li class={`row entry under-${under}`}>
      <span class="entry-name">
        <a class="cut" href={`#inventory/${id}`}>
          {name}
        </a>
        <span class="cut faint">
          {status !== undefined && status !== 'active' && (
            <span class={status === 'past-due' || status === 'suspended' ? 'tone-soon' : ''}>
              {valueText('subscription', 'status', status)}
              {beside !== '' && ' · '}
            </span>
          )}
          {beside}
        </span>
      </span>
      <SeatsCell of={seats} />
      <PriceCell of={price} />
      <DueCell of={due} today={today} />
      <Age of={seenAt} today={today} />
    </li>
  )
}

/** What the head above it says already is not said again. */
function namesIn({ product, plan, vendor, account, part: side }: Entry, under: Props['under']): [string, string] {
  const partWords = side === 'pool' ? [t('inventory.allPurchases')] : []
  if (under === 'product') {
    const told = plan ?? account ?? t('inventory.onePurchase')
    return [told, [...partWords, ...(plan === undefined ? [] : [account ?? ''])].filter(Boolean).join(' · ')]
  }
  const beside = [...partWords, plan ?? '', under === 'nothing' ? vendor.name : '', account ?? '']
  return [product.name, beside.filter(Boolean).join(' · ')]
}

function SeatsCell({ of: { purchased, assigned, active, unlimited } }: { of: Seats }) {
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
      <span class="number">
        <span class={over ? 'tone-late' : ''}>
          {assigned !== undefined && formatCount(assigned)}
          {assigned !== undefined && bought && <span class="faint"> {t('inventory.of')} </span>}
          {bought}
          {(assigned === undefined || !bought) && (
            <span class="faint"> {bought ? t('common.seats') : t('common.assigned')}</span>
          )}
        </span>
        <span class="faint under">
          {active === undefined ? t('inventory.activeNotShown') : t('inventory.activeOf', formatCount(active))}
        </span>
      </span>
    </span>
  )
}

function PriceCell({ of }: { of: YearlyPrice }) {
  if (of.is !== 'known')
    return (
      <span class={`entry-price number ${of.is === 'unknown' ? 'not-shown' : 'faint'}`}>
        {of.is === 'unknown' ? t(`inventory.unpriced.${part(of.why)}`) : t(`inventory.unpaid.${part(of.is)}`)}
      </span>
    )
  const { money, converted, unconfirmed } = of
  return (
    <span class="entry-price number">
      <span>
        {formatMoney(converted ?? money)} <span class="faint">{t('common.yearly')}</span>
      </span>
      {(converted || unconfirmed) && (
        <span class="faint under">
          {converted && formatMoney(money)}
          {converted && unconfirmed && ' · '}
          {unconfirmed && t('inventory.unconfirmed')}
        </span>
      )}
    </span>
  )
}

function DueCell({ of, today }: { of: Due | undefined; today: Day }) {
  if (!of) return <span class="entry-due number not-shown">{t('inventory.renewalNotShown')}</span>
  const tone = urgencyOf(of.on, today)
  return (
    <span class="entry-due number">
      <span class={tone ? `tone-${tone}` : ''}>
        <span class="faint">{t(`inventory.how.${part(of.how)}`)}</span> <time dateTime={of.on}>{formatDay(of.on)}</time>
      </span>
      <span class={`under ${tone ? `tone-${tone}` : 'faint'}`}>{relativeDay(of.on, today)}</span>
    </span>
  )
}

/** A fact that nobody has looked at for long is not told as if it were of today. */
const oldAfter = 90

function Age({ of, today }: { of: string; today: Day }) {
  if (of === '') return <span class="entry-age number faint">{t('inventory.neverSeen')}</span>
  const old = daysBetween(dayOf(new Date(of)), today) > oldAfter
  return (
    <span class={`entry-age number ${old ? 'tone-soon' : 'faint'}`}>{t('inventory.seen', ageOf(of, new Date()))}</span>
  )
}
