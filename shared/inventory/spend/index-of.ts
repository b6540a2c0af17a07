import { addPace, dayNumber, dayOf, paceOf } from '../../model/calendar.ts'
import type { Day } from '../../model/day.ts'
import type { Uuid } from '../../model/id.ts'
import type { Belief } from '../belief.ts'
import { addTo } from '../grouped.ts'
import { lotsBySubscription, runningOf } from '../money/annual.ts'
import type { PricePoint } from '../money/price-history.ts'
import { folded } from '../names.ts'
import { amountKey, type PricedDays } from './amount-days.ts'
import type { SpendLine, VendorKey } from './lines.ts'
import { pricedDaysOf } from './priced-days.ts'

/** What a line can agree with. */
export type Known = {
  id: Uuid
  subscriptionId: string | undefined
  sku: string | undefined
  names: string[]
  /** What one bill of it, or one lot of it, comes to, and one unit, by the days of its life. */
  priced: PricedDays[]
  contractStartsOn: Day | undefined
  startsOn: Day | undefined
  endsOn: Day | undefined
  /** The last covered day, where it is known to be over. */
  endedOn: Day | undefined
  /** The day after what a bill from this day covers. */
  billedUntil: (from: Day) => Day | undefined
}

type OfVendor = { all: Known[]; byWord: Map<string, Known[]>; byAmount: Map<string, Known[]>; unitPriced: Known[] }
export type Index = { byId: Set<Uuid>; byVendor: Map<string, OfVendor> }

/** Every price that was ever seen of a subscription, the earliest first; without it only the present one is known. */
export type PricesOf = (subscription: Uuid) => PricePoint[]

export type Around = { vendorKey: VendorKey; today: Day; pricesOf?: PricesOf }

export function indexOf(
  subscriptions: Belief<'subscription'>[],
  lots: Belief<'lot'>[],
  { vendorKey, today, pricesOf = () => [] }: Around,
): Index {
  const lotsOf = lotsBySubscription(lots)
  const index: Index = { byId: new Set(), byVendor: new Map() }
  for (const subscription of subscriptions) {
    const { id } = subscription
    index.byId.add(id)
    const known = knownOf(subscription, pricedDaysOf(subscription, lotsOf.get(id) ?? [], pricesOf(id)), today)
    const { reseller, invoiceIssuer } = subscription.values
    const vendors = [subscription.vendor, reseller, invoiceIssuer].flatMap((said) => (said ? [vendorKey(said)] : []))
    for (const vendor of new Set(vendors)) {
      const of: OfVendor = index.byVendor.get(vendor) ?? {
        all: [],
        byWord: new Map(),
        byAmount: new Map(),
        unitPriced: [],
      }
      index.byVendor.set(vendor, of)
      of.all.push(known)
      for (const word of [known.subscriptionId, known.sku, ...known.names]) if (word) addTo(of.byWord, word, known)
      for (const amount of new Set(known.priced.flatMap(({ amounts }) => amounts))) addTo(of.byAmount, amount, known)
      if (known.priced.some(({ unitPrice }) => unitPrice)) of.unitPriced.push(known)
    }
  }
  return index
}

function knownOf({ id, values }: Belief<'subscription'>, priced: PricedDays[], today: Day): Known {
  const { product, plan, sku, subscriptionId, startsOn, endsOn, contractStartsOn } = values
  const period = values.billingPeriod
  // A plan alone ("Business") is the name of many things.
  const names = product === undefined ? [] : plan === undefined ? [product] : [product, `${product} ${plan}`]
  return {
    id,
    subscriptionId: subscriptionId && wordsOf(subscriptionId).join(' '),
    sku: sku && folded(sku),
    names: names.map((name) => wordsOf(name).join(' ')).filter(Boolean),
    priced,
    contractStartsOn,
    startsOn,
    endsOn,
    endedOn: runningOf(values, today) === 'ended' ? endsOn : undefined,
    billedUntil: (from) => period && dayOf(addPace(dayNumber(from), paceOf(period))),
  }
}

/** More candidates than this are a question by themselves. */
const mostCandidates = 200

export type Asked = { all: Known[]; ofVendor: () => Known[]; tooMany: boolean }

/** Those that share more than the vendor with the line: a word of it, else the amount, else the price of one. */
export function candidatesOf(index: Index, line: SpendLine, names: Set<string>): Asked | undefined {
  const vendors = line.vendors.flatMap((vendor) => index.byVendor.get(vendor) ?? [])
  if (vendors.length === 0) return undefined
  const all = new Set<Known>()
  for (const { byWord } of vendors) for (const word of names) addAll(all, byWord.get(word))
  if (all.size === 0) {
    const { minor, currency } = line.billed
    for (const { byAmount } of vendors) addAll(all, byAmount.get(amountKey(currency, minor)))
    if (line.quantity !== undefined) for (const { unitPriced } of vendors) addAll(all, unitPriced)
  }
  const ofVendor = () => {
    const known = new Set<Known>()
    for (const vendor of vendors) addAll(known, vendor.all)
    return [...known]
  }
  return { all: [...all], ofVendor, tooMany: all.size > mostCandidates }
}

/** At most one more than are looked at: what is shared by all of ten thousand says nothing. */
function addAll(to: Set<Known>, list: Known[] = []): void {
  for (const known of list) {
    if (to.size > mostCandidates) return
    to.add(known)
  }
}

const longestName = 8

/** Everything in a line that could be a name: its SKU, and each run of up to eight words of what it says. */
export function namesIn({ sku, description = '' }: SpendLine): Set<string> {
  const words = wordsOf(description).slice(0, 60)
  const names = new Set<string>(sku === undefined ? [] : [folded(sku), wordsOf(sku).join(' ')])
  for (let from = 0; from < words.length; from++)
    for (let to = from + 1; to <= Math.min(words.length, from + longestName); to++)
      names.add(words.slice(from, to).join(' '))
  return names
}

/** Without the marks between words: "Desk (Plus), 10 seats" says Desk Plus. */
const wordsOf = (text: string): string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? []
