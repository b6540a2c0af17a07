import type { Assessed, FindingContext } from './context.ts'
import type { Finding } from './finding.ts'
import { overlaps } from './overlap.ts'
import { findingsOfPerson } from './persons.ts'
import { priceRises, renewals } from './renewals.ts'
import { free, inactive, overAssigned, unassigned } from './seats.ts'
import { cardsExpiring, ownersGone, stale } from './upkeep.ts'

/** Everything worth acting on at one client, in a stable order. */
export function findingsOf(context: FindingContext): Finding[] {
  const findings: Finding[] = []
  const told = new Set<string>()
  for (const person of context.persons) {
    const found = findingsOfPerson(person, context)
    findings.push(...found.findings)
    for (const seat of found.seats) told.add(seat)
  }
  for (const assessed of context.assessed) findings.push(...findingsOfEntitlement(assessed, told, context))
  findings.push(...overlaps(context.assessed))
  return findings.sort((a, b) => (a.key < b.key ? -1 : 1))
}

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
