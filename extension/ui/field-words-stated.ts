import type { Acknowledgement } from '../../shared/model/acknowledgement.ts'
import type { Charge } from '../../shared/model/charge.ts'
import type { Decision } from '../../shared/model/decision.ts'
import type { Judgement } from '../../shared/model/judgement.ts'
import type { Lot } from '../../shared/model/lot.ts'
import type { Person } from '../../shared/model/person.ts'
import { choice, type Every, field, payer, priceBasis } from './field-words-kinds.ts'

/** The fields of spend, and of what people say of purchases, renewals, persons and findings. */

export const charge: Every<Charge> = {
  invoiceId: field('field.charge.invoiceId', 'text'),
  invoiceIssuer: field('field.charge.invoiceIssuer', 'text'),
  provider: field('field.charge.provider', 'text'),
  publisher: field('field.charge.publisher', 'text'),
  description: field('field.charge.description', 'text'),
  skuId: field('field.charge.skuId', 'text'),
  category: choice<NonNullable<Charge['category']>>('field.charge.category', {
    usage: 'field.charge.category_.usage',
    purchase: 'field.charge.category_.purchase',
    tax: 'field.charge.category_.tax',
    credit: 'field.charge.category_.credit',
    adjustment: 'field.charge.category_.adjustment',
  }),
  frequency: choice<NonNullable<Charge['frequency']>>('field.charge.frequency', {
    'one-time': 'field.charge.frequency_.one_time',
    recurring: 'field.charge.frequency_.recurring',
    'usage-based': 'field.charge.frequency_.usage_based',
  }),
  billedCost: field('field.charge.billedCost', 'money'),
  effectiveCost: field('field.charge.effectiveCost', 'money'),
  listCost: field('field.charge.listCost', 'money'),
  contractedCost: field('field.charge.contractedCost', 'money'),
  quantity: field('field.charge.quantity', 'count'),
  unit: field('field.charge.unit', 'text'),
  billedOn: field('field.charge.billedOn', 'day'),
  billingPeriodStart: field('field.charge.billingPeriodStart', 'day'),
  billingPeriodEnd: field('field.charge.billingPeriodEnd', 'day'),
  chargePeriodStart: field('field.charge.chargePeriodStart', 'day'),
  chargePeriodEnd: field('field.charge.chargePeriodEnd', 'day'),
  subscription: field('field.charge.subscription', 'text'),
}

export const lot: Every<Lot> = {
  quantity: field('field.lot.quantity', 'count'),
  packSize: field('field.lot.packSize', 'count'),
  price: field('field.lot.price', 'money'),
  priceBasis: choice<NonNullable<Lot['priceBasis']>>('field.lot.priceBasis', priceBasis),
  startsOn: field('field.lot.startsOn', 'day'),
  endsOn: field('field.lot.endsOn', 'day'),
  purchaseOrder: field('field.lot.purchaseOrder', 'text'),
  payer: choice<NonNullable<Lot['payer']>>('field.lot.payer', payer),
  reseller: field('field.lot.reseller', 'text'),
  note: field('field.lot.note', 'text'),
  subscription: field('field.lot.subscription', 'text'),
}

export const decision: Every<Decision> = {
  choice: choice<NonNullable<Decision['choice']>>('field.decision.choice', {
    renew: 'field.decision.choice_.renew',
    reduce: 'field.decision.choice_.reduce',
    renegotiate: 'field.decision.choice_.renegotiate',
    switch: 'field.decision.choice_.switch',
    cancel: 'field.decision.choice_.cancel',
  }),
  reason: field('field.decision.reason', 'text'),
  decidedBy: field('field.decision.decidedBy', 'text'),
  decidedOn: field('field.decision.decidedOn', 'day'),
  noticeSentOn: field('field.decision.noticeSentOn', 'day'),
  termEndsOn: field('field.decision.termEndsOn', 'day'),
  subscription: field('field.decision.subscription', 'text'),
}

export const acknowledgement: Every<Acknowledgement> = {
  date: field('field.acknowledgement.date', 'day'),
  threshold: field('field.acknowledgement.threshold', 'count'),
  version: field('field.acknowledgement.version', 'text'),
  by: field('field.acknowledgement.by', 'text'),
  at: field('field.acknowledgement.at', 'text'),
  subject: field('field.acknowledgement.subject', 'text'),
}

export const person: Every<Person> = {
  name: field('field.person.name', 'text'),
  emails: field('field.person.emails', 'list'),
  kind: choice<NonNullable<Person['kind']>>('field.person.kind', {
    employee: 'field.person.kind_.employee',
    contractor: 'field.person.kind_.contractor',
    shared: 'field.person.kind_.shared',
    service: 'field.person.kind_.service',
    external: 'field.person.kind_.external',
  }),
  department: field('field.person.department', 'text'),
  manager: field('field.person.manager', 'text'),
  startsOn: field('field.person.startsOn', 'day'),
  endsOn: field('field.person.endsOn', 'day'),
}

export const judgement: Every<Judgement> = {
  finding: field('field.judgement.finding', 'text'),
  status: choice<NonNullable<Judgement['status']>>('field.judgement.status', {
    open: 'field.judgement.status_.open',
    accepted: 'field.judgement.status_.accepted',
    dismissed: 'field.judgement.status_.dismissed',
  }),
  reason: field('field.judgement.reason', 'text'),
  until: field('field.judgement.until', 'day'),
  by: field('field.judgement.by', 'text'),
  at: field('field.judgement.at', 'text'),
}
