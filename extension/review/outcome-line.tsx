import type { ComponentChildren } from 'preact'
import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Fields } from '../../shared/model/observation.ts'
import type { Database } from '../db/database.ts'
import type { Draft } from '../db/schema.ts'
import { DayWords, urgencyOf } from '../ui/day-words.tsx'
import { percentText } from '../ui/finding-words.ts'
import { formatDay, formatMoney } from '../ui/format.ts'
import { part, t } from '../ui/language.ts'
import { useLive, valueOr } from '../ui/use-live.ts'
import { type DraftOutcome, outcomeOf } from './outcome.ts'
import { knownAround } from './outcome-around.ts'

type Props = { db: Database; draft: Draft; corrections: Fields; client: Uuid; today: Day }

/** What accepting it would mean, in three figures; as tall before they are known as after. */
export function OutcomeLine({ db, draft, corrections, client, today }: Props) {
  const live = useLive(() => knownAround(db, draft, client, today), [draft, client, today])
  const known = valueOr(live, null)
  const outcome = known && outcomeOf(draft, corrections, known)
  return (
    <dl class="outcome" aria-label={t('review.outcome.title')}>
      <Figure label={t('review.outcome.seats')}>{outcome && <Seats of={outcome.position} />}</Figure>
      <Figure label={t(`review.outcome.how.${part(outcome?.day?.how ?? 'cancel-by')}`)}>
        {outcome && <LastDay of={outcome} today={today} />}
      </Figure>
      <Figure label={t('review.outcome.yearly')}>{outcome && <Price of={outcome} />}</Figure>
    </dl>
  )
}

function Figure({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

const NotShown = () => <span class="not-shown">{t('common.notShown')}</span>

function Seats({ of: { purchased, assigned, unlimited, overAssigned, unassigned } }: { of: DraftOutcome['position'] }) {
  if (!purchased && !assigned && !unlimited) return <NotShown />
  const said = [
    unlimited ? t('review.outcome.unlimited') : purchased && t('review.outcome.purchased', purchased.count),
    assigned && t('review.outcome.assigned', assigned.count),
  ].filter(Boolean)
  return (
    <>
      {said.join(', ')}
      {overAssigned !== undefined && <span class="tone-late"> {t('review.outcome.over', overAssigned)}</span>}
      {unassigned !== undefined && unassigned > 0 && (
        <span class="faint"> {t('review.outcome.unassigned', unassigned)}</span>
      )}
    </>
  )
}

function LastDay({ of: { day }, today }: { of: DraftOutcome; today: Day }) {
  if (!day) return <NotShown />
  return <DayWords day={day.on} today={today} tone={urgencyOf(day.on, today, day.how)} />
}

function Price({ of: { perYear, rise } }: { of: DraftOutcome }) {
  if (!perYear) return <NotShown />
  return (
    <>
      <span>{formatMoney(perYear)}</span>
      {rise && (
        <span class="tone-soon">
          {' '}
          {t('review.outcome.rise', percentText(rise.basisPoints), formatDay(rise.since.slice(0, 10)))}
        </span>
      )}
    </>
  )
}
