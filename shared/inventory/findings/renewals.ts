import { daysBetween } from '../../model/calendar.ts'
import type { Day } from '../../model/day.ts'
import type { Assessed, FindingContext } from './context.ts'
import { type Finding, type FindingKind, findingKey } from './finding.ts'
import { about } from './saving.ts'

/** How long before its last day to cancel a renewal without a decision is worth a word. */
const ahead = 120
/** A term of a month renews so often that its renewal is nothing to decide. */
const shortest = 32

/**
 * A renewal that comes by itself and that nobody decided about, or whose cancellation nobody sent; within its notice period
 * it can no longer be stopped.
 */
export function renewals(assessed: Assessed, { today }: FindingContext): Finding[] {
  const of = about(assessed)
  return [...assessed.renewals].flatMap(([id, facts]): Finding[] => {
    const { startsOn, endsOn, renewsOn, cancelBy, mode, decided, unsent } = facts
    if ((decided && !unsent) || mode !== 'tacit' || endsOn < today) return []
    const isMonthly = startsOn !== undefined && daysBetween(startsOn, renewsOn) < shortest
    if (isMonthly && !unsent) return []
    const tell = (kind: FindingKind, on: Day): Finding[] => [
      { key: findingKey(kind, id, endsOn), kind, ...of, on, records: [id] },
    ]
    if (cancelBy !== undefined && cancelBy < today) return tell('renewal-within-notice', renewsOn)
    const last = cancelBy ?? endsOn
    if (unsent) return tell('cancellation-unsent', last)
    return daysBetween(today, last) > ahead ? [] : tell('renewal-undecided', last)
  })
}

export function priceRises(assessed: Assessed): Finding[] {
  const of = about(assessed)
  return [...assessed.rises].flatMap(([id, rises]) =>
    rises.map(
      ({ on, basisPoints, observation }): Finding => ({
        key: findingKey('price-rise', id, on),
        kind: 'price-rise',
        ...of,
        on,
        count: basisPoints,
        records: observation === undefined ? [id] : [id, observation],
      }),
    ),
  )
}
