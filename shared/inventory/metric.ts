import type { Subscription } from '../model/subscription.ts'

/**
 * How units are held. Given: each to one person or thing, so that what is given to nobody is to spare. Shared: as many at
 * once, so that more people than units may have them. Spent: used up, so that what is left is neither given nor wasted.
 */
export type Holding = 'given' | 'shared' | 'spent'

/** The last word of what a console counts in, where that is something that is used up. */
const spent =
  /(?:^|[\s(/])(?:[kmgtp]i?b|bytes?|credits?|tokens?|requests?|calls?|minutes?|hours?|messages?|transactions?|events?|units? of usage)\)?$/i

export function holdingOf({ metricKind, metric }: Pick<Subscription, 'metricKind' | 'metric'>): Holding {
  if (metricKind === 'concurrent-user') return 'shared'
  if (metricKind === 'usage' || metricKind === 'credit') return 'spent'
  return metricKind === undefined && metric !== undefined && spent.test(metric.trim()) ? 'spent' : 'given'
}
