import { fieldNames } from '../../../shared/model/record-type.ts'

/** The fields of a subscription in groups that a person understands; every one of them stands in exactly one. */
export type Group = {
  id: 'running' | 'contract' | 'renewal' | 'notice' | 'alerts' | 'product' | 'seats' | 'money' | 'sold' | 'others'
  fields: string[]
}

/** What the terms follow from, beside their line. */
export const termGroups: Group[] = [
  { id: 'running', fields: ['startsOn', 'endsOn', 'renewsOn'] },
  { id: 'contract', fields: ['contractStartsOn', 'initialTerm', 'renewalTerm'] },
  { id: 'renewal', fields: ['renewalMode', 'autoRenews'] },
  { id: 'notice', fields: ['noticePeriod', 'noticeFrom', 'noticeOnBusinessDay', 'postalLeadDays'] },
  { id: 'alerts', fields: ['owner', 'alertDays'] },
]

const named: Group[] = [
  { id: 'product', fields: ['product', 'plan', 'sku', 'subscriptionId', 'status', 'kind'] },
  {
    id: 'seats',
    fields: [
      'seatsContracted',
      'seatsPurchased',
      'seatsAssigned',
      'seatsActive',
      'seatsAvailable',
      'unlimited',
      'metric',
      'metricKind',
    ],
  },
  {
    id: 'money',
    fields: ['unitPrice', 'totalPrice', 'priceBasis', 'packSize', 'pricePeriod', 'billingPeriod', 'cardExpiresOn'],
  },
  { id: 'sold', fields: ['reseller', 'invoiceIssuer', 'payer', 'purchaseOrder'] },
]

/** A field that the model gets and nobody placed stands with the last ones, so that none is ever out of reach. */
export function detailGroups(): Group[] {
  const placed = new Set([...termGroups, ...named].flatMap(({ fields }) => fields))
  const others = fieldNames('subscription').filter((field) => !placed.has(field))
  return others.length === 0 ? named : [...named, { id: 'others', fields: others }]
}
