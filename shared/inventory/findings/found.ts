import type { Entitlement } from '../entitlements.ts'
import { foldedEmail } from '../people/account-key.ts'
import type { PersonView } from '../people/persons.ts'
import type { Assessed, FindingContext } from './context.ts'
import { findingsOfEntitlement } from './entitlement.ts'
import type { Finding } from './finding.ts'
import { overlaps } from './overlap.ts'
import { findingsOfPerson } from './persons.ts'

/** What was found, by whom and what it is about, so that only what a change touches is looked for again. */
export class Found {
  readonly #assessed: ReadonlyMap<Entitlement, Assessed>
  readonly #context: FindingContext
  readonly #ofPerson = new Map<PersonView, { findings: Finding[]; seats: Set<string> }>()
  readonly #ofEntitlement = new Map<Entitlement, Finding[]>()
  /** Seats of which a person's finding tells already: they are not told of as inactive ones. */
  readonly #told = new Set<string>()
  #overlaps: Finding[] | undefined

  constructor(persons: Iterable<PersonView>, assessed: ReadonlyMap<Entitlement, Assessed>, context: FindingContext) {
    this.#assessed = assessed
    this.#context = context
    for (const person of persons) this.#findPerson(person)
    for (const one of assessed.values()) this.#findEntitlement(one)
  }

  all(): Finding[] {
    this.#overlaps ??= overlaps([...this.#assessed.values()].sort(byKey))
    return [
      ...[...this.#ofPerson.values()].flatMap(({ findings }) => findings),
      ...[...this.#ofEntitlement.values()].flat(),
      ...this.#overlaps,
    ]
  }

  /** Looks again at what changed and at all that hangs on it; gives what is found there now. */
  lookAgain(persons: ReadonlySet<PersonView>, entitlements: Iterable<Entitlement | undefined>): Finding[] {
    this.#overlaps = undefined
    const changed = new Set<Assessed>()
    const add = (one: Assessed | undefined) => one && changed.add(one)
    for (const entitlement of entitlements) if (entitlement) add(this.#assessed.get(entitlement))
    for (const person of persons) {
      this.#findPerson(person)
      for (const account of person.accounts) add(this.#context.entitlementOf(account))
    }
    for (const one of this.#ownedBy(persons)) add(one)
    for (const one of changed) this.#findEntitlement(one)
    return [
      ...[...persons].flatMap((person) => this.#ofPerson.get(person)?.findings ?? []),
      ...[...changed].flatMap(({ entitlement }) => this.#ofEntitlement.get(entitlement) ?? []),
    ]
  }

  /** Whoever answers for a subscription may have left, or be back. */
  #ownedBy(persons: ReadonlySet<PersonView>): Assessed[] {
    const emails = new Set([...persons].flatMap((person) => person.emails))
    return [...this.#assessed.values()].filter(({ entitlement: { purchases } }) =>
      purchases.some(({ values: { owner } }) => owner !== undefined && emails.has(foldedEmail(owner))),
    )
  }

  #findPerson(person: PersonView): void {
    for (const seat of this.#ofPerson.get(person)?.seats ?? []) this.#told.delete(seat)
    const found = findingsOfPerson(person, this.#context)
    for (const seat of found.seats) this.#told.add(seat)
    if (found.findings.length > 0) this.#ofPerson.set(person, found)
    else this.#ofPerson.delete(person)
  }

  #findEntitlement(assessed: Assessed): void {
    this.#ofEntitlement.set(assessed.entitlement, findingsOfEntitlement(assessed, this.#told, this.#context))
  }
}

const byKey = (a: Assessed, b: Assessed): number => (a.entitlement.key < b.entitlement.key ? -1 : 1)
