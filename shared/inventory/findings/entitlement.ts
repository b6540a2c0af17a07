import type { Assessed, FindingContext } from './context.ts'
import type { Finding } from './finding.ts'
import { priceRises, renewals } from './renewals.ts'
import { free, inactive, overAssigned, unassigned } from './seats.ts'
import { cardsExpiring, ownersGone, stale } from './upkeep.ts'

/** What one entitlement shows by itself; `told` are the seats that a person's finding has told of. */
export const findingsOfEntitlement = (
  assessed: Assessed,
  told: ReadonlySet<string>,
  context: FindingContext,
): Finding[] => [
  ...[unassigned(assessed), overAssigned(assessed), inactive(assessed, told, context), free(assessed)].flatMap(
    (finding) => finding ?? [],
  ),
  ...renewals(assessed, context),
  ...priceRises(assessed),
  ...ownersGone(assessed, context),
  ...cardsExpiring(assessed, context),
  ...stale(assessed, context),
]
