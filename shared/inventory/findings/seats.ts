import { addDays } from '../../model/calendar.ts'
import type { Day } from '../../model/day.ts'
import type { Belief } from '../belief.ts'
import { activeWindow, holdsSeat } from '../position.ts'
import type { Assessed, FindingContext } from './context.ts'
import { type Finding, findingKey } from './finding.ts'
import { about, savingOf } from './saving.ts'

const recordsOf = ({ entitlement: { pool, purchases } }: Assessed) =>
  (pool ? [pool, ...purchases] : purchases).map(({ id }) => id)

/** Purchased and given to nobody. */
export function unassigned(assessed: Assessed): Finding | undefined {
  const { position, paid } = assessed
  const count = position.unassigned ?? 0
  if (!paid || count === 0) return undefined
  const of = about(assessed)
  const key = findingKey('unassigned', of.subject)
  return { key, kind: 'unassigned', ...of, count, ...savingOf(count, assessed), records: recordsOf(assessed) }
}

/** More in use than was bought: the vendor settles it at the next order, at its price. */
export function overAssigned(assessed: Assessed): Finding | undefined {
  const { position, free } = assessed
  const { overAssigned: count } = position
  if (count === undefined || free !== undefined) return undefined
  const of = about(assessed)
  return {
    key: findingKey('over-assigned', of.subject),
    kind: 'over-assigned',
    ...of,
    count,
    records: recordsOf(assessed),
  }
}

/** A seat was last used before the window, by the console's own word. Who was only invited never signed in. */
export const isInactive = ({ values: { status, lastActiveOn } }: Belief<'assignment'>, since: Day): boolean =>
  status !== 'invited' && lastActiveOn !== undefined && lastActiveOn < since

/**
 * Seats that nobody used within the window: one by one where the people were captured, else by the console's two counts.
 * Shared and service accounts sign in seldom by their nature and are left out; so are seats that another finding has told of.
 */
export function inactive(assessed: Assessed, told: ReadonlySet<string>, context: FindingContext): Finding | undefined {
  const { entitlement, position, paid } = assessed
  if (!paid) return undefined
  const of = about(assessed)
  const key = findingKey('inactive', of.subject)
  const since = addDays(context.today, -activeWindow)
  const people = entitlement.assignments.filter(
    (seat) => holdsSeat(seat) && isInactive(seat, since) && !told.has(seat.id) && isPerson(seat, context),
  )
  if (people.length > 0) {
    const records = people.map(({ id }) => id).sort()
    const saving = savingOf(people.length, assessed)
    return { key, kind: 'inactive', ...of, count: people.length, days: activeWindow, ...saving, records }
  }
  if (entitlement.assignments.length > 0) return undefined
  const { assigned, active } = position
  const count = assigned && active ? assigned.count - active.count : 0
  if (count <= 0) return undefined
  return { key, kind: 'inactive', ...of, count, ...savingOf(count, assessed), records: recordsOf(assessed) }
}

function isPerson(seat: Belief<'assignment'>, { personOf }: FindingContext): boolean {
  const kind = personOf(seat)?.kind?.kind
  return kind !== 'shared' && kind !== 'service'
}

/** Said once, with its reason, so that nobody wonders why a million free seats are no waste. */
export function free(assessed: Assessed): Finding | undefined {
  if (assessed.free === undefined) return undefined
  const of = about(assessed)
  return {
    key: findingKey('free', of.subject),
    kind: 'free',
    ...of,
    reason: assessed.free,
    records: recordsOf(assessed),
  }
}
