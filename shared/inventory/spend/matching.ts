import { addDays } from '../../model/calendar.ts'
import type { Day } from '../../model/day.ts'
import type { Uuid } from '../../model/id.ts'
import type { Belief } from '../belief.ts'
import { folded } from '../names.ts'
import { amountKey, type PricedDays } from './amount-days.ts'
import { type Around, type Asked, candidatesOf, indexOf, type Known, namesIn } from './index-of.ts'
import type { SpendLine } from './lines.ts'

/** Why a line is said to pay for a subscription, the surest first. A closed set: the screen has a sentence for each. */
export const matchReasons = [
  'stated',
  'subscription-id',
  'sku',
  'name',
  'amount',
  'unit-price',
  'period',
  'vendor',
] as const
export type MatchReason = (typeof matchReasons)[number]

/**
 * Several: two subscriptions agree equally well. Vendor only: it is of a vendor that we know, and nothing says for what.
 * Gone: a person named a subscription that is not there any more. `more`: how many candidates at least are not listed.
 */
export type Match =
  | { is: 'matched'; line: SpendLine; subscription: Uuid; reasons: MatchReason[] }
  | { is: 'asked'; line: SpendLine; why: 'several' | 'vendor-only' | 'gone'; candidates: Uuid[]; more: number }
  | { is: 'not-in-inventory'; line: SpendLine }

/** A question names at most so many subscriptions. */
const askedAbout = 20

/** Which subscription each line pays for: the best one where only one is best, else a question. Linear in both. */
export function matchLines(
  lines: Iterable<SpendLine>,
  subscriptions: Belief<'subscription'>[],
  lots: Belief<'lot'>[],
  around: Around,
): Match[] {
  const index = indexOf(subscriptions, lots, around)
  return [...lines].map((line): Match => {
    if (line.subscription !== undefined)
      return index.byId.has(line.subscription)
        ? { is: 'matched', line, subscription: line.subscription, reasons: ['stated'] }
        : { is: 'asked', line, why: 'gone', candidates: [], more: 0 }
    const names = namesIn(line)
    const asked = candidatesOf(index, line, names)
    return asked ? bestOf(line, asked, names) : { is: 'not-in-inventory', line }
  })
}

function bestOf(line: SpendLine, { all, ofVendor, tooMany }: Asked, names: Set<string>): Match {
  let best: { known: Known; agreement: Agreement }[] = []
  for (const known of tooMany ? [] : all) {
    const agreement = agreementOf(line, known, names)
    if (!agreement) continue
    const order = best[0] ? compare(agreement, best[0].agreement) : 1
    if (order > 0) best = [{ known, agreement }]
    else if (order === 0) best.push({ known, agreement })
  }
  const [one, other] = best
  if (one && !other) return { is: 'matched', line, subscription: one.known.id, reasons: reasonsOf(one.agreement) }
  const candidates = one ? best.map(({ known }) => known) : tooMany ? all : ofVendor()
  const why = one || tooMany ? 'several' : 'vendor-only'
  const ids = candidates.slice(0, askedAbout).map(({ id }) => id)
  return { is: 'asked', line, why, candidates: ids.sort(), more: candidates.length - ids.length }
}

/** How well a line and a subscription agree, in the order in which it counts. */
type Agreement = Record<'subscription-id' | 'sku' | 'name' | 'amount' | 'unit-price' | 'period', number>
const inOrder = ['subscription-id', 'sku', 'name', 'amount', 'unit-price', 'period'] as const

function compare(a: Agreement, b: Agreement): number {
  for (const reason of inOrder) if (a[reason] !== b[reason]) return a[reason] - b[reason]
  return 0
}

const reasonsOf = (agreement: Agreement): MatchReason[] => [
  ...inOrder.filter((reason) => agreement[reason] > 0),
  'vendor',
]

/** Undefined where something speaks against it, or nothing for it but the vendor and the time. */
function agreementOf(line: SpendLine, known: Known, names: Set<string>): Agreement | undefined {
  const byId = known.subscriptionId !== undefined && names.has(known.subscriptionId)
  if (!byId && line.sku !== undefined && known.sku !== undefined && folded(line.sku) !== known.sku) return undefined
  if (line.covers && isOutside(line.covers, known)) return undefined
  const { minor, currency } = line.billed
  const priced = pricedThen(line, known.priced)
  const amount = amountKey(currency, minor)
  const agreement: Agreement = {
    'subscription-id': byId ? 1 : 0,
    sku: line.sku !== undefined && folded(line.sku) === known.sku ? 1 : 0,
    // A longer name says more: "Desk Plus" is not "Desk".
    name: Math.max(0, ...known.names.map((name) => (names.has(name) ? name.split(' ').length : 0))),
    amount: currency !== null && minor !== 0 && priced.some(({ amounts }) => amounts.includes(amount)) ? 1 : 0,
    'unit-price': priced.some((price) => isMultiple(line, price)) ? 1 : 0,
    period: line.covers && isOfPeriod(line.covers, known) ? 1 : 0,
  }
  return inOrder.some((reason) => reason !== 'period' && agreement[reason] > 0) ? agreement : undefined
}

/** A bill may be written so long before or after the days that it is for, which it does not say. */
const billedAround = 31

/** The prices of the day from which the line is charged; of one that does not say it, of the days around its bill. */
function pricedThen({ covers, billedOn }: SpendLine, priced: PricedDays[]): PricedDays[] {
  if (covers) return priced.filter(({ from, to }) => from <= covers.from && to >= covers.from)
  if (billedOn === undefined) return priced
  const [first, last] = [addDays(billedOn, -billedAround), addDays(billedOn, billedAround)]
  return priced.filter(({ from, to }) => from <= last && to >= first)
}

/** So many at the price of one. */
const isMultiple = ({ billed, quantity }: SpendLine, { unitPrice }: PricedDays): boolean =>
  unitPrice !== undefined &&
  quantity !== undefined &&
  Number.isInteger(quantity) &&
  quantity > 0 &&
  unitPrice.currency !== null &&
  unitPrice.currency === billed.currency &&
  BigInt(unitPrice.minor) * BigInt(quantity) === BigInt(billed.minor)

/** Days before the contract began, or after it ended for good. */
const isOutside = ({ from, until }: { from: Day; until: Day }, { contractStartsOn, endedOn }: Known): boolean =>
  (contractStartsOn !== undefined && until <= contractStartsOn) || (endedOn !== undefined && from > endedOn)

/** Days of the running term, or as many as one bill is for. */
const isOfPeriod = ({ from, until }: { from: Day; until: Day }, { startsOn, endsOn, billedUntil }: Known): boolean =>
  (startsOn !== undefined && endsOn !== undefined && from <= endsOn && until > startsOn) || billedUntil(from) === until
