import type { Belief } from '../belief.ts'
import type { PersonView } from '../people/persons.ts'
import { holdsSeat } from '../position.ts'
import type { Assessed, FindingContext } from './context.ts'
import { type Finding, findingKey } from './finding.ts'
import { about, savingOf } from './saving.ts'

type Seat = { assignment: Belief<'assignment'>; of: Assessed }

const nothing: { findings: Finding[]; seats: Set<string> } = { findings: [], seats: new Set() }

/** Seats that a person holds and that cost something. */
function paidSeats(person: PersonView, { entitlementOf }: FindingContext): Seat[] {
  const seats: Seat[] = []
  for (const assignment of person.accounts) {
    const of = holdsSeat(assignment) ? entitlementOf(assignment) : undefined
    if (of?.paid) seats.push({ assignment, of })
  }
  return seats
}

/**
 * What one person's seats show. A seat is told of once: whoever left needs none, and of those who stay a second seat of
 * the same product, then one that a bundle of theirs holds already. The seats told of are given back, as an inactive one
 * of them is not found a second time.
 */
export function findingsOfPerson(
  person: PersonView,
  context: FindingContext,
): { findings: Finding[]; seats: Set<string> } {
  const seats = paidSeats(person, context)
  if (seats.length === 0 || (seats.length === 1 && !person.left)) return nothing
  const told = new Set<string>()
  const called = context.called(person)
  const tell = (kind: Finding['kind'], { assignment, of }: Seat, more: Partial<Finding> = {}): Finding => {
    told.add(assignment.id)
    return {
      // The seat alone: an address would name somebody wherever the key goes, and another one when a record is stated.
      key: findingKey(kind, assignment.id),
      kind,
      ...about(of),
      ...(called === undefined ? {} : { person: called }),
      count: 1,
      ...savingOf(1, of),
      records: [assignment.id],
      ...more,
    }
  }
  const { left } = person
  if (left) {
    const found = seats.map((seat) =>
      tell('leaver-licensed', seat, {
        records: [seat.assignment.id, left.evidence],
        ...(left.on === undefined ? {} : { on: left.on }),
      }),
    )
    return { findings: found, seats: told }
  }
  const findings: Finding[] = []
  const held = new Map<Assessed, Seat>()
  for (const seat of seats) {
    const first = held.get(seat.of)
    if (!first) held.set(seat.of, seat)
    // One account that is listed twice is one seat; two accounts of one person are two.
    else if (
      first.assignment.values.accountId !== seat.assignment.values.accountId ||
      !first.assignment.values.accountId
    )
      if (first.assignment.values.email !== seat.assignment.values.email)
        findings.push(tell('duplicate-person', seat, { records: [first.assignment.id, seat.assignment.id] }))
  }
  const each = [...held.values()]
  for (const seat of each) {
    const bundle = bundleOf(seat, each, context)
    if (bundle)
      findings.push(
        tell('included-in-bundle', seat, {
          reason: bundle.of.entitlement.product.name,
          records: [seat.assignment.id, bundle.assignment.id],
        }),
      )
  }
  return { findings, seats: told }
}

const skuOf = ({ of: { entitlement } }: Seat): string | undefined =>
  (entitlement.pool ?? entitlement.purchases[0])?.values.sku

function bundleOf(seat: Seat, others: Seat[], { isIncluded }: FindingContext): Seat | undefined {
  const sku = skuOf(seat)
  if (sku === undefined) return undefined
  const vendor = seat.of.entitlement.vendor.key
  return others.find((other) => {
    if (other.of === seat.of || other.of.entitlement.vendor.key !== vendor) return false
    const bundle = skuOf(other)
    return bundle !== undefined && isIncluded(sku, bundle) === true
  })
}
