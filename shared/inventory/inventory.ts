import type { Day } from '../model/day.ts'
import type { Uuid } from '../model/id.ts'
import type { ClientType } from '../model/record-type.ts'
import { assess, type Surroundings } from './assess.ts'
import { type Belief, type Beliefs, beliefOf, beliefsOf, type ValuesOf } from './belief.ts'
import { type Entitlement, type Entitlements, entitlementsOf, replaceIn } from './entitlements.ts'
import type { Assessed, FindingContext } from './findings/context.ts'
import type { Finding } from './findings/finding.ts'
import { Found } from './findings/found.ts'
import { type Judged, judged } from './findings/judged.ts'
import { layIn } from './lay-in.ts'
import { type AnnualTotal, annualOf, annualTotal, isPaying, lotsBySubscription, runningOf } from './money/annual.ts'
import { pricedOf } from './money/priced.ts'
import type { Rates } from './money/rates.ts'
import { RunningTotal } from './money/running-total.ts'
import type { Names } from './names.ts'
import { calledBy } from './people/called.ts'
import { peopleModeOf } from './people/mode.ts'
import { Persons } from './people/persons.ts'
import type { InventoryRecord } from './record.ts'
import { isBilledAlike, otherBills } from './spend/changed.ts'
import type { PricesOf } from './spend/index-of.ts'
import { type Paid, paidIn } from './spend/paid.ts'
import { decisionsBySubscription } from './terms/facts.ts'

export type InventoryContext = {
  today: Day
  client: ValuesOf<'client'>
  names: Names
  rates: Rates
  /** Whether all that one SKU gives is in another, by the vendor's own table. */
  isIncluded: FindingContext['isIncluded']
  risesOf: Surroundings['risesOf']
  /** What it cost and when, as far as that was seen: a bill is of its own day. */
  pricesOf?: PricesOf
}

/**
 * The inventory of one client with everything that is derived of it. It is made whole from the records and then follows
 * them one by one: a seat or a figure that changed is worked out anew where it matters, and nothing else is.
 */
export class Inventory {
  readonly beliefs: Beliefs
  readonly persons: Persons
  /** What was billed, and what each line of it pays for. */
  paid: Paid
  readonly #context: InventoryContext
  readonly #entitlements: Entitlements
  readonly #around: Surroundings
  readonly #assessed = new Map<Entitlement, Assessed>()
  readonly #held = new Map<Uuid, Entitlement>()
  readonly #facts: FindingContext
  readonly #running: RunningTotal | undefined
  readonly #found: Found

  constructor(records: Iterable<InventoryRecord>, context: InventoryContext) {
    const { today, client, names, risesOf } = context
    this.#context = context
    this.beliefs = beliefsOf(records)
    const { currency } = client
    this.#running = currency === undefined ? undefined : new RunningTotal({ currency, rates: context.rates })
    this.#entitlements = entitlementsOf(this.beliefs, names)
    this.persons = new Persons(this.beliefs.assignment, this.beliefs.person, {
      today,
      ownDomains: client.domains ?? [],
    })
    this.paid = paidIn(this.beliefs, context)
    this.#around = {
      today,
      holidays: new Set(client.holidays ?? []),
      decisions: decisionsBySubscription(this.beliefs.decision),
      lots: lotsBySubscription(this.beliefs.lot),
      billed: this.paid.billed,
      risesOf,
    }
    this.#facts = {
      today,
      called: (person) => calledBy(person, peopleModeOf(client)),
      personOf: this.persons.of,
      personByEmail: this.persons.byEmail,
      entitlementOf: ({ id }) => {
        const entitlement = this.#held.get(id)
        return entitlement && this.#assessed.get(entitlement)
      },
      isIncluded: context.isIncluded,
    }
    for (const entitlement of this.#entitlements.all) {
      for (const { id } of entitlement.assignments) this.#held.set(id, entitlement)
      this.#assess(entitlement)
    }
    this.#found = new Found(this.persons.views.values(), this.#assessed, this.#facts)
  }

  /** What a seat is of, where a subscription to it is known. */
  assessedOf = (seat: Belief<'assignment'>): Assessed | undefined => this.#facts.entitlementOf(seat)

  get names(): Names {
    return this.#context.names
  }

  /** In the order of their keys, which is the same on every device. */
  get entitlements(): Assessed[] {
    return [...this.#assessed.values()].sort((a, b) => (a.entitlement.key < b.entitlement.key ? -1 : 1))
  }

  /** All findings with what people said of them, by key. */
  findings(): Judged[] {
    return judged(this.#found.all(), this.beliefs.judgement, this.#context.today).sort((a, b) =>
      a.key < b.key ? -1 : 1,
    )
  }

  /** What all that runs costs a year, in the client's currency; undefined where the client has none. */
  annual(): AnnualTotal | undefined {
    const { client, rates, today } = this.#context
    if (client.currency === undefined) return undefined
    return annualTotal(pricedOf(this.#entitlements.all), this.beliefs.lot, { currency: client.currency, rates, today })
  }

  /** The same sum, always at hand while records change. */
  get annualSum(): { minor: bigint; leftOut: number } | undefined {
    return this.#running && { minor: this.#running.minor, leftOut: this.#running.leftOut.size }
  }

  /**
   * One record as it is now; gives the findings of all that it changed. Undefined where so much hangs on it that the
   * inventory is to be made anew: a subscription that appears, another name or account, a person, and a seat or a
   * subscription that is deleted.
   */
  put(record: InventoryRecord): Finding[] | undefined {
    const { id } = record
    switch (record.type) {
      case 'assignment':
        return record.deleted === 0 ? this.#putAssignment(beliefOf(withType(record, 'assignment'))) : undefined
      case 'subscription':
        return record.deleted === 0 ? this.#putSubscription(beliefOf(withType(record, 'subscription'))) : undefined
      case 'lot':
        return this.#putLot(id, living(record, 'lot'))
      case 'decision':
        return this.#putDecision(id, living(record, 'decision'))
      case 'charge':
        return this.#putBill(this.beliefs.charge, id, living(record, 'charge'))
      case 'invoice':
        return this.#putBill(this.beliefs.invoice, id, living(record, 'invoice'))
      case 'judgement':
      case 'acknowledgement':
      case 'domain':
      case 'certificate':
      case 'control':
      case 'product':
        return this.#putAside(record, record.type)
      default:
        return undefined
    }
  }

  /** Nothing is derived of it that is kept here. */
  #putAside(record: InventoryRecord, type: ClientType): Finding[] {
    // The list of a type takes beliefs of that type alone, which a mapped type cannot say of a union.
    layIn(this.beliefs[type] as Belief<ClientType>[], record.id, living(record, type))
    return []
  }

  #putDecision(id: Uuid, decision: Belief<'decision'> | undefined): Finding[] {
    const before = layIn(this.beliefs.decision, id, decision)
    this.#around.decisions = decisionsBySubscription(this.beliefs.decision)
    return this.#assessSubscriptions([before?.values.subscription, decision?.values.subscription])
  }

  #putLot(id: Uuid, lot: Belief<'lot'> | undefined): Finding[] {
    const before = layIn(this.beliefs.lot, id, lot)
    this.#around.lots = lotsBySubscription(this.beliefs.lot)
    const subscriptions = [before?.values.subscription, lot?.values.subscription]
    for (const id of subscriptions) {
      const entitlement = this.#entitlements.bySubscription.get(id ?? '')
      if (entitlement)
        entitlement.lots = this.beliefs.lot.filter(
          ({ values }) => this.#entitlements.bySubscription.get(values.subscription ?? '') === entitlement,
        )
    }
    return this.#assessSubscriptions([...subscriptions, ...this.#billAnew()])
  }

  #putBill<T extends { id: Uuid }>(list: T[], id: Uuid, bill: T | undefined): Finding[] {
    layIn(list, id, bill)
    return this.#assessSubscriptions(this.#billAnew())
  }

  /** Which lines pay for what is asked of all of them: one line more can make two that agree equally well. Gives whose bill is another now. */
  #billAnew(): Uuid[] {
    const { billed: before } = this.paid
    this.paid = paidIn(this.beliefs, this.#context)
    this.#around.billed = this.paid.billed
    return otherBills(before, this.paid.billed)
  }

  #assessSubscriptions(ids: (Uuid | undefined)[]): Finding[] {
    const changed = new Set(ids.flatMap((id) => this.#entitlements.bySubscription.get(id ?? '') ?? []))
    for (const entitlement of changed) this.#assess(entitlement)
    // What a person's seats save is by their price, and whether they cost anything.
    const seats = [...changed].flatMap(({ assignments }) => assignments)
    return this.#found.lookAgain(new Set(seats.flatMap((seat) => this.persons.of(seat) ?? [])), changed)
  }

  #putAssignment(assignment: Belief<'assignment'>): Finding[] {
    const former = this.#held.get(assignment.id)
    const entitlement = this.#entitlements.of(assignment)
    layIn(this.beliefs.assignment, assignment.id, assignment)
    const persons = this.persons.put(assignment)
    if (former) former.assignments = former.assignments.filter(({ id }) => id !== assignment.id)
    entitlement?.assignments.push(assignment)
    if (entitlement) this.#held.set(assignment.id, entitlement)
    else this.#held.delete(assignment.id)
    const changed = new Set([former, entitlement])
    for (const one of changed) if (one) this.#assess(one)
    return this.#found.lookAgain(new Set(persons), changed)
  }

  #putSubscription(subscription: Belief<'subscription'>): Finding[] | undefined {
    const entitlement = this.#entitlements.bySubscription.get(subscription.id)
    const before = this.beliefs.subscription.find(({ id }) => id === subscription.id)
    if (!entitlement || !before || !replaceIn(entitlement, before, subscription, this.#context.names)) return undefined
    layIn(this.beliefs.subscription, subscription.id, subscription)
    // What it once cost may be known only now, which its values do not tell.
    const isAlike = this.#context.pricesOf === undefined && isBilledAlike(before.values, subscription.values)
    const billed = isAlike ? [] : this.#billAnew()
    return this.#assessSubscriptions([subscription.id, ...billed])
  }

  #assess(entitlement: Entitlement): void {
    this.#assessed.set(entitlement, assess(entitlement, this.#around))
    const { today } = this.#context
    const lots = (id: Uuid) => this.#around.lots.get(id) ?? []
    const counted = new Set(pricedOf([entitlement]))
    for (const one of [...entitlement.purchases, ...(entitlement.pool ? [entitlement.pool] : [])]) {
      const runs = counted.has(one) && isPaying(runningOf(one.values, today))
      const annual = runs ? annualOf(one.values, lots(one.id), today) : undefined
      this.#running?.put(one.id, annual?.known ? { money: annual.money, on: today } : undefined)
    }
  }
}

/** The type was looked at where it is asked. */
const withType = <T extends ClientType>(record: InventoryRecord, type: T) => ({ ...record, type })

const living = <T extends ClientType>(record: InventoryRecord, type: T): Belief<T> | undefined =>
  record.deleted === 0 ? beliefOf(withType(record, type)) : undefined
