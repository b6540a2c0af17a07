import type { Money } from '../../shared/model/money.ts'
import type { Fields, FieldValue } from '../../shared/model/observation.ts'
import type { CapturedType, ClientType } from '../../shared/model/record-type.ts'
import type { BillingPeriod } from '../../shared/model/subscription.ts'
import { fieldWords } from './field-words.ts'
import { formatCount, formatDay, formatLength, formatMoney, formatPeriod } from './format.ts'
import { t } from './language.ts'
import { locale } from './locale.ts'

const parts = (value: FieldValue | undefined) =>
  typeof value === 'object' && !Array.isArray(value) ? value : undefined

export function moneyOf(value: FieldValue | undefined): Money | undefined {
  const { minor, currency } = parts(value) ?? {}
  if (typeof minor !== 'number') return undefined
  return { minor, currency: typeof currency === 'string' ? currency : null }
}

export function periodOf(value: FieldValue | undefined): BillingPeriod | undefined {
  const { count, unit } = parts(value) ?? {}
  if (typeof count !== 'number') return undefined
  return unit === 'day' || unit === 'week' || unit === 'month' || unit === 'year' ? { count, unit } : undefined
}

export const countOf = (value: FieldValue | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined

export const textOf = (value: FieldValue | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined

const wordsOf = (type: ClientType, field: string) => fieldWords[type][field]

export const labelOf = (type: ClientType, field: string): string => wordsOf(type, field)?.label ?? field

/** One field's value as a person reads it. */
export function valueText(type: ClientType, field: string, value: FieldValue, speaks = locale()): string {
  const words = wordsOf(type, field)
  if (typeof value === 'boolean') return t(value ? 'values.yes' : 'values.no')
  if (typeof value === 'number') return formatCount(value, speaks)
  if (Array.isArray(value)) return value.join(', ')
  if (typeof value === 'string') {
    if (words?.kind === 'day') return formatDay(value, speaks)
    return words?.kind === 'choice' ? (words.choices[value] ?? value) : value
  }
  const money = moneyOf(value)
  if (money) return formatMoney(money, speaks)
  const period = periodOf(value)
  if (!period) return ''
  return words?.kind === 'length' ? formatLength(period) : formatPeriod(period)
}

const titleFields: Record<ClientType, string[]> = {
  subscription: ['product', 'plan', 'sku', 'subscriptionId'],
  assignment: ['person', 'email', 'accountId'],
  invoice: ['number'],
  domain: ['name'],
  certificate: ['subject', 'serial'],
  control: ['title'],
  product: ['name', 'productId'],
  charge: ['description', 'skuId', 'invoiceId'],
  lot: ['purchaseOrder'],
  decision: ['choice'],
  acknowledgement: ['date'],
  person: ['name'],
  judgement: ['finding'],
}

/** What a thing is called: its first naming field that was shown, else its key. */
export function titleOf(type: ClientType, fields: Fields, key: string): string {
  const field = titleFields[type].find((name) => textOf(fields[name]))
  return (field === undefined ? undefined : textOf(fields[field])) ?? key
}

const gistFields: Record<CapturedType, string[]> = {
  subscription: ['seatsPurchased', 'totalPrice', 'unitPrice', 'renewsOn', 'endsOn', 'status'],
  assignment: ['product', 'status', 'lastActiveOn'],
  invoice: ['total', 'status', 'issuedOn'],
  domain: ['expiresOn', 'registrar', 'autoRenews'],
  certificate: ['endsOn', 'issuer'],
  control: ['state', 'detail'],
  product: ['status', 'signOn', 'lastActiveOn'],
  charge: ['billedCost', 'chargePeriodStart', 'invoiceIssuer'],
}

const units: Record<string, string> = {
  seatsPurchased: ' seats',
  unitPrice: ' per unit',
  renewsOn: 'renews ',
  endsOn: 'ends ',
  expiresOn: 'expires ',
  lastActiveOn: 'last active ',
}

/** One quiet line of what matters of it: "25 seats · €1,234.50 · renews 1 Mar 2027". */
export function gistOf(type: CapturedType, fields: Fields, parts = 3, speaks = locale()): string {
  const told = gistFields[type].flatMap((field) => {
    const value = fields[field]
    if (value === undefined) return []
    const unit = units[field] ?? ''
    const text = valueText(type, field, value, speaks)
    return [unit.endsWith(' ') ? `${unit}${text}` : `${text}${unit}`]
  })
  return told.slice(0, parts).join(' · ')
}
