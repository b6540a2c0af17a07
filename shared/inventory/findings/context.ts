import type { Day } from '../../model/day.ts'
import type { Uuid } from '../../model/id.ts'
import type { Belief } from '../belief.ts'
import type { Entitlement } from '../entitlements.ts'
import type { PersonView } from '../people/persons.ts'
import type { Position } from '../position.ts'
import type { Unsaid, Yearly } from './finding.ts'

export type { Yearly }

/** The running term of a subscription as findings need it. */
export type RenewalFacts = {
  /** Of the running term, where it is known. */
  startsOn?: Day
  endsOn: Day
  renewsOn: Day
  /** The last day to cancel; absent where no notice period is known. */
  cancelBy?: Day
  mode: 'none' | 'tacit' | 'express' | undefined
  decided: boolean
  /** Decided against, and the notice is not sent: it renews unless somebody does it. */
  unsent: boolean
}

/** `observation` is absent where a person stated the price. */
export type PriceRise = { on: Day; basisPoints: number; observation?: Uuid }

/** An entitlement with all that is derived of it: each is worked out once, whoever asks. */
export type Assessed = {
  entitlement: Entitlement
  position: Position
  /** Whether anything of it still runs and is paid: trials, free and ended ones save nothing. */
  paid: boolean
  free: string | undefined
  /** What one seat costs a year: the least of several prices. */
  seatPerYear: { yearly: Yearly; upTo: boolean } | Unsaid
  /** What all of it costs a year. */
  perYear: Yearly | undefined
  /** The first day from which fewer seats can be paid. */
  releaseOn: Day | undefined
  renewals: Map<Uuid, RenewalFacts>
  rises: Map<Uuid, PriceRise[]>
}

export type FindingContext = {
  today: Day
  /** How a person is called here; undefined where people are only counted. */
  called: (person: PersonView) => string | undefined
  personOf: (assignment: Belief<'assignment'>) => PersonView | undefined
  /** The person by an address, for owners. */
  personByEmail: (email: string) => PersonView | undefined
  entitlementOf: (assignment: Belief<'assignment'>) => Assessed | undefined
  /** Whether all that one SKU gives is in another, by the vendor's own table. */
  isIncluded: (sku: string, bundle: string) => boolean | undefined
}
