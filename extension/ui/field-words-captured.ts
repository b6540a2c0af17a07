import type { Assignment } from '../../shared/model/assignment.ts'
import type { Certificate } from '../../shared/model/certificate.ts'
import type { Control } from '../../shared/model/control.ts'
import type { DiscoveredProduct } from '../../shared/model/discovered-product.ts'
import type { Domain } from '../../shared/model/domain.ts'
import type { Invoice } from '../../shared/model/invoice.ts'
import type { Subscription } from '../../shared/model/subscription.ts'
import { choice, type Every, field, payer, priceBasis } from './field-words-kinds.ts'

/** The fields that a console shows, and what a contract says of a subscription. */

export const subscription: Every<Subscription> = {
  product: field('field.subscription.product', 'text'),
  plan: field('field.subscription.plan', 'text'),
  status: choice<NonNullable<Subscription['status']>>('field.subscription.status', {
    trialing: 'field.subscription.status_.trialing',
    active: 'field.subscription.status_.active',
    'past-due': 'field.subscription.status_.past_due',
    suspended: 'field.subscription.status_.suspended',
    canceled: 'field.subscription.status_.canceled',
    expired: 'field.subscription.status_.expired',
    unknown: 'field.subscription.status_.unknown',
  }),
  seatsPurchased: field('field.subscription.seatsPurchased', 'count'),
  seatsAssigned: field('field.subscription.seatsAssigned', 'count'),
  seatsActive: field('field.subscription.seatsActive', 'count'),
  seatsAvailable: field('field.subscription.seatsAvailable', 'count'),
  unlimited: field('field.subscription.unlimited', 'flag'),
  metric: field('field.subscription.metric', 'text'),
  unitPrice: field('field.subscription.unitPrice', 'money'),
  totalPrice: field('field.subscription.totalPrice', 'money'),
  billingPeriod: field('field.subscription.billingPeriod', 'period'),
  pricePeriod: field('field.subscription.pricePeriod', 'period'),
  startsOn: field('field.subscription.startsOn', 'day'),
  endsOn: field('field.subscription.endsOn', 'day'),
  renewsOn: field('field.subscription.renewsOn', 'day'),
  autoRenews: field('field.subscription.autoRenews', 'flag'),
  reseller: field('field.subscription.reseller', 'text'),
  sku: field('field.subscription.sku', 'text'),
  subscriptionId: field('field.subscription.subscriptionId', 'text'),
  invoiceIssuer: field('field.subscription.invoiceIssuer', 'text'),
  kind: choice<NonNullable<Subscription['kind']>>('field.subscription.kind', {
    saas: 'field.subscription.kind_.saas',
    cloud: 'field.subscription.kind_.cloud',
    telecom: 'field.subscription.kind_.telecom',
    support: 'field.subscription.kind_.support',
    domain: 'field.subscription.kind_.domain',
    certificate: 'field.subscription.kind_.certificate',
    maintenance: 'field.subscription.kind_.maintenance',
    other: 'field.subscription.kind_.other',
  }),
  metricKind: choice<NonNullable<Subscription['metricKind']>>('field.subscription.metricKind', {
    'named-user': 'field.subscription.metricKind_.named_user',
    'concurrent-user': 'field.subscription.metricKind_.concurrent_user',
    device: 'field.subscription.metricKind_.device',
    core: 'field.subscription.metricKind_.core',
    site: 'field.subscription.metricKind_.site',
    pack: 'field.subscription.metricKind_.pack',
    usage: 'field.subscription.metricKind_.usage',
    credit: 'field.subscription.metricKind_.credit',
    other: 'field.subscription.metricKind_.other',
  }),
  seatsContracted: field('field.subscription.seatsContracted', 'count'),
  priceBasis: choice<NonNullable<Subscription['priceBasis']>>('field.subscription.priceBasis', priceBasis),
  packSize: field('field.subscription.packSize', 'count'),
  payer: choice<NonNullable<Subscription['payer']>>('field.subscription.payer', payer),
  purchaseOrder: field('field.subscription.purchaseOrder', 'text'),
  cardExpiresOn: field('field.subscription.cardExpiresOn', 'day'),
  contractStartsOn: field('field.subscription.contractStartsOn', 'day'),
  initialTerm: field('field.subscription.initialTerm', 'length'),
  renewalTerm: field('field.subscription.renewalTerm', 'length'),
  renewalMode: choice<NonNullable<Subscription['renewalMode']>>('field.subscription.renewalMode', {
    none: 'field.subscription.renewalMode_.none',
    tacit: 'field.subscription.renewalMode_.tacit',
    express: 'field.subscription.renewalMode_.express',
  }),
  noticePeriod: field('field.subscription.noticePeriod', 'length'),
  noticeFrom: choice<NonNullable<Subscription['noticeFrom']>>('field.subscription.noticeFrom', {
    'term-end': 'field.subscription.noticeFrom_.term_end',
    anniversary: 'field.subscription.noticeFrom_.anniversary',
  }),
  noticeOnBusinessDay: field('field.subscription.noticeOnBusinessDay', 'flag'),
  postalLeadDays: field('field.subscription.postalLeadDays', 'count'),
  alertDays: field('field.subscription.alertDays', 'counts'),
  owner: field('field.subscription.owner', 'text'),
}

export const assignment: Every<Assignment> = {
  person: field('field.assignment.person', 'text'),
  email: field('field.assignment.email', 'text'),
  product: field('field.assignment.product', 'text'),
  plan: field('field.assignment.plan', 'text'),
  status: choice<NonNullable<Assignment['status']>>('field.assignment.status', {
    active: 'field.assignment.status_.active',
    inactive: 'field.assignment.status_.inactive',
    invited: 'field.assignment.status_.invited',
    suspended: 'field.assignment.status_.suspended',
    deprovisioned: 'field.assignment.status_.deprovisioned',
    unknown: 'field.assignment.status_.unknown',
  }),
  role: field('field.assignment.role', 'text'),
  mfa: field('field.assignment.mfa', 'flag'),
  lastActiveOn: field('field.assignment.lastActiveOn', 'day'),
  assignedOn: field('field.assignment.assignedOn', 'day'),
  sku: field('field.assignment.sku', 'text'),
  accountId: field('field.assignment.accountId', 'text'),
}

export const invoice: Every<Invoice> = {
  number: field('field.invoice.number', 'text'),
  issuedOn: field('field.invoice.issuedOn', 'day'),
  dueOn: field('field.invoice.dueOn', 'day'),
  total: field('field.invoice.total', 'money'),
  status: choice<NonNullable<Invoice['status']>>('field.invoice.status', {
    draft: 'field.invoice.status_.draft',
    open: 'field.invoice.status_.open',
    paid: 'field.invoice.status_.paid',
    'past-due': 'field.invoice.status_.past_due',
    partial: 'field.invoice.status_.partial',
    failed: 'field.invoice.status_.failed',
    refunded: 'field.invoice.status_.refunded',
    void: 'field.invoice.status_.void',
    unknown: 'field.invoice.status_.unknown',
  }),
  issuer: field('field.invoice.issuer', 'text'),
  subscription: field('field.invoice.subscription', 'text'),
}

export const domain: Every<Domain> = {
  name: field('field.domain.name', 'text'),
  registrar: field('field.domain.registrar', 'text'),
  registeredOn: field('field.domain.registeredOn', 'day'),
  expiresOn: field('field.domain.expiresOn', 'day'),
  autoRenews: field('field.domain.autoRenews', 'flag'),
  locked: field('field.domain.locked', 'flag'),
  verified: field('field.domain.verified', 'flag'),
  status: field('field.domain.status', 'text'),
}

export const certificate: Every<Certificate> = {
  subject: field('field.certificate.subject', 'text'),
  names: field('field.certificate.names', 'list'),
  issuer: field('field.certificate.issuer', 'text'),
  serial: field('field.certificate.serial', 'text'),
  startsOn: field('field.certificate.startsOn', 'day'),
  endsOn: field('field.certificate.endsOn', 'day'),
  autoRenews: field('field.certificate.autoRenews', 'flag'),
}

export const control: Every<Control> = {
  title: field('field.control.title', 'text'),
  area: choice<NonNullable<Control['area']>>('field.control.area', {
    mfa: 'field.control.area_.mfa',
    sso: 'field.control.area_.sso',
    'password-policy': 'field.control.area_.password_policy',
    session: 'field.control.area_.session',
    dlp: 'field.control.area_.dlp',
    retention: 'field.control.area_.retention',
    backup: 'field.control.area_.backup',
    device: 'field.control.area_.device',
    sharing: 'field.control.area_.sharing',
    logging: 'field.control.area_.logging',
    other: 'field.control.area_.other',
  }),
  state: choice<NonNullable<Control['state']>>('field.control.state', {
    enforced: 'field.control.state_.enforced',
    enabled: 'field.control.state_.enabled',
    partial: 'field.control.state_.partial',
    disabled: 'field.control.state_.disabled',
    'not-applicable': 'field.control.state_.not_applicable',
  }),
  detail: field('field.control.detail', 'text'),
}

export const product: Every<DiscoveredProduct> = {
  name: field('field.product.name', 'text'),
  status: choice<NonNullable<DiscoveredProduct['status']>>('field.product.status', {
    active: 'field.product.status_.active',
    inactive: 'field.product.status_.inactive',
    unknown: 'field.product.status_.unknown',
  }),
  signOn: field('field.product.signOn', 'text'),
  lastActiveOn: field('field.product.lastActiveOn', 'day'),
  productId: field('field.product.productId', 'text'),
}
