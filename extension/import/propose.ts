import { type CapturedType, fieldNames } from '../../shared/model/record-type.ts'
import type { Column } from '../heuristics/columns.ts'
import type { Role } from '../heuristics/roles.ts'
import { focusField } from './focus.ts'
import { vendorField } from './plan.ts'

/** Fields that go by another name than the role of their column. */
const called: Partial<Record<CapturedType, Partial<Record<Role, string>>>> = {
  subscription: {
    name: 'product',
    license: 'product',
    seats: 'seatsPurchased',
    seatsTotal: 'seatsPurchased',
    count: 'seatsPurchased',
    price: 'totalPrice',
    amount: 'totalPrice',
    period: 'billingPeriod',
    auto: 'autoRenews',
  },
  assignment: { name: 'person', license: 'product', access: 'role', login: 'accountId' },
  invoice: {
    invoiceNumber: 'number',
    date: 'issuedOn',
    createdOn: 'issuedOn',
    price: 'total',
    amount: 'total',
    totalPrice: 'total',
    issuer: 'issuer',
    vendor: 'issuer',
  },
  domain: { host: 'name', endsOn: 'expiresOn', renewsOn: 'expiresOn', createdOn: 'registeredOn', auto: 'autoRenews' },
  certificate: { host: 'subject', name: 'subject', auto: 'autoRenews' },
  control: { name: 'title', product: 'title', status: 'state' },
  charge: {
    invoiceNumber: 'invoiceId',
    date: 'billedOn',
    issuedOn: 'billedOn',
    createdOn: 'billedOn',
    startsOn: 'chargePeriodStart',
    sku: 'skuId',
    count: 'quantity',
    seats: 'quantity',
    seatsPurchased: 'quantity',
    amount: 'billedCost',
    totalPrice: 'billedCost',
    price: 'billedCost',
    product: 'description',
    name: 'description',
    issuer: 'publisher',
    vendor: 'publisher',
  },
  product: { product: 'name', host: 'name', id: 'productId' },
}

/** The field that a column would be by its words and values, whatever the reader took from it. */
export function fieldByName(type: CapturedType, { role, label }: Column): string | undefined {
  const named = type === 'charge' ? focusField(label) : undefined
  if (named !== undefined) return named
  if (role === null) return undefined
  const field = called[type]?.[role] ?? role
  return fieldNames(type).includes(field) ? field : role === 'vendor' ? vendorField : undefined
}
