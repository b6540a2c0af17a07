import type { Day } from '../../shared/model/day.ts'
import type { ClientCard } from '../records/clients.ts'
import { DayWords, urgencyOf } from '../ui/day-words.tsx'
import { sentenceOf } from '../ui/finding-words.ts'
import { formatInstant, formatMoney } from '../ui/format.ts'
import { part, t } from '../ui/language.ts'
import { isDated, type WeekLine } from './week.ts'

type Props = { of: WeekLine; at: number; today: Day; now: Date; onOpen: () => void }

/** Whose, what, by which day, how much: one line, and it opens where it is dealt with. */
export function WeekRow({ of, at, today, now, onOpen }: Props) {
  return (
    <li class="week-line" data-index={at}>
      <button type="button" class="week-open" onClick={onOpen}>
        <ClientMark of={of.client} />
        <What of={of} now={now} />
        <When of={of} today={today} />
        <Amount of={of} />
      </button>
    </li>
  )
}

/** The client's own hue beside its name: the wrong one is seen before it is read. */
export const ClientMark = ({ of }: { of: ClientCard | null }) =>
  of ? (
    <span class="client-mark hued" style={{ '--hue': of.hue }}>
      <span class="cut">{of.name}</span>
    </span>
  ) : (
    <span class="client-mark faint">{t('portfolio.nobodys')}</span>
  )

function What({ of, now }: { of: WeekLine; now: Date }) {
  if (isDated(of)) {
    const { name, vendor, type } = of.of
    const about = [type === 'subscription' ? '' : t(`renewals.types.${type}`), vendor === name ? '' : vendor]
    return (
      <span class="cut">
        <span class="strong">{name}</span> <span class="faint">{about.filter(Boolean).join(' · ')}</span>
      </span>
    )
  }
  const isLate = of.is === 'failed' || of.is === 'refused'
  const isAlone = of.is !== 'saving' && of.is !== 'alerts'
  return <span class={`cut ${isLate ? 'tone-late' : ''} ${isAlone ? 'alone' : ''}`}>{wordsOf(of, now)}</span>
}

function wordsOf(of: WeekLine, now: Date): string {
  switch (of.is) {
    case 'late':
    case 'day':
    case 'next':
      return of.of.name
    case 'failed':
      return t('portfolio.failed')
    case 'saving':
      return sentenceOf(of.of.finding)
    case 'stuck':
      return t('portfolio.stuck', of.count, formatInstant(of.since, now))
    default:
      return t(`portfolio.line.${part(of.is)}`, of.count)
  }
}

function When({ of, today }: { of: WeekLine; today: Day }) {
  if (of.is === 'alerts' && of.on !== undefined)
    return (
      <span class="week-when">
        <span class="soft">{t('portfolio.firstOf')}</span>{' '}
        <DayWords day={of.on} today={today} tone={urgencyOf(of.on, today)} />
      </span>
    )
  if (of.is === 'saving') {
    const from = of.of.finding.saving?.realizableFrom
    return (
      <span class="week-when">
        {from !== undefined && (
          <>
            <span class="soft">{t('findings.from')}</span> <DayWords day={from} today={today} />
          </>
        )}
      </span>
    )
  }
  if (!isDated(of)) return null
  const { happens, on, isUnsent } = of.of
  const words = isUnsent
    ? t('portfolio.sendBy')
    : of.is === 'late'
      ? t(`renewals.wasDue.${part(happens)}`)
      : t(`renewals.happens.${part(happens)}`)
  return (
    <span class="week-when">
      <span class="soft">{words}</span> <DayWords day={on} today={today} tone={urgencyOf(on, today)} />
    </span>
  )
}

function Amount({ of }: { of: WeekLine }) {
  if (of.is === 'saving')
    return (
      <span class="week-amount number">
        <span class="faint">{of.of.upTo ? t('findings.upTo') : t('portfolio.saves')}</span>{' '}
        {of.of.original && <span class="faint original">{formatMoney(of.of.original)} </span>}
        {formatMoney(of.of.yearly)} <span class="faint">{t('common.yearly')}</span>
      </span>
    )
  if (!isDated(of)) return null
  const { perYear, original, type } = of.of
  if (type !== 'subscription') return <span class="week-amount" />
  if (!perYear) return <span class="week-amount number not-shown">{t('common.priceNotShown')}</span>
  return (
    <span class="week-amount number">
      {original && <span class="faint original">{formatMoney(original)} </span>}
      {formatMoney(perYear)} <span class="faint">{t('common.yearly')}</span>
    </span>
  )
}
