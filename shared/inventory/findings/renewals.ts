import { daysBetween } from '../../model/calendar.ts'
import type { Assessed, FindingContext } from './context.ts'
import { type Finding, findingKey } from './finding.ts'
import { about } from './saving.ts'

/** How long before its last day to cancel a renewal without a decision is worth a word. */
const ahead = 120
/** A term of a month renews so often that its renewal is nothing to decide. */
const shortest = 32

/** A renewal that comes by itself and that nobody decided about; within its notice period it can no longer be stopped. */
export function renewals(assessed: Assessed, { today }: FindingContext): Finding[] {
  const of = about(assessed)
  return [...assessed.renewals].flatMap(([id, { startsOn, endsOn, renewsOn, cancelBy, mode, decided }]): Finding[] => {
    if (decided || mode !== 'tacit' || endsOn < today) return []
    if (startsOn !== undefined && daysBetween(startsOn, renewsOn) < shortest) return []
    const records = [id]
    if (cancelBy !== undefined && cancelBy < today)
      return [
        {
          key: findingKey('renewal-within-notice', id, endsOn),
          kind: 'renewal-within-notice',
          ...of,
          on: renewsOn,
          records,
        },
      ]
    const last = cancelBy ?? endsOn
    if (daysBetween(today, last) > ahead) return []
    return [{ key: findingKey('renewal-undecided', id, endsOn), kind: 'renewal-undecided', ...of, on: last, records }]
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
