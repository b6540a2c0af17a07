import type { Acknowledgement } from '../../shared/model/acknowledgement.ts'
import type { Charge } from '../../shared/model/charge.ts'
import type { Decision } from '../../shared/model/decision.ts'
import type { Judgement } from '../../shared/model/judgement.ts'
import type { Lot } from '../../shared/model/lot.ts'
import type { Person } from '../../shared/model/person.ts'
import { choice, type Every, payer, priceBasis } from './field-words-kinds.ts'

/** The fields of spend, and of what people say of purchases, renewals, persons and findings. */

export const charge: Every<Charge> = {
  invoiceId: { label: 'Invoice', kind: 'text' },
  invoiceIssuer: { label: 'Invoice issuer', kind: 'text' },
  provider: { label: 'Sold by', kind: 'text' },
  publisher: { label: 'Made by', kind: 'text' },
  description: { label: 'Description', kind: 'text' },
  skuId: { label: 'SKU', kind: 'text' },
  category: choice<NonNullable<Charge['category']>>('Category', {
    usage: 'usage',
    purchase: 'purchase',
    tax: 'tax',
    credit: 'credit',
    adjustment: 'adjustment',
  }),
  frequency: choice<NonNullable<Charge['frequency']>>('Frequency', {
    'one-time': 'once',
    recurring: 'recurring',
    'usage-based': 'by usage',
  }),
  billedCost: { label: 'Billed', kind: 'money' },
  effectiveCost: { label: 'Effective cost', kind: 'money' },
  listCost: { label: 'List cost', kind: 'money' },
  contractedCost: { label: 'Contracted cost', kind: 'money' },
  quantity: { label: 'Quantity', kind: 'count' },
  unit: { label: 'Unit', kind: 'text' },
  billedOn: { label: 'Bill of', kind: 'day' },
  billingPeriodStart: { label: 'Billing period from', kind: 'day' },
  billingPeriodEnd: { label: 'Billing period before', kind: 'day' },
  chargePeriodStart: { label: 'Charged from', kind: 'day' },
  chargePeriodEnd: { label: 'Charged before', kind: 'day' },
  subscription: { label: 'Pays for', kind: 'text' },
}

export const lot: Every<Lot> = {
  quantity: { label: 'Quantity', kind: 'count' },
  packSize: { label: 'Units in a pack', kind: 'count' },
  price: { label: 'Price', kind: 'money' },
  priceBasis: choice<NonNullable<Lot['priceBasis']>>('Price is', priceBasis),
  startsOn: { label: 'Valid from', kind: 'day' },
  endsOn: { label: 'Valid to', kind: 'day' },
  purchaseOrder: { label: 'Purchase order', kind: 'text' },
  payer: choice<NonNullable<Lot['payer']>>('Paid by', payer),
  reseller: { label: 'Reseller', kind: 'text' },
  note: { label: 'Note', kind: 'text' },
  subscription: { label: 'Subscription', kind: 'text' },
}

export const decision: Every<Decision> = {
  choice: choice<NonNullable<Decision['choice']>>('Decision', {
    renew: 'renew',
    reduce: 'reduce',
    renegotiate: 'renegotiate',
    switch: 'switch',
    cancel: 'cancel',
  }),
  reason: { label: 'Reason', kind: 'text' },
  decidedBy: { label: 'Decided by', kind: 'text' },
  decidedOn: { label: 'Decided', kind: 'day' },
  noticeSentOn: { label: 'Notice sent', kind: 'day' },
  termEndsOn: { label: 'Term ends', kind: 'day' },
  subscription: { label: 'Subscription', kind: 'text' },
}

export const acknowledgement: Every<Acknowledgement> = {
  date: { label: 'Date', kind: 'day' },
  threshold: { label: 'Days before', kind: 'count' },
  version: { label: 'Version of the date', kind: 'text' },
  by: { label: 'Acknowledged by', kind: 'text' },
  at: { label: 'At', kind: 'text' },
  subject: { label: 'About', kind: 'text' },
}

export const person: Every<Person> = {
  name: { label: 'Name', kind: 'text' },
  emails: { label: 'Addresses', kind: 'list' },
  kind: choice<NonNullable<Person['kind']>>('Kind', {
    employee: 'employee',
    contractor: 'contractor',
    shared: 'shared account',
    service: 'service account',
    external: 'external',
  }),
  department: { label: 'Department', kind: 'text' },
  manager: { label: 'Manager', kind: 'text' },
  startsOn: { label: 'First day', kind: 'day' },
  endsOn: { label: 'Last day', kind: 'day' },
}

export const judgement: Every<Judgement> = {
  finding: { label: 'Finding', kind: 'text' },
  status: choice<NonNullable<Judgement['status']>>('Status', {
    open: 'open',
    accepted: 'accepted',
    dismissed: 'dismissed',
  }),
  reason: { label: 'Reason', kind: 'text' },
  until: { label: 'Until', kind: 'day' },
  by: { label: 'By', kind: 'text' },
  at: { label: 'At', kind: 'text' },
}
