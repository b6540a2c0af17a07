import type { ComponentChildren } from 'preact'
import { daysBetween } from '../../shared/model/calendar.ts'
import type { Day } from '../../shared/model/day.ts'
import { urgencyOf } from '../ui/day-words.tsx'
import { ageOf, dayOf, formatCount, formatDay, formatInstant, relativeDay } from '../ui/format.ts'
import { t } from '../ui/language.ts'
import { sumsText } from '../ui/total-parts.ts'
import type { ClientRow } from './client-rows.ts'
import type { Open } from './week.ts'
import { ClientMark } from './week-row.tsx'

/** The cells of a client's row: the figure first, and below it, smaller, what belongs to it. Each opens its page. */
type Props = { of: ClientRow; onOpen: Open }

export function NameCell({ of: { client, failed }, onOpen }: Props) {
  return (
    <span class="client-cell">
      <button type="button" class="figure" onClick={() => void onOpen(client, '/app.html#inventory')}>
        <ClientMark of={client} />
      </button>
      {failed && <span class="under tone-late">{t('portfolio.notRead')}</span>}
    </span>
  )
}

type FigureProps = { of: ClientRow; page: string; onOpen: Open; children: ComponentChildren; under?: ComponentChildren }

/** A figure that opens the page which tells more of it. */
const Figure = ({ of: { client }, page, onOpen, children, under }: FigureProps) => (
  <span class="client-cell">
    <button type="button" class="figure" onClick={() => void onOpen(client, page)}>
      {children}
      <span class="aside">, {client.name}</span>
    </button>
    {under && <span class="under faint">{under}</span>}
  </span>
)

/** Its place is kept while it is worked out; of a client that cannot be read nothing is said. */
const Coming = ({ of }: { of: ClientRow }) =>
  of.failed ? (
    <span class="not-shown">{t('common.notShown')}</span>
  ) : (
    <span class="coming">
      <span class="ghost" aria-hidden="true" />
      <span class="aside">{t('portfolio.coming')}</span>
    </span>
  )

const Nothing = ({ children }: { children: string }) => <span class="faint">{children}</span>

export function CancelByCell({ of, today, onOpen }: Props & { today: Day }) {
  if (!of.days) return <Coming of={of} />
  const { cancelBy } = of.days
  if (!cancelBy) return <span class="not-shown">{t('common.notShown')}</span>
  const tone = urgencyOf(cancelBy.on, today)
  return (
    <Figure
      of={of}
      page={`/app.html#inventory/${cancelBy.id}`}
      onOpen={onOpen}
      under={
        <>
          <span class={tone ? `tone-${tone}` : ''}>{relativeDay(cancelBy.on, today)}</span> · {cancelBy.name}
        </>
      }
    >
      <time class={tone ? `tone-${tone}` : ''} dateTime={cancelBy.on}>
        {formatDay(cancelBy.on)}
      </time>
    </Figure>
  )
}

export function DueCell({ of, onOpen }: Props) {
  if (!of.days) return <Coming of={of} />
  const { withinQuarter, late } = of.days
  const alerts = of.worth?.alerts.count ?? 0
  const under =
    late.count > 0 ? (
      <span class="tone-late">{t('portfolio.late', late.count)}</span>
    ) : (
      alerts > 0 && t('portfolio.owed', alerts)
    )
  return (
    <Figure of={of} page="/app.html#renewals" onOpen={onOpen} under={under}>
      {formatCount(withinQuarter)}
    </Figure>
  )
}

/** A sum names what it is without: what has no price, and what has no rate. */
export function YearlyCell({ of, onOpen }: Props) {
  if (!of.days) return <Coming of={of} />
  const { yearly, subscriptions } = of.days
  if (subscriptions === 0) return <Nothing>{t('portfolio.noSubscription')}</Nothing>
  const text = sumsText(yearly)
  return (
    <Figure
      of={of}
      page="/app.html#spend"
      onOpen={onOpen}
      under={yearly.without > 0 && t('portfolio.without', yearly.without)}
    >
      {text === '' ? <span class="not-shown">{t('common.notShown')}</span> : text}
    </Figure>
  )
}

/** The sum is of so many of the findings above it: those that no rate converts are named by number. */
export function FindingsCell({ of, onOpen }: Props) {
  if (!of.worth) return <Coming of={of} />
  const { count, saving } = of.worth.findings
  const text = sumsText(saving)
  const upTo = text !== '' && `${t('findings.upTo')} ${text}`
  const without = saving.without > 0 && t('portfolio.withoutSome', saving.without)
  const under = [upTo, without].filter(Boolean).join(', ')
  return (
    <Figure of={of} page="/app.html#findings" onOpen={onOpen} under={under}>
      {formatCount(count)}
    </Figure>
  )
}

export function AlertsCell({ of, onOpen }: Props) {
  if (!of.worth) return <Coming of={of} />
  return (
    <Figure of={of} page="/app.html#renewals" onOpen={onOpen}>
      {formatCount(of.worth.alerts.count)}
    </Figure>
  )
}

export function DraftsCell({ of, onOpen }: Props) {
  if (of.drafts === undefined) return <Coming of={of} />
  if (of.drafts === 0) return <Nothing>{formatCount(0)}</Nothing>
  return (
    <Figure of={of} page="/review.html" onOpen={onOpen}>
      {formatCount(of.drafts)}
    </Figure>
  )
}

/** A client that nobody has looked at for long is not told as if it were of today. */
const oldAfter = 90

export function SeenCell({ of, now }: { of: ClientRow; now: Date }) {
  if (!of.worth) return <Coming of={of} />
  const { seenAt } = of.worth
  if (seenAt === undefined) return <span class="not-shown">{t('portfolio.neverSeen')}</span>
  const isOld = daysBetween(dayOf(new Date(seenAt)), dayOf(now)) > oldAfter
  return <span class={isOld ? 'tone-soon' : 'faint'}>{ageOf(seenAt, now)}</span>
}

/** What of it the server has not got, or has not given yet; else when all was exchanged last. */
export function SyncCell({ of, now, onOpen }: Props & { now: Date }) {
  const { waiting, sync } = of
  if (!waiting || !sync) return <Coming of={of} />
  const { refused, queued, isBehind } = waiting
  if (refused > 0)
    return (
      <Figure of={of} page="/review.html" onOpen={onOpen}>
        <span class="tone-late">{t('portfolio.sync.refused', refused)}</span>
      </Figure>
    )
  if (!sync.server) return <Nothing>{t('portfolio.sync.here')}</Nothing>
  if (queued > 0) return <span class="tone-soon">{t('portfolio.sync.queued', queued)}</span>
  if (isBehind) return <span class="tone-soon">{t('portfolio.sync.behind')}</span>
  if (sync.syncedAt === null) return <Nothing>{t('portfolio.sync.never')}</Nothing>
  return <span class="faint">{formatInstant(sync.syncedAt, now)}</span>
}
