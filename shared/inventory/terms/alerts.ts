import { dayNumber, dayOf } from '../../model/calendar.ts'
import type { Day } from '../../model/day.ts'
import type { Decision } from '../../model/decision.ts'
import type { Uuid } from '../../model/id.ts'
import type { Belief, Beliefs } from '../belief.ts'
import { cancelByOf, type TermDays } from './cancel-by.ts'
import { chainOf } from './chain.ts'
import { decisionsBySubscription, factsOf } from './facts.ts'
import { certificateLadder, ladderOf } from './ladder.ts'
import { isOver } from './mode.ts'
import { isSettled } from './outcome.ts'
import type { DecisionsByEnd, Facts } from './term.ts'

/** The day that somebody must not miss. */
export type AlertDate = {
  subject: Uuid
  about: 'cancel-by' | 'term-end' | 'expiry'
  date: Day
  ladder: number[]
  owner: string | undefined
  /** What was decided of the term, where it is one. */
  decision: Decision | undefined
}

/** One thing to tell. Its id is of its subject, date and threshold: a changed date is another alert, which is owed anew. */
export type Alert = Omit<AlertDate, 'ladder' | 'owner'> & {
  id: string
  threshold: number
  due: Day
  delivered: boolean
  to: { who: 'owner' | 'lead'; name: string } | { who: 'workspace' }
}

export type AlertContext = {
  today: Day
  /** Dates before this day are nobody's duty any more: the day from which the client is watched. */
  since: Day
  lead?: string | undefined
  alertDays?: number[] | undefined
  holidays?: ReadonlySet<Day> | undefined
  /** Ids of what was sent. Sending first and recording then may send twice after a crash between the two, never not at all. */
  delivered: ReadonlySet<string>
}

export const alertId = (subject: Uuid, date: Day, threshold: number): string => `${subject} ${date} ${threshold}`

/**
 * Every alert that is due and not closed: by an acknowledgement, or because its date has passed with a decision recorded.
 * A day on which nobody asked loses nothing, for it is due from its day on. What is not `delivered` is to be sent.
 */
export function alertsOwed(beliefs: Beliefs, context: AlertContext): Alert[] {
  const { today, since, lead, delivered } = context
  const acknowledged = new Set(
    beliefs.acknowledgement.map(({ values }) =>
      alertId(values.subject ?? '', values.date ?? '', values.threshold ?? -1),
    ),
  )
  return datesOf(beliefs, context).flatMap(({ ladder, owner, ...about }) => {
    if (about.date < since || (about.date < today && isSettled(about.decision))) return []
    return ladder.flatMap((threshold): Alert[] => {
      const id = alertId(about.subject, about.date, threshold)
      const due = dayOf(dayNumber(about.date) - threshold)
      if (due > today || acknowledged.has(id)) return []
      const name = owner ?? lead
      const to: Alert['to'] = name === undefined ? { who: 'workspace' } : { who: owner ? 'owner' : 'lead', name }
      return [{ ...about, id, threshold, due, delivered: delivered.has(id), to }]
    })
  })
}

function datesOf(beliefs: Beliefs, context: AlertContext): AlertDate[] {
  const decisions = decisionsBySubscription(beliefs.decision)
  const plain = (subject: Uuid, date: Day | undefined, ladder: number[]): AlertDate[] =>
    date === undefined ? [] : [{ subject, about: 'expiry', date, ladder, owner: undefined, decision: undefined }]
  return [
    ...beliefs.subscription.flatMap((one) => termDates(one, decisions.get(one.id), context)),
    ...beliefs.domain.flatMap(({ id, values }) =>
      plain(id, values.expiresOn, ladderOf(undefined, context.alertDays, undefined)),
    ),
    ...beliefs.certificate.flatMap(({ id, values }) => plain(id, values.endsOn, certificateLadder(values))),
  ]
}

/** No alert is due further ahead than this. */
const furthest = 730

function termDates(
  { id, values, from }: Belief<'subscription'>,
  decisions: DecisionsByEnd | undefined,
  { today, since, alertDays, holidays }: AlertContext,
): AlertDate[] {
  if (isOver(values.status)) return []
  const facts = factsOf(values, from, { decisions, holidays })
  const until = dayOf(dayNumber(today) + furthest)
  return chainOf(facts, { today, since, until }).terms.flatMap((term) =>
    lastDays(facts, term, dayNumber(since)).map((date) => ({
      subject: id,
      ...date,
      ladder: ladderOf(values.alertDays, alertDays, term.start === undefined ? undefined : term.end - term.start + 1),
      owner: values.owner,
      decision: decisions?.get(dayOf(term.end)),
    })),
  )
}

/** A longer term that can be left at each anniversary has as many; a term without a known notice has its end. */
function lastDays(facts: Facts, term: TermDays, since: number): Pick<AlertDate, 'about' | 'date'>[] {
  const days: Pick<AlertDate, 'about' | 'date'>[] = []
  let by = cancelByOf(facts, term, since)
  while (by.is === 'known' && by.on > (days.at(-1)?.date ?? '')) {
    days.push({ about: 'cancel-by', date: by.on })
    by = cancelByOf(facts, term, dayNumber(by.on) + 1)
  }
  return days.length > 0 ? days : [{ about: 'term-end', date: dayOf(term.end) }]
}
