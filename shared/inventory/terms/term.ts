import type { Day } from '../../model/day.ts'
import type { Decision } from '../../model/decision.ts'
import type { Subscription } from '../../model/subscription.ts'

/** What is believed of the terms of one subscription. */
export type TermValues = Pick<
  Subscription,
  | 'contractStartsOn'
  | 'initialTerm'
  | 'renewalTerm'
  | 'renewalMode'
  | 'noticePeriod'
  | 'noticeFrom'
  | 'noticeOnBusinessDay'
  | 'postalLeadDays'
  | 'startsOn'
  | 'endsOn'
  | 'renewsOn'
  | 'autoRenews'
  | 'status'
>
export type TermField = keyof TermValues

/** What was decided, by the last day of the term it is about. */
export type DecisionsByEnd = ReadonlyMap<Day, Decision>

export type Facts = {
  values: TermValues
  /** The latest day on which a console showed it alive: the term of that day has begun, whatever the contract says. */
  aliveOn?: Day | undefined
  decisions?: DecisionsByEnd | undefined
  /** Days that are no business days, beside Saturdays and Sundays. */
  holidays?: ReadonlySet<Day> | undefined
}

/** One committed duration; both days are covered. */
export type Term = {
  /** 1 for the initial term; absent where it is not known how many came before. */
  number?: number
  kind: 'initial' | 'renewal' | 'unknown'
  startsOn?: Day
  endsOn: Day
  /** The first day of what may follow. */
  renewsOn: Day
  /** Whether the last day was stated, or follows from what was. */
  known: 'stated' | 'derived'
  /** The fields from which its days were had. */
  from: TermField[]
}

/** The same in day numbers, while it is computed. */
export type Span = Omit<Term, 'startsOn' | 'endsOn' | 'renewsOn'> & { start: number | undefined; end: number }
