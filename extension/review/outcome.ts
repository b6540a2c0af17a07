import { type Belief, beliefOf } from '../../shared/inventory/belief.ts'
import { foldObservation } from '../../shared/inventory/fold.ts'
import { annualOf, isPaying, runningOf } from '../../shared/inventory/money/annual.ts'
import { editsOf, type PricePoint, priceHistory, priceRises } from '../../shared/inventory/money/price-history.ts'
import { type Position, positionOf } from '../../shared/inventory/position.ts'
import type { InventoryRecord } from '../../shared/inventory/record.ts'
import { cancelByOf } from '../../shared/inventory/terms/cancel-by.ts'
import { chainOf } from '../../shared/inventory/terms/chain.ts'
import { dueOf } from '../../shared/inventory/terms/due.ts'
import { type Around, factsOf } from '../../shared/inventory/terms/facts.ts'
import { dayNumber, dayOf } from '../../shared/model/calendar.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Money } from '../../shared/model/money.ts'
import type { Fields, Observation } from '../../shared/model/observation.ts'
import type { Draft } from '../db/schema.ts'
import { withAnswers } from './questions.ts'

/** What is known around the record that a draft would become a part of. */
export type KnownAround = {
  /** As it stands now, or empty. */
  record: InventoryRecord
  observations: Observation[]
  lots: Belief<'lot'>[]
  terms: Around
  today: Day
}

/** What accepting the draft of a subscription would mean; what nothing shows is absent. */
export type DraftOutcome = {
  position: Position
  /** The last day to cancel; where no notice is known, the next day on which something happens. */
  day?: { on: Day; how: 'cancel-by' | 'renews' | 'ends' | 'unknown' }
  perYear?: Money
  rise?: { since: string; basisPoints: number }
}

/** Worked out from the record as it would be after accepting, with what the person corrected on the way. */
export function outcomeOf(draft: Draft, corrections: Fields, known: KnownAround): DraftOutcome {
  const { sighting, rest } = withAnswers(draft, corrections)
  const { record, observations, lots, terms, today } = known
  const observation: Observation = { id: draft.id, rec: record.id, sighting }
  const folded = foldObservation(record, observation, 0)
  const by = { seq: 0, by: record.id, at: sighting.capture.at }
  const edits = Object.fromEntries(Object.entries(rest).map(([field, value]) => [field, { value, ...by }]))
  const after = { ...folded, edits: { ...folded.edits, ...edits } }
  const belief = beliefOf({ ...after, type: 'subscription' })
  const { values } = belief
  const named = { key: '', name: '' }
  const alone = { ...named, vendor: { ...named, categories: [] }, product: named, pool: null, purchases: [belief] }
  const ofLots = lots.map((lot) => lot.values)
  const annual = isPaying(runningOf(values, today)) ? annualOf(values, ofLots, today) : undefined
  const day = dayOfTerm(belief, terms, today)
  const rise = riseOf(priceHistory([...observations, observation], editsOf(after)), sighting.capture.at)
  return {
    position: positionOf({ ...alone, lots, assignments: [] }, today),
    ...(day ? { day } : {}),
    ...(annual?.known ? { perYear: { ...annual.money, minor: Number(annual.money.minor) } } : {}),
    ...(rise ? { rise } : {}),
  }
}

function dayOfTerm({ values, from }: Belief<'subscription'>, terms: Around, today: Day): DraftOutcome['day'] {
  const facts = factsOf(values, from, terms)
  const { current, mode } = chainOf(facts, { today })
  const decided = current && terms.decisions?.get(dayOf(current.end))?.choice
  const by = current && cancelByOf(facts, current, dayNumber(today))
  // Also where it has passed, and where nothing says whether it renews: a day that is too early costs nothing.
  if (by?.is === 'known' && !decided && (mode === 'tacit' || mode === undefined)) return { on: by.on, how: 'cancel-by' }
  return dueOf(facts, today)
}

/** Between what is known and what this page shows, and no other. */
function riseOf(history: PricePoint[], at: string): DraftOutcome['rise'] {
  const rise = priceRises(history)
    .filter(({ to }) => to.at === at)
    .at(-1)
  return rise && { since: rise.from.at, basisPoints: rise.basisPoints }
}
