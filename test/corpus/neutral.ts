import { z } from 'zod'
import { statusOf } from '../../extension/heuristics/values/word.ts'
import { Money, moneyToDecimal } from '../../shared/model/money.ts'
import type { FieldValue } from '../../shared/model/observation.ts'
import type { CapturedType } from '../../shared/model/record-type.ts'
import { BillingPeriod } from '../../shared/model/subscription.ts'

/** One record as the engine read it, with the words that each field was read from. */
export type ReadRecord = {
  type: CapturedType
  fields: Record<string, FieldValue>
  excerpts: Record<string, string>
  /** From a rendered page: there settings are known by their own names, "on" and "off". */
  page?: boolean
}

export type NeutralRecord = { type: string } & Record<string, unknown>

/** Our field → the field of the shape that records are scored in. */
const names: Partial<Record<CapturedType, Record<string, string>>> = {
  subscription: {
    product: 'product',
    plan: 'plan',
    sku: 'sku',
    metric: 'unit',
    seatsPurchased: 'quantityPurchased',
    seatsAssigned: 'quantityAssigned',
    seatsAvailable: 'quantityAvailable',
    unitPrice: 'unitPrice',
    totalPrice: 'totalPrice',
    billingPeriod: 'billingPeriod',
    startsOn: 'termStart',
    endsOn: 'termEnd',
    renewsOn: 'renewalDate',
    autoRenews: 'autoRenew',
    status: 'status',
  },
  assignment: {
    person: 'user',
    email: 'email',
    product: 'product',
    plan: 'plan',
    sku: 'sku',
    status: 'status',
    lastActiveOn: 'lastActive',
  },
  invoice: { number: 'number', issuedOn: 'date', dueOn: 'dueDate', total: 'total', status: 'status' },
  domain: { name: 'name', registrar: 'registrar', expiresOn: 'expires', autoRenews: 'autoRenew' },
  certificate: { subject: 'subject', names: 'sans', issuer: 'issuer', endsOn: 'notAfter' },
  product: { name: 'name', status: 'status' },
}

export function neutralOf(record: ReadRecord): NeutralRecord {
  if (record.type === 'control') return neutralControl(record)
  const renamed = Object.entries(names[record.type] ?? {}).flatMap(([ours, theirs]) => {
    const value = record.fields[ours]
    return value === undefined ? [] : [[theirs, neutralValue(ours, value, record)] as const]
  })
  return { type: record.type === 'product' ? 'app' : record.type, ...Object.fromEntries(renamed) }
}

function neutralControl({ fields, page }: ReadRecord): NeutralRecord {
  const type = 'securitySetting'
  if (!page) return { type, control: fields.area, state: fields.state }
  return { type, control: fields.title, state: fields.state === 'disabled' ? 'off' : 'on' }
}

function neutralValue(field: string, value: FieldValue, record: ReadRecord): unknown {
  const money = Money.safeParse(value)
  if (money.success)
    return { amount: moneyToDecimal(money.data), ...(money.data.currency ? { currency: money.data.currency } : {}) }
  const period = BillingPeriod.safeParse(value)
  if (period.success) return neutralPeriod(period.data)
  return field === 'status' ? neutralStatus(z.string().parse(value), record) : value
}

function neutralPeriod({ count, unit }: BillingPeriod): string {
  if (count === 3 && unit === 'month') return 'quarter'
  return count === 1 ? unit : `${count} ${unit}s`
}

/** Words of the scored shape that our closed sets fold together; the page's own word decides between them. */
const distinct = /^(open|unpaid|sent|pending|overdue|past-due|void|canceled|inactive|deactivated|disabled)$/
const closed: Record<string, string> = { trialing: 'trial', invited: 'pending', deprovisioned: 'deactivated' }

function neutralStatus(status: string, record: ReadRecord): string {
  const said = (record.excerpts.status ?? '').trim().toLowerCase().replace('cancelled', 'canceled')
  if (distinct.test(said)) return said
  // Our closed set has no word for it: the page's own word, in whatever language, stays in the evidence.
  if (status === 'unknown') return statusOf(said, ['pending', 'inactive'], '') ?? status
  if (record.type === 'invoice' && record.page) return { open: 'unpaid', void: 'canceled' }[status] ?? status
  return closed[status] ?? status
}

export const excerptsOf = (where: Record<string, { excerpt: string }>): Record<string, string> =>
  Object.fromEntries(Object.entries(where).map(([field, { excerpt }]) => [field, excerpt]))
