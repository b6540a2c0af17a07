import { dayNumber, dayOf } from '../../model/calendar.ts'
import type { Day } from '../../model/day.ts'
import type { Decision } from '../../model/decision.ts'
import type { Belief } from '../belief.ts'
import { cancelByOf, type TermDays } from './cancel-by.ts'
import { chainOf } from './chain.ts'
import { type Around, factsOf } from './facts.ts'
import { type ClientLadders, certificateLadder, domainLadder, ladderOf } from './ladder.ts'
import { isOver } from './mode.ts'
import { isSettled, outcomeOf } from './outcome.ts'
import type { Facts } from './term.ts'

/** A day that somebody must not miss, and how many days before it somebody is told. */
export type AlertDate = {
  about: 'cancel-by' | 'term-end' | 'expiry'
  date: Day
  ladder: number[]
  owner: string | undefined
  /** What was decided of the term, where it is one. */
  decision: Decision | undefined
  /** Decided, and done: a notice that was sent too late ends nothing. */
  settled: boolean
}

/** No alert is due further ahead than this. */
const furthest = 730

export type Within = { today: Day; since: Day; ladders: ClientLadders }

/** The days of a subscription's terms, from one day on. */
export function termDates({ values, from }: Belief<'subscription'>, around: Around, within: Within): AlertDate[] {
  if (isOver(values.status)) return []
  const { today, since, ladders } = within
  const facts = factsOf(values, from, around)
  const until = dayOf(dayNumber(today) + furthest)
  const { terms, mode } = chainOf(facts, { today, since, until })
  return terms.flatMap((term) => {
    const decision = around.decisions?.get(dayOf(term.end))
    const settled = isSettled(decision) && outcomeOf(facts, mode, term) !== 'notice-late'
    return lastDays(facts, term, dayNumber(since)).map((date) => ({
      ...date,
      ladder: ladderOf(
        values.alertDays,
        ladders.alertDays,
        term.start === undefined ? undefined : term.end - term.start + 1,
      ),
      owner: values.owner,
      decision,
      settled,
    }))
  })
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

export const domainDates = ({ values }: Belief<'domain'>, { ladders }: Within): AlertDate[] =>
  expiry(values.expiresOn, domainLadder(ladders))

export const certificateDates = ({ values }: Belief<'certificate'>, { ladders }: Within): AlertDate[] =>
  expiry(values.endsOn, certificateLadder(values, ladders))

const expiry = (date: Day | undefined, ladder: number[]): AlertDate[] =>
  date === undefined ? [] : [{ about: 'expiry', date, ladder, owner: undefined, decision: undefined, settled: false }]
