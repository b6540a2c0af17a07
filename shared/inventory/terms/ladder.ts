import { dayNumber } from '../../model/calendar.ts'
import type { Certificate } from '../../model/certificate.ts'
import type { Client } from '../../model/client.ts'

export const defaultLadder: readonly number[] = [120, 90, 60, 30, 14, 7]

/** What a client says of the ladder, by type of what is watched. */
export type ClientLadders = Pick<Client, 'alertDays' | 'domainAlertDays' | 'certificateAlertDays'>

/**
 * How many days before its date somebody is told of a term: as the record says, else as the client does, else by
 * default. The latter two are fitted to the term: a month's is not told of 120 days before.
 */
export const ladderOf = (own: number[] | undefined, client: number[] | undefined, length: number | undefined) =>
  own ? distinct(own) : fitted(client ?? defaultLadder, length)

export const domainLadder = ({ domainAlertDays, alertDays }: ClientLadders): number[] =>
  distinct(domainAlertDays ?? alertDays ?? defaultLadder)

/**
 * As the client says, fitted to the lifetime; else of the lifetime the last third, sixth and twelfth: a certificate of 90
 * days is told of 30 days before, one of six days two. One that renews by itself does so in the last third, so it is told
 * of only if it has not.
 */
export function certificateLadder(
  { startsOn, endsOn, autoRenews }: Certificate,
  { certificateAlertDays }: ClientLadders = {},
): number[] {
  const known = startsOn !== undefined && endsOn !== undefined && startsOn <= endsOn
  const lifetime = known ? dayNumber(endsOn) - dayNumber(startsOn) + 1 : undefined
  if (certificateAlertDays) return fitted(certificateAlertDays, lifetime)
  if (lifetime === undefined) return [30, 14, 7]
  const parts = autoRenews === true ? [6, 12] : [3, 6, 12]
  return distinct(parts.map((part) => Math.min(730, Math.floor(lifetime / part))))
}

function fitted(days: readonly number[], length: number | undefined): number[] {
  const rungs = distinct(days)
  const fitting = length === undefined ? rungs : rungs.filter((each) => each <= length / 2)
  return fitting.length > 0 ? fitting : rungs.slice(-1)
}

const distinct = (days: readonly number[]): number[] => [...new Set(days)].sort((a, b) => b - a)
