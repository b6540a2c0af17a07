import type { Belief } from '../../shared/inventory/belief.ts'
import type { Assessed } from '../../shared/inventory/findings/context.ts'
import { annualOf, lotsBySubscription, runningOf } from '../../shared/inventory/money/annual.ts'
import type { Unpriced } from '../../shared/inventory/money/price.ts'
import { pricedOf } from '../../shared/inventory/money/priced.ts'
import { peopleModeOf } from '../../shared/inventory/people/mode.ts'
import { later } from '../../shared/inventory/seen.ts'
import { type Due, dueOf } from '../../shared/inventory/terms/due.ts'
import { type Around, decisionsBySubscription, factsOf } from '../../shared/inventory/terms/facts.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Lot } from '../../shared/model/lot.ts'
import type { Money } from '../../shared/model/money.ts'
import type { SubscriptionStatus } from '../../shared/model/subscription.ts'
import { searchable } from '../db/listing.ts'
import { convertFor } from '../records/convert.ts'
import type { Whole } from '../records/whole.ts'

/** What a subscription costs a year, or why nobody can say. */
export type YearlyPrice =
  | { is: 'known'; money: Money; converted: Money | undefined; unconfirmed: boolean }
  | { is: 'unknown'; why: Unpriced | 'no-period' }
  /** Counted with the others of its SKU: of what is shown twice, one counts. */
  | { is: 'free' | 'ended' | 'trial' | 'in-sum' | 'sum-of-purchases' }

export type Seats = {
  purchased?: number | undefined
  assigned?: number | undefined
  active?: number | undefined
  unlimited: boolean
}

/** One subscription as the list shows it. */
export type Entry = {
  id: Uuid
  vendor: { key: string; name: string }
  product: { key: string; name: string }
  /** What tells it from others of the product. */
  plan: string | undefined
  account: string | undefined
  status: SubscriptionStatus | undefined
  sku: string | undefined
  /** Who answers for it. */
  owner: string | undefined
  /** pool: what a console shows of all purchases of a SKU together. */
  part: 'whole' | 'pool' | 'purchase'
  seats: Seats
  price: YearlyPrice
  due: Due | undefined
  /** '' where no console ever showed it. */
  seenAt: string
  searched: string
}

/** Every subscription of the client with what the list tells of it; each is worked out once, before anything is painted. */
export const entriesOf = (whole: Whole, today: Day): Entry[] =>
  whole.inventory.entitlements.flatMap(entriesFor(whole, today))

/** The subscriptions of one entitlement. */
export function entriesFor(whole: Whole, today: Day): (assessed: Assessed) => Entry[] {
  const { inventory, client, lookedAt } = whole
  const convert = convertFor(whole, today)
  const lots = lotsBySubscription(inventory.beliefs.lot)
  const decisions = decisionsBySubscription(inventory.beliefs.decision)
  const holidays = new Set(client.holidays ?? [])
  const isNamed = peopleModeOf(client) === 'full'
  return (assessed) => {
    const { pool, purchases, vendor, product } = assessed.entitlement
    const priced = new Set(pricedOf([assessed.entitlement]))
    return [...(pool ? [pool] : []), ...purchases].map((one): Entry => {
      const part = one === pool ? 'pool' : pool || purchases.length > 1 ? 'purchase' : 'whole'
      const price = priceOf(one, assessed, part, priced.has(one), lots.get(one.id) ?? [], today)
      const around: Around = { decisions: decisions.get(one.id), holidays }
      const [plan, account] = [planOf(one), one.account?.name ?? one.account?.id]
      const looked = lookedAt.get(one.id)
      return {
        id: one.id,
        vendor,
        product,
        plan,
        account,
        status: one.values.status,
        sku: one.values.sku,
        owner: isNamed ? one.values.owner : undefined,
        part,
        seats: part === 'purchase' ? seatsOf(one) : seatsIn(assessed),
        price: price.is === 'known' ? { ...price, converted: convert(price.money) } : price,
        due: dueOf(factsOf(one.values, one.from, around), today),
        seenAt: looked === undefined || one.seenAt === '' ? one.seenAt : later(one.seenAt, looked),
        searched: searchable(
          [product.name, one.values.product, plan, one.values.sku, vendor.name, one.vendor, account].join(' '),
        ),
      }
    })
  }
}

/** The plan where the product is called otherwise; without either, what the console counts by. */
const planOf = ({ values: { product, plan, sku } }: Belief<'subscription'>): string | undefined =>
  plan !== undefined && product !== undefined && plan !== product ? plan : product === undefined ? undefined : sku

const seatsOf = ({ values }: Belief<'subscription'>): Seats => ({
  purchased: values.seatsPurchased,
  assigned: values.seatsAssigned,
  active: values.seatsActive,
  unlimited: values.unlimited === true,
})

const seatsIn = ({ position: { purchased, assigned, active, unlimited } }: Assessed): Seats => ({
  purchased: purchased?.count,
  assigned: assigned?.count,
  active: active?.count,
  unlimited,
})

function priceOf(
  { values }: Belief<'subscription'>,
  { free }: Assessed,
  part: Entry['part'],
  counts: boolean,
  lots: Lot[],
  today: Day,
): YearlyPrice {
  const running = runningOf(values, today)
  if (running === 'ended' || running === 'trial') return { is: running }
  if (free !== undefined) return { is: 'free' }
  if (!counts) return { is: part === 'pool' ? 'sum-of-purchases' : 'in-sum' }
  const annual = annualOf(values, lots, today)
  if (!annual.known) return { is: 'unknown', why: annual.reason }
  const money = { minor: Number(annual.money.minor), currency: annual.money.currency }
  return { is: 'known', money, converted: undefined, unconfirmed: running === 'unconfirmed' }
}
