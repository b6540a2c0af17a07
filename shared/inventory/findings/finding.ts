import type { Day } from '../../model/day.ts'
import type { Uuid } from '../../model/id.ts'

export type FindingKind =
  | 'leaver-licensed'
  | 'duplicate-person'
  | 'included-in-bundle'
  | 'inactive'
  | 'unassigned'
  | 'over-assigned'
  | 'overlap'
  | 'price-rise'
  | 'renewal-within-notice'
  | 'renewal-undecided'
  | 'cancellation-unsent'
  | 'owner-gone'
  | 'card-expiring'
  | 'stale'
  | 'free'

/** An amount a year, as large as an exact integer holds. */
export type Yearly = { minor: number; currency: string }

/** What can be saved. `upTo`: less, where the price of the seats in question is not the same. */
export type Saving = {
  yearly: Yearly
  upTo: boolean
  /** The first day on which it is really saved; absent where no source says how long the seats are committed. */
  realizableFrom?: Day
}

/** `flat`: the price is the same for fewer seats. */
export type Unsaid = 'no-price' | 'mixed-currencies' | 'flat'

/** Something worth acting on. Words are the screens'. */
export type Finding = {
  /** The same on every device and after every capture: what a person says of it is kept under it. */
  key: string
  kind: FindingKind
  /** What it is about: an entitlement, a person, a job, a record. */
  subject: string
  vendor?: string
  product?: string
  person?: string
  /** Seats, days, or percent of a hundredth, by kind. */
  count?: number
  /** The window of what was not used, where we counted it; absent where the console counts by its own definition. */
  days?: number
  /** A day that it is about: a renewal, a last day, the age of a fact. */
  on?: Day
  saving?: Saving
  /** Why the saving is not named. */
  unsaid?: Unsaid
  /** For `free` and `overlap`: the reason, the job. */
  reason?: string
  /** The records it stands on; each opens its evidence. */
  records: Uuid[]
}

export const findingKey = (kind: FindingKind, ...parts: string[]): string => [kind, ...parts].join('\n')
