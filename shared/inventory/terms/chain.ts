import { dayNumber, dayOf } from '../../model/calendar.ts'
import type { Day } from '../../model/day.ts'
import type { RenewalMode } from '../../model/term.ts'
import { contractOf, placedIn, termsBefore } from './contract.ts'
import { modeOf } from './mode.ts'
import type { Unsure } from './outcome.ts'
import { type Days, renewalsAfter } from './renewals.ts'
import { statedTerm } from './stated.ts'
import type { Facts, Span, Term } from './term.ts'

export type TermState = 'upcoming' | 'running' | 'ended' | 'lapsed-or-unknown' | 'unknown'

export type Chain = {
  mode: RenewalMode | undefined
  state: TermState
  terms: Span[]
  /** The term of today; where there is none, the next or else the last that is known of. */
  current: Span | undefined
  /** Why it is not known what follows the last one; absent where another follows, or surely none. */
  unsure: Unsure | undefined
}

/** How far the terms are told: all of today's reach at least. It bounds the work, a monthly contract of 1990 has hundreds. */
export type Reach = { today: Day; since?: Day; until?: Day }

/** What is stated of the running term stands; what came before and comes after it is derived from the contract. */
export function chainOf(facts: Facts, { today, since = today, until = today }: Reach): Chain {
  const now = dayNumber(today)
  const days = { since: Math.min(now, dayNumber(since)), until: Math.max(now, dayNumber(until)) }
  const mode = modeOf(facts.values)
  const [terms, unsure] = termsOf(facts, mode, days)
  const current = terms.find(({ end }) => end >= now) ?? terms.at(-1)
  return { mode, state: stateOf(current, now, unsure), terms, current, unsure }
}

function termsOf(facts: Facts, mode: RenewalMode | undefined, days: Days): [Span[], Unsure | undefined] {
  const contract = contractOf(facts.values)
  const stated = statedTerm(facts.values)
  const first = stated && contract ? placedIn(contract, stated) : (stated ?? contract?.initial)
  if (!first) return [[], 'end-unknown']
  const before = stated && contract ? termsBefore(contract, first, days.since) : []
  const after = renewalsAfter(first, facts, mode, days)
  return [[...before, first, ...after.spans], after.unsure]
}

function stateOf(current: Span | undefined, now: number, unsure: Unsure | undefined): TermState {
  if (!current) return 'unknown'
  if (current.end < now) return unsure ? 'lapsed-or-unknown' : 'ended'
  return current.start !== undefined && current.start > now ? 'upcoming' : 'running'
}

/** A term as a screen and the API show it. */
export function termOf({ start, end, ...about }: Span): Term {
  const days = { endsOn: dayOf(end), renewsOn: dayOf(end + 1) }
  return start === undefined ? { ...about, ...days } : { ...about, startsOn: dayOf(start), ...days }
}
