import { addDays } from '../../model/calendar.ts'
import type { Day } from '../../model/day.ts'
import type { Uuid } from '../../model/id.ts'
import { grouped } from '../grouped.ts'
import { type Sum, Sums } from '../money/sums.ts'
import type { SpendLine } from './lines.ts'
import type { Match } from './matching.ts'

/** How many units were billed, for a day. */
export type Billed = { quantity: number; asOf: Day; lines: Uuid[] }

/** Money that seats are paid with: not what was used, taxed, given back or corrected, and not what was prepaid elsewhere. */
const isForSeats = ({ category, frequency, billed }: SpendLine): boolean =>
  (category === undefined || category === 'purchase' || category === 'usage') &&
  frequency !== 'usage-based' &&
  billed.minor > 0

/**
 * The units that are billed for today, or for the latest billed day before it, by subscription. Where one line of that day
 * does not say how many, nobody knows the sum.
 */
export function billedOf(matches: Match[], today: Day): Map<Uuid, Billed> {
  const seats = matches.flatMap((match) => (match.is === 'matched' && isForSeats(match.line) ? [match] : []))
  const billed = new Map<Uuid, Billed>()
  for (const [subscription, matched] of grouped(seats, (match) => match.subscription)) {
    const begun = matched.flatMap(({ line }) => (line.covers && line.covers.from <= today ? [line] : []))
    const last = begun.reduce((day, { covers }) => (covers && covers.until > day ? covers.until : day), '')
    if (last === '') continue
    const asOf = last > today ? today : addDays(last, -1)
    const current = begun.filter(({ covers }) => covers && covers.until > asOf && covers.from <= asOf)
    if (current.some(({ quantity }) => quantity === undefined || !Number.isInteger(quantity))) continue
    const quantity = current.reduce((sum, line) => sum + (line.quantity ?? 0), 0)
    billed.set(subscription, { quantity, asOf, lines: current.map(({ id }) => id) })
  }
  return billed
}

/** Billed for more or fewer than were bought. */
export type Difference = { subscription: Uuid; billed: Billed; purchased: number; difference: number }

export const billedAgainst = (billed: Map<Uuid, Billed>, purchasedOf: (subscription: Uuid) => number | undefined) =>
  [...billed].flatMap(([subscription, each]): Difference[] => {
    const purchased = purchasedOf(subscription)
    const difference = purchased === undefined ? 0 : each.quantity - purchased
    return purchased === undefined || difference === 0 ? [] : [{ subscription, billed: each, purchased, difference }]
  })

/** What is paid to a vendor of whom nothing is in the inventory. */
export type PaidUnlisted = { vendor: string; sums: Sum[]; lines: Uuid[]; lastOn: Day | null }

export function paidButNotInInventory(matches: Match[]): PaidUnlisted[] {
  const byVendor = new Map<string, { sums: Sums; lines: Uuid[]; lastOn: Day }>()
  for (const { is, line } of matches) {
    if (is !== 'not-in-inventory') continue
    const vendor = line.vendors[0] ?? ''
    const of = byVendor.get(vendor) ?? { sums: new Sums(), lines: [], lastOn: '' }
    byVendor.set(vendor, of)
    if (line.billed.currency !== null) of.sums.add(line.billed.currency, line.billed.minor)
    of.lines.push(line.id)
    const day = line.billedOn ?? line.covers?.from ?? ''
    if (day > of.lastOn) of.lastOn = day
  }
  return [...byVendor]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([vendor, { sums, lines, lastOn }]) => ({ vendor, sums: sums.list(), lines, lastOn: lastOn || null }))
}
