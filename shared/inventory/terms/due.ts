import { dayNumber, dayOf } from '../../model/calendar.ts'
import type { Day } from '../../model/day.ts'
import { cancelByOf } from './cancel-by.ts'
import { chainOf } from './chain.ts'
import { isOver } from './mode.ts'
import { isCanceling } from './outcome.ts'
import type { Facts } from './term.ts'

/** The day that somebody must not miss, and what happens on it. `unknown`: no source said whether it renews by itself. */
export type Due = { on: Day; how: 'cancel-by' | 'renews' | 'ends' | 'unknown' }

/**
 * The next day of a subscription that asks for somebody: the last one to cancel, where that is known and can still be met,
 * else its renewal or its end. Nothing where it is over, where its cancellation was sent, or where no day is known.
 */
export function dueOf(facts: Facts, today: Day): Due | undefined {
  if (isOver(facts.values.status)) return undefined
  const { current, mode } = chainOf(facts, { today })
  if (!current) return undefined
  const [endsOn, renewsOn] = [dayOf(current.end), dayOf(current.end + 1)]
  const decision = facts.decisions?.get(endsOn)
  if (mode === 'none' || (decision && isCanceling(decision))) return { on: endsOn, how: 'ends' }
  if (mode !== 'tacit') return { on: renewsOn, how: 'unknown' }
  const cancelBy = decision ? undefined : cancelByOf(facts, current, dayNumber(today))
  const inTime = cancelBy?.is === 'known' && cancelBy.on >= today
  return inTime ? { on: cancelBy.on, how: 'cancel-by' } : { on: renewsOn, how: 'renews' }
}
