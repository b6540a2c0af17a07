import { dayNumber, dayOf } from '../../model/calendar.ts'
import type { Day } from '../../model/day.ts'
import type { RenewalMode } from '../../model/term.ts'
import { cancelByOf } from './cancel-by.ts'
import { chainOf } from './chain.ts'
import { isOver } from './mode.ts'
import { isSettled, outcomeOf } from './outcome.ts'
import type { Facts, Span } from './term.ts'

/** The next day on which a subscription renews or ends. `unknown`: no source said whether it renews by itself. */
export type Renewal = { on: Day; how: 'renews' | 'ends' | 'unknown' }

/** The day that somebody must not miss, and what happens on it. */
export type Due = { on: Day; how: Renewal['how'] | 'cancel-by' }

/** What comes after the running term, by the chain of terms; one that ends is told by its last day. */
export function renewalOf(facts: Facts, today: Day): Renewal | undefined {
  const { current, mode } = chainOf(facts, { today })
  return current && renewalAfter(current, mode, facts)
}

function renewalAfter(term: Span, mode: RenewalMode | undefined, facts: Facts): Renewal {
  const [endsOn, renewsOn] = [dayOf(term.end), dayOf(term.end + 1)]
  const outcome = outcomeOf(facts, mode, term)
  if (outcome === 'ends') return { on: endsOn, how: 'ends' }
  // A notice that was sent too late ends nothing for sure.
  return { on: renewsOn, how: mode === 'tacit' && outcome !== 'notice-late' ? 'renews' : 'unknown' }
}

/**
 * The next day of a subscription that asks for somebody: the last one to cancel, where that is known and can still be met,
 * else its renewal or its end. Nothing where it is over, or where no day is known.
 */
export function dueOf(facts: Facts, today: Day): Due | undefined {
  if (isOver(facts.values.status)) return undefined
  const { current, mode } = chainOf(facts, { today })
  if (!current) return undefined
  const renewal = renewalAfter(current, mode, facts)
  if (renewal.how !== 'renews' || isSettled(facts.decisions?.get(dayOf(current.end)))) return renewal
  const cancelBy = cancelByOf(facts, current, dayNumber(today))
  return cancelBy.is === 'known' && cancelBy.on >= today ? { on: cancelBy.on, how: 'cancel-by' } : renewal
}
