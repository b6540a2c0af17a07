import type { Instant } from '../model/day.ts'
import type { Observation } from '../model/observation.ts'

/** The first and the last instant at which a capture showed something. In between it may have been gone: nobody looked. */
export type Seen = { first: Instant; last: Instant }

/** Of one thing, in any order of its observations; undefined for what only people wrote. */
export function seenOf(observations: Iterable<Observation>): Seen | undefined {
  let seen: Seen | undefined
  for (const { sighting } of observations) {
    const { at } = sighting.capture
    seen = { first: earlier(seen?.first ?? at, at), last: later(seen?.last ?? at, at) }
  }
  return seen
}

/** Instants are compared as instants: a device may have written one with another number of decimals. */
const earlier = (a: Instant, b: Instant): Instant => (Date.parse(b) < Date.parse(a) ? b : a)

export const later = (a: Instant, b: Instant): Instant => (Date.parse(b) > Date.parse(a) ? b : a)
