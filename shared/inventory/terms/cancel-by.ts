import { addMonths, addPace, dayNumber, dayOf, monthIndex, paceOf } from '../../model/calendar.ts'
import type { Day } from '../../model/day.ts'
import type { Span as Length } from '../../model/span.ts'
import { businessDayBefore } from './business-day.ts'
import type { Facts, Span, TermValues } from './term.ts'

/** One step of the count, and the day it led to: the answer to "how was this counted?". */
export type CountStep =
  | { step: 'term-end' | 'contract-year-end'; on: Day }
  | { step: 'notice'; length: Length; on: Day }
  | { step: 'business-day'; on: Day }
  | { step: 'postal-lead'; days: number; on: Day }

export type CancelBy =
  | { is: 'known'; on: Day; steps: CountStep[] }
  | { is: 'unknown'; why: 'notice-unknown' | 'anniversary-unknown' }

export type TermDays = Pick<Span, 'kind' | 'start' | 'end'>

const none: ReadonlySet<Day> = new Set()

/**
 * The last day on which to send the cancellation of one term: back from its last covered day by the notice, to a
 * business day where it has to arrive on one, and by the days it is under way. A month too short for the day gives its
 * last: three months before 31 May is 28 February.
 */
export function cancelByOf({ values, holidays = none }: Facts, term: TermDays, today: number): CancelBy {
  const { noticePeriod } = values
  if (!noticePeriod) return { is: 'unknown', why: 'notice-unknown' }
  if (values.noticeFrom !== 'anniversary')
    return countBack(values, noticePeriod, holidays, { step: 'term-end', on: dayOf(term.end) })
  const ends = contractYearEnds(values, term)
  const counted = ends.map((end) =>
    countBack(values, noticePeriod, holidays, { step: 'contract-year-end', on: dayOf(end) }),
  )
  const now = dayOf(today)
  return counted.find(({ on }) => on >= now) ?? counted.at(-1) ?? { is: 'unknown', why: 'anniversary-unknown' }
}

function countBack(values: TermValues, length: Length, holidays: ReadonlySet<Day>, from: CountStep) {
  const arrives = addPace(dayNumber(from.on), paceOf(length), -1)
  const steps: CountStep[] = [from, { step: 'notice', length, on: dayOf(arrives) }]
  const open = values.noticeOnBusinessDay ? businessDayBefore(arrives, holidays) : arrives
  if (open !== arrives) steps.push({ step: 'business-day', on: dayOf(open) })
  const sent = open - (values.postalLeadDays ?? 0)
  if (sent !== open) steps.push({ step: 'postal-lead', days: open - sent, on: dayOf(sent) })
  return { is: 'known', on: dayOf(sent), steps } as const
}

/**
 * The contract years that end in a term, in order. The initial term commits to its whole length, so only its last one
 * counts; a term shorter than a year has the one that ends after it.
 */
function contractYearEnds({ contractStartsOn, startsOn }: TermValues, { kind, start, end }: TermDays): number[] {
  const day = contractStartsOn ?? startsOn
  if (day === undefined) return []
  const anchor = dayNumber(day)
  const yearEnd = (year: number) => addMonths(anchor, 12 * year) - 1
  let year = Math.max(1, Math.floor((monthIndex(start ?? end) - monthIndex(anchor)) / 12))
  while (yearEnd(year) < (start ?? end)) year++
  const ends = [yearEnd(year)]
  for (year++; yearEnd(year) <= end; year++) ends.push(yearEnd(year))
  return kind === 'initial' ? ends.slice(-1) : ends
}
