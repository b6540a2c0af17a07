import type { Charge } from '../../model/charge.ts'
import type { Day } from '../../model/day.ts'
import type { Uuid } from '../../model/id.ts'
import type { Money } from '../../model/money.ts'
import type { Belief } from '../belief.ts'

/** Days of a charge period: `until` is the first one that is not covered. */
export type Covered = { from: Day; until: Day }

/** One amount that was billed: a charge, or a bill of which only the total is known. */
export type SpendLine = {
  id: Uuid
  type: 'charge' | 'invoice'
  /** Who it may be of, by the key of its vendor: the maker, the seller, the sender of the bill. */
  vendors: string[]
  invoiceId?: string
  sku?: string
  description?: string
  category?: NonNullable<Charge['category']>
  frequency?: NonNullable<Charge['frequency']>
  /** What was to be paid. */
  billed: Money
  /** What the covered days cost, where the bill says that apart: of a prepaid year, the months (FOCUS EffectiveCost). */
  effective?: Money
  covers?: Covered
  /** The day of the bill; of a charge whose bill was not captured, the first of its billing period, or its only day. */
  billedOn?: Day
  quantity?: number
  /** What a person says it pays for. */
  subscription?: Uuid
}

export type NotSpend = 'draft' | 'void' | 'refunded' | 'itemized' | 'no-amount'

export type Spend = {
  lines: SpendLine[]
  /** Not in any sum, and why: a bill whose lines are known is already there by its lines. */
  notSpend: { id: Uuid; why: NotSpend }[]
  /** Bills whose lines do not add up to them. */
  gaps: { invoice: Uuid; total: Money; lines: bigint; otherCurrency: boolean }[]
}

/** Names a vendor by one key, however a record calls it. */
export type VendorKey = (said: string) => string

/** All that was billed, once: charges, and the bills of which no charge is known. */
export function spendOf(charges: Belief<'charge'>[], invoices: Belief<'invoice'>[], vendorKey: VendorKey): Spend {
  const spend: Spend = { lines: [], notSpend: [], gaps: [] }
  const bills = new Map<string, Belief<'invoice'>>()
  for (const invoice of invoices)
    for (const vendor of vendorsOf(vendorKey, invoice.vendor, invoice.values.issuer))
      if (invoice.values.number !== undefined) bills.set(`${vendor}\n${invoice.values.number}`, invoice)

  const itemized = new Map<Uuid, { byCurrency: Map<string | null, bigint> }>()
  for (const charge of charges) {
    const { values } = charge
    const vendors = vendorsOf(
      vendorKey,
      values.publisher ?? charge.vendor,
      values.provider,
      values.invoiceIssuer,
      charge.vendor,
    )
    const bill = vendors.map((vendor) => bills.get(`${vendor}\n${values.invoiceId}`)).find((found) => found)
    const line = lineOfCharge(charge, vendors, bill?.values.issuedOn)
    const why = line ? unpaid(bill?.values.status) : 'no-amount'
    if (!line || why) {
      spend.notSpend.push({ id: charge.id, why: why ?? 'no-amount' })
      continue
    }
    spend.lines.push(line)
    if (!bill) continue
    const sums = itemized.get(bill.id) ?? { byCurrency: new Map() }
    const { minor, currency } = line.billed
    sums.byCurrency.set(currency, (sums.byCurrency.get(currency) ?? 0n) + BigInt(minor))
    itemized.set(bill.id, sums)
  }
  for (const invoice of invoices) {
    const { total, status } = invoice.values
    const lines = itemized.get(invoice.id)
    const why = lines ? 'itemized' : (unpaid(status) ?? (total === undefined ? 'no-amount' : undefined))
    if (why) spend.notSpend.push({ id: invoice.id, why })
    else if (total) spend.lines.push(lineOfInvoice(invoice, total, vendorKey))
    if (!lines || !total) continue
    const sum = lines.byCurrency.get(total.currency) ?? 0n
    // Some of its lines are in another currency, or say none: then nobody knows what is missing.
    const otherCurrency = lines.byCurrency.size > 1 || !lines.byCurrency.has(total.currency)
    if (sum !== BigInt(total.minor) || otherCurrency)
      spend.gaps.push({ invoice: invoice.id, total, lines: sum, otherCurrency })
  }
  return spend
}

/** A draft is not billed yet, a void bill is none, and of a refunded one the money came back. */
const unpaid = (status: Belief<'invoice'>['values']['status']): NotSpend | undefined =>
  status === 'draft' || status === 'void' || status === 'refunded' ? status : undefined

const vendorsOf = (key: VendorKey, ...said: (string | undefined)[]): string[] => [
  ...new Set(said.flatMap((name) => (name ? [key(name)] : []))),
]

function lineOfCharge({ id, values }: Belief<'charge'>, vendors: string[], issuedOn?: Day): SpendLine | undefined {
  const { billedCost, effectiveCost, chargePeriodStart, chargePeriodEnd, billingPeriodStart } = values
  const billed = billedCost ?? effectiveCost
  if (!billed) return undefined
  const covers =
    chargePeriodStart !== undefined && chargePeriodEnd !== undefined && chargePeriodStart < chargePeriodEnd
      ? { from: chargePeriodStart, until: chargePeriodEnd }
      : undefined
  // One day alone is that of a purchase: it is in a month, and covers nobody knows how many.
  const billedOn = issuedOn ?? values.billedOn ?? billingPeriodStart ?? (covers ? undefined : chargePeriodStart)
  return {
    id,
    type: 'charge',
    vendors,
    billed,
    ...(effectiveCost ? { effective: effectiveCost } : {}),
    ...(values.invoiceId ? { invoiceId: values.invoiceId } : {}),
    ...(values.skuId ? { sku: values.skuId } : {}),
    ...(values.description ? { description: values.description } : {}),
    ...(values.category ? { category: values.category } : {}),
    ...(values.frequency ? { frequency: values.frequency } : {}),
    ...(covers ? { covers } : {}),
    ...(billedOn ? { billedOn } : {}),
    ...(values.quantity === undefined ? {} : { quantity: values.quantity }),
    ...(values.subscription ? { subscription: values.subscription } : {}),
  }
}

const lineOfInvoice = ({ id, vendor, values }: Belief<'invoice'>, total: Money, key: VendorKey): SpendLine => ({
  id,
  type: 'invoice',
  vendors: vendorsOf(key, vendor, values.issuer),
  billed: total,
  ...(values.number ? { invoiceId: values.number } : {}),
  ...(values.issuedOn ? { billedOn: values.issuedOn } : {}),
  ...(values.subscription ? { subscription: values.subscription } : {}),
})
