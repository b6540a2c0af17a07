import { dayNumber, dayOf } from '../../model/calendar.ts'
import type { Day } from '../../model/day.ts'
import type { Belief } from '../belief.ts'
import { chainOf } from '../terms/chain.ts'
import { type Around, factsOf } from '../terms/facts.ts'

/**
 * How long a subscription is paid for. `sureUntil` is the last day of which nobody has to ask; after it the money flows only
 * if the subscription is renewed. `endsOn` is the last day for good.
 */
export type Outlook = { sureUntil?: Day; endsOn?: Day }

const forEver: Outlook = { sureUntil: '9999-12-31' }

/** By the chain of its terms, as far as `until`. */
export function outlookOf(
  { values, from }: Belief<'subscription'>,
  around: Around,
  { today, until }: { today: Day; until: Day },
): Outlook {
  const { terms, mode, unsure } = chainOf(factsOf(values, from, around), { today, until })
  const last = terms.at(-1)
  if (!last) return {}
  const choiceAt = (end: number) => around.decisions?.get(dayOf(end))?.choice
  // Decided against, and the notice is not sent: it renews unless somebody does it.
  const left = terms.find(({ end }) => choiceAt(end) === 'cancel' || choiceAt(end) === 'switch')
  const sureUntil = dayOf((left ?? last).end)
  if (left && left !== last) return { sureUntil }
  if (!unsure) return last.end >= dayNumber(until) ? forEver : { sureUntil, endsOn: sureUntil }
  // How long the next term is does not matter where it is sure to come.
  const stays = mode === 'tacit' || choiceAt(last.end) === 'renew' || choiceAt(last.end) === 'reduce'
  return unsure === 'renewal-term-unknown' && stays && !left ? forEver : { sureUntil }
}
