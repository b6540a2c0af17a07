import { addDays } from '../model/calendar.ts'
import type { Day } from '../model/day.ts'
import type { Belief } from './belief.ts'
import type { Entitlement } from './entitlements.ts'
import { type Holding, holdingOf } from './metric.ts'

/** How a count is known: shown by a console, stated by a person, or counted by us from what they say. */
export type CountedFrom = 'shown' | 'stated' | 'lots' | 'purchases' | 'assignments' | 'charges'

/** One part of a position, with its own source and day: the parts often come from different pages. */
export type Part = {
  count: number
  from: CountedFrom
  /** The day of the oldest fact in it. */
  asOf: Day
}

/** Where one entitlement stands as of one day. A part that nothing shows is absent, never 0. */
export type Position = {
  contracted?: Part
  purchased?: Part
  assigned?: Part
  /** Used within the window, by the console's own definition where `days` is absent. */
  active?: Part & { days?: number }
  billed?: Part
  /** As the console shows it, also where it is negative. */
  available?: Part
  unlimited: boolean
  /** Assigned, or used up, beyond what was purchased; never of units that are shared. */
  overAssigned?: number
  /** Purchased and given to nobody; only of units that are given one by one. */
  unassigned?: number
}

/** Charges of the entitlement, by the spend's matching. */
type Billed = { quantity: number; asOf: Day } | undefined

/** The days within which somebody has to have been active, where we count it ourselves. */
export const activeWindow = 90

export type CountField = 'seatsContracted' | 'seatsPurchased' | 'seatsAssigned' | 'seatsActive' | 'seatsAvailable'

export function positionOf(entitlement: Entitlement, today: Day, billed?: Billed): Position {
  const lots = partOfLots(entitlement.lots, today)
  const among = countedAmong(entitlement)
  const contracted = counted(among, 'seatsContracted') ?? lots
  const purchased = counted(among, 'seatsPurchased') ?? lots
  const assigned = counted(among, 'seatsAssigned') ?? partOfAssignments(entitlement)
  const active = counted(among, 'seatsActive') ?? partOfActive(entitlement, today)
  const available = counted(among, 'seatsAvailable')
  const unlimited = parties(entitlement).some(({ values }) => values.unlimited === true)
  const free = purchased && assigned && !unlimited ? purchased.count - assigned.count : undefined
  const holding = holdingIn(entitlement)
  return {
    ...(contracted ? { contracted } : {}),
    ...(purchased ? { purchased } : {}),
    ...(assigned ? { assigned } : {}),
    ...(active ? { active } : {}),
    ...(billed ? { billed: { count: billed.quantity, from: 'charges', asOf: billed.asOf } } : {}),
    ...(available ? { available } : {}),
    unlimited,
    ...(free !== undefined && free < 0 && holding !== 'shared' ? { overAssigned: -free } : {}),
    // Where seats were counted one by one, there may be more than were captured: then nobody knows how many are left.
    ...(free !== undefined && free >= 0 && holding === 'given' && assigned?.from !== 'assignments'
      ? { unassigned: free }
      : {}),
  }
}

const parties = ({ pool, purchases }: Entitlement): Belief<'subscription'>[] => (pool ? [pool] : purchases)

/** As what all of it is held; where its parts are counted in several ways, nothing is to spare. */
function holdingIn(entitlement: Entitlement): Holding {
  const all = parties(entitlement).map(({ values }) => holdingOf(values))
  return all.find((each) => each === 'shared') ?? all.find((each) => each === 'spent') ?? 'given'
}

/** The subscriptions whose figures are summed: the pool, else the purchases that still run. */
export function countedAmong(entitlement: Entitlement): Belief<'subscription'>[] {
  const all = parties(entitlement)
  const living = all.filter(({ values }) => values.status !== 'expired' && values.status !== 'canceled')
  return living.length > 0 ? living : all
}

/** Unknown where one of them does not show it. */
function counted(of: Belief<'subscription'>[], field: CountField): Part | undefined {
  let count = 0
  let asOf = ''
  let stated = false
  for (const subscription of of) {
    const value = subscription.values[field]
    if (value === undefined) return undefined
    const from = subscription.from(field)
    const day = (from?.at ?? subscription.seenAt).slice(0, 10)
    if (asOf === '' || day < asOf) asOf = day
    stated ||= from?.by === 'person'
    count += value
  }
  return of.length === 0 ? undefined : { count, from: of.length > 1 ? 'purchases' : stated ? 'stated' : 'shown', asOf }
}

/** Units of the lots that are valid today; unknown where one of them has no quantity. */
function partOfLots(lots: Belief<'lot'>[], today: Day): Part | undefined {
  const valid = lots.filter(
    ({ values: { startsOn, endsOn } }) => (startsOn ?? today) <= today && (endsOn ?? today) >= today,
  )
  let count = 0
  for (const { values } of valid) {
    if (values.quantity === undefined) return undefined
    count += values.quantity * (values.packSize ?? 1)
  }
  return valid.length === 0 ? undefined : { count, from: 'lots', asOf: today }
}

/** Whoever holds a seat: one that was taken away is none. */
export const holdsSeat = ({ values }: Belief<'assignment'>): boolean => values.status !== 'deprovisioned'

/** At least so many: a console may have shown a part of its people. */
function partOfAssignments({ assignments }: Entitlement): Part | undefined {
  const held = assignments.filter(holdsSeat)
  return held.length === 0 ? undefined : { count: held.length, from: 'assignments', asOf: oldest(held) }
}

/** Only where every seat says when it was last used: who says nothing may well be active. */
function partOfActive({ assignments }: Entitlement, today: Day): (Part & { days: number }) | undefined {
  const held = assignments.filter(holdsSeat)
  const since = addDays(today, -activeWindow)
  let used = 0
  for (const { values } of held) {
    if (values.lastActiveOn === undefined) return undefined
    if (values.lastActiveOn >= since) used++
  }
  return held.length === 0 ? undefined : { count: used, from: 'assignments', asOf: oldest(held), days: activeWindow }
}

function oldest(beliefs: Belief<'assignment'>[]): Day {
  let day = ''
  for (const { seenAt } of beliefs) if (day === '' || seenAt < day) day = seenAt
  return day.slice(0, 10)
}
