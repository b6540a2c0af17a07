import { dayNumber, dayOf } from '../model/calendar.ts'
import type { Day } from '../model/day.ts'
import type { Belief } from './belief.ts'
import type { RenewalFacts } from './findings/context.ts'
import { cancelByOf } from './terms/cancel-by.ts'
import { chainOf } from './terms/chain.ts'
import { type Around, factsOf } from './terms/facts.ts'
import { isUnsent, outcomeOf } from './terms/outcome.ts'

export type Renewing = RenewalFacts & {
  /** The first day from which less can be paid: the seats of a term are committed to its end. */
  releaseOn: Day | undefined
}

/** The running term of one subscription, and what can still be done about the next; undefined where no term is known to run. */
export function renewingOf({ values, from }: Belief<'subscription'>, around: Around, today: Day): Renewing | undefined {
  const facts = factsOf(values, from, around)
  const { current, mode, state } = chainOf(facts, { today })
  if (!current || state === 'ended' || state === 'lapsed-or-unknown') return undefined
  const cancelBy = cancelByOf(facts, current, dayNumber(today))
  const last = cancelBy.is === 'known' ? cancelBy.on : undefined
  const endsOn = dayOf(current.end)
  const renewsOn = dayOf(current.end + 1)
  const decision = around.decisions?.get(endsOn)
  const settled = decision?.choice === 'reduce' || decision?.noticeSentOn !== undefined
  const late = mode === 'tacit' && last !== undefined && last < today && !settled
  return {
    ...(current.start === undefined ? {} : { startsOn: dayOf(current.start) }),
    endsOn,
    renewsOn,
    ...(last === undefined ? {} : { cancelBy: last }),
    mode,
    decided: decision?.choice !== undefined && outcomeOf(facts, mode, current) !== 'notice-late',
    unsent: decision !== undefined && isUnsent(decision),
    releaseOn: late ? afterNext() : renewsOn,
  }

  /** Too late for this renewal: the seats are paid for one term more. */
  function afterNext(): Day | undefined {
    const next = chainOf(facts, { today, until: renewsOn }).terms.find(({ start }) => start === dayNumber(renewsOn))
    return next && dayOf(next.end + 1)
  }
}
