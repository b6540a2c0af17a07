import { dayNumber } from '../../model/calendar.ts'
import type { Certificate } from '../../model/certificate.ts'

export const defaultLadder: readonly number[] = [120, 90, 60, 30, 14, 7]

/**
 * How many days before its date somebody is told of a term: as the record says, else as the client does, else by
 * default. The latter two are fitted to the term: a month's is not told of 120 days before.
 */
export function ladderOf(own: number[] | undefined, client: number[] | undefined, length: number | undefined) {
  if (own) return distinct(own)
  const rungs = distinct(client ?? defaultLadder)
  const fitting = length === undefined ? rungs : rungs.filter((days) => days <= length / 2)
  return fitting.length > 0 ? fitting : rungs.slice(-1)
}

/**
 * Of a certificate's lifetime the last third, sixth and twelfth: one of 90 days is told of 30 days before, one of six
 * days two. One that renews by itself does so in the last third, so it is told of only if it has not.
 */
export function certificateLadder({ startsOn, endsOn, autoRenews }: Certificate): number[] {
  if (startsOn === undefined || endsOn === undefined || startsOn > endsOn) return [30, 14, 7]
  const lifetime = dayNumber(endsOn) - dayNumber(startsOn) + 1
  const parts = autoRenews === true ? [6, 12] : [3, 6, 12]
  return distinct(parts.map((part) => Math.min(730, Math.floor(lifetime / part))))
}

const distinct = (days: readonly number[]): number[] => [...new Set(days)].sort((a, b) => b - a)
