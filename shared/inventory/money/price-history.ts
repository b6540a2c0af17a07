import type { Uuid } from '../../model/id.ts'
import type { Lot } from '../../model/lot.ts'
import type { Money } from '../../model/money.ts'
import type { FieldValue, Observation } from '../../model/observation.ts'
import type { BillingPeriod, Subscription } from '../../model/subscription.ts'
import type { Edit } from '../../sync.ts'
import type { InventoryRecord } from '../record.ts'
import { over, type Ratio, rounded, times, whole } from './ratio.ts'

/** A price that was seen or stated once: what, when, where. */
export type PricePoint = {
  field: 'unitPrice' | 'totalPrice'
  price: Money
  /** Instant of the capture or of the edit. */
  at: string
  /** What the price was the price of, as far as it was said then and there, or ever by a person. */
  basis: NonNullable<Lot['priceBasis']>
  packSize?: number
  /** For a total: of how many. */
  quantity?: number
  period?: BillingPeriod
  by: { kind: 'capture'; observation: Uuid } | { kind: 'person'; member: Uuid }
}

/** Edits by field; where a caller keeps more than the latest of one field, all of them. */
export type PriceEdits = { field: string; edit: Edit }[]

export const editsOf = (record: InventoryRecord): PriceEdits =>
  Object.entries(record.edits).map(([field, edit]) => ({ field, edit }))

const priceFields = ['unitPrice', 'totalPrice'] as const

/** Every price ever observed or stated of one subscription, the earliest first. Nothing of it is ever overwritten. */
export function priceHistory(observations: Iterable<Observation>, edits: PriceEdits): PricePoint[] {
  const stated = new Map(edits.map(({ field, edit }) => [field, edit.value]))
  const points: PricePoint[] = []
  for (const { id, sighting } of observations)
    for (const field of priceFields) {
      const price = moneyOf(sighting.fields[field])
      const about = { ...sighting.fields, ...basisStated(stated) }
      if (price) points.push(pointOf(field, price, sighting.capture.at, about, { kind: 'capture', observation: id }))
    }
  for (const { field, edit } of edits) {
    const price = priceFields.find((each) => each === field)
    const value = moneyOf(edit.value)
    if (price && value)
      points.push(pointOf(price, value, edit.at, Object.fromEntries(stated), { kind: 'person', member: edit.by }))
  }
  return points.sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (sourceOf(a) < sourceOf(b) ? -1 : 1))
}

const sourceOf = ({ by, field }: PricePoint): string => `${by.kind === 'capture' ? by.observation : by.member} ${field}`

/** What a person said of the price holds for all sightings of it; a quantity holds for its own day only. */
function basisStated(stated: Map<string, FieldValue | null>): Record<string, FieldValue> {
  const said: Record<string, FieldValue> = {}
  for (const field of ['priceBasis', 'packSize', 'pricePeriod', 'billingPeriod']) {
    const value = stated.get(field)
    if (value !== null && value !== undefined) said[field] = value
  }
  return said
}

type About = Record<string, FieldValue | null>

function pointOf(field: PricePoint['field'], price: Money, at: string, about: About, by: PricePoint['by']): PricePoint {
  // Values of these fields were parsed by their schemas when they came in.
  const { priceBasis, packSize, seatsPurchased, pricePeriod, billingPeriod, unitPrice } = about as Subscription
  // Beside a unit price, a total is what its name says.
  const named = field === 'unitPrice' ? 'per-unit' : 'flat'
  const basis = field === 'totalPrice' && unitPrice ? 'flat' : (priceBasis ?? named)
  const period = pricePeriod ?? billingPeriod
  return {
    field,
    price,
    at,
    basis,
    ...(packSize ? { packSize } : {}),
    ...(seatsPurchased ? { quantity: seatsPurchased } : {}),
    ...(period ? { period } : {}),
    by,
  }
}

const moneyOf = (value: FieldValue | null | undefined): Money | undefined =>
  value instanceof Object && 'minor' in value ? (value as Money) : undefined // parsed by its schema when it came in

export type PriceRise = {
  from: PricePoint
  to: PricePoint
  by: { minor: bigint; currency: string }
  basisPoints: number
}

/**
 * Where a price became higher: only between prices of the same thing in the same currency for the same time, and totals
 * only of equally many. A price whose period nobody said compares with none.
 */
export function priceRises(history: PricePoint[]): PriceRise[] {
  const last = new Map<string, PricePoint>()
  const rises: PriceRise[] = []
  for (const to of history) {
    const same = comparable(to)
    if (same === undefined) continue
    const from = last.get(same)
    last.set(same, to)
    if (!from || to.price.minor <= from.price.minor || to.price.currency === null) continue
    const minor = BigInt(to.price.minor) - BigInt(from.price.minor)
    const share: Ratio | undefined = over(times(whole(minor), whole(10_000)), whole(from.price.minor))
    // From nothing to something is no percentage, and a credit that became a price is no rise.
    if (share && from.price.minor > 0)
      rises.push({ from, to, by: { minor, currency: to.price.currency }, basisPoints: Number(rounded(share)) })
  }
  return rises
}

function comparable({ field, price, basis, packSize, quantity, period }: PricePoint): string | undefined {
  if (price.currency === null || period === undefined) return undefined
  if (basis === 'flat' && quantity === undefined) return undefined
  if (basis === 'per-pack' && packSize === undefined) return undefined
  const of = basis === 'flat' ? `of ${quantity}` : basis === 'per-pack' ? `pack ${packSize}` : 'unit'
  return [field, price.currency, of, lengthOf(period)].join(' ')
}

/** Twelve months are a year, and seven days a week. */
const lengthOf = ({ count, unit }: BillingPeriod): string =>
  unit === 'year' || unit === 'month'
    ? `${count * (unit === 'year' ? 12 : 1)} months`
    : `${count * (unit === 'week' ? 7 : 1)} days`
