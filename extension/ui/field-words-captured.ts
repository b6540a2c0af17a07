import type { Assignment } from '../../shared/model/assignment.ts'
import type { Certificate } from '../../shared/model/certificate.ts'
import type { Control } from '../../shared/model/control.ts'
import type { DiscoveredProduct } from '../../shared/model/discovered-product.ts'
import type { Domain } from '../../shared/model/domain.ts'
import type { Invoice } from '../../shared/model/invoice.ts'
import type { Subscription } from '../../shared/model/subscription.ts'
import { choice, type Every, payer, priceBasis } from './field-words-kinds.ts'

/** The fields that a console shows, and what a contract says of a subscription. */

export const subscription: Every<Subscription> = {
  product: { label: 'Product', kind: 'text' },
  plan: { label: 'Plan', kind: 'text' },
  status: choice<NonNullable<Subscription['status']>>('Status', {
    trialing: 'trial',
    active: 'active',
    'past-due': 'past due',
    suspended: 'suspended',
    canceled: 'canceled',
    expired: 'expired',
    unknown: 'unknown',
  }),
  seatsPurchased: { label: 'Seats purchased', kind: 'count' },
  seatsAssigned: { label: 'Seats assigned', kind: 'count' },
  seatsActive: { label: 'Seats active', kind: 'count' },
  seatsAvailable: { label: 'Seats available', kind: 'count' },
  unlimited: { label: 'Unlimited', kind: 'flag' },
  metric: { label: 'Counted in', kind: 'text' },
  unitPrice: { label: 'Price per unit', kind: 'money' },
  totalPrice: { label: 'Total price', kind: 'money' },
  billingPeriod: { label: 'Billed', kind: 'period' },
  pricePeriod: { label: 'Price is for', kind: 'period' },
  startsOn: { label: 'Term starts', kind: 'day' },
  endsOn: { label: 'Term ends', kind: 'day' },
  renewsOn: { label: 'Renews', kind: 'day' },
  autoRenews: { label: 'Renews by itself', kind: 'flag' },
  reseller: { label: 'Reseller', kind: 'text' },
  sku: { label: 'SKU', kind: 'text' },
  subscriptionId: { label: 'Subscription ID', kind: 'text' },
  invoiceIssuer: { label: 'Invoice issuer', kind: 'text' },
  kind: choice<NonNullable<Subscription['kind']>>('Kind', {
    saas: 'software as a service',
    cloud: 'cloud',
    telecom: 'telecom',
    support: 'support',
    domain: 'domain',
    certificate: 'certificate',
    maintenance: 'maintenance',
    other: 'other',
  }),
  metricKind: choice<NonNullable<Subscription['metricKind']>>('Metric', {
    'named-user': 'named user',
    'concurrent-user': 'concurrent user',
    device: 'device',
    core: 'core',
    site: 'site',
    pack: 'pack',
    usage: 'usage',
    credit: 'credit',
    other: 'other',
  }),
  seatsContracted: { label: 'Seats contracted', kind: 'count' },
  priceBasis: choice<NonNullable<Subscription['priceBasis']>>('Price is', priceBasis),
  packSize: { label: 'Units in a pack', kind: 'count' },
  payer: choice<NonNullable<Subscription['payer']>>('Paid by', payer),
  purchaseOrder: { label: 'Purchase order', kind: 'text' },
  cardExpiresOn: { label: 'Card expires', kind: 'day' },
  contractStartsOn: { label: 'Contract starts', kind: 'day' },
  initialTerm: { label: 'Initial term', kind: 'length' },
  renewalTerm: { label: 'Renewal term', kind: 'length' },
  renewalMode: choice<NonNullable<Subscription['renewalMode']>>('Renewal mode', {
    none: 'ends',
    tacit: 'renews unless canceled',
    express: 'ends unless agreed',
  }),
  noticePeriod: { label: 'Notice period', kind: 'length' },
  noticeFrom: choice<NonNullable<Subscription['noticeFrom']>>('Notice before', {
    'term-end': 'the end of the term',
    anniversary: 'the anniversary',
  }),
  noticeOnBusinessDay: { label: 'Notice on a business day', kind: 'flag' },
  postalLeadDays: { label: 'Days by post', kind: 'count' },
  alertDays: { label: 'Alerts, days before', kind: 'counts' },
  owner: { label: 'Owner', kind: 'text' },
}

export const assignment: Every<Assignment> = {
  person: { label: 'Person', kind: 'text' },
  email: { label: 'E-mail', kind: 'text' },
  product: { label: 'Product', kind: 'text' },
  plan: { label: 'Plan', kind: 'text' },
  status: choice<NonNullable<Assignment['status']>>('Status', {
    active: 'active',
    inactive: 'inactive',
    invited: 'invited',
    suspended: 'suspended',
    deprovisioned: 'deprovisioned',
    unknown: 'unknown',
  }),
  role: { label: 'Role', kind: 'text' },
  mfa: { label: 'MFA', kind: 'flag' },
  lastActiveOn: { label: 'Last active', kind: 'day' },
  assignedOn: { label: 'Assigned', kind: 'day' },
  sku: { label: 'SKU', kind: 'text' },
  accountId: { label: 'Account ID', kind: 'text' },
}

export const invoice: Every<Invoice> = {
  number: { label: 'Number', kind: 'text' },
  issuedOn: { label: 'Issued', kind: 'day' },
  dueOn: { label: 'Due', kind: 'day' },
  total: { label: 'Total', kind: 'money' },
  status: choice<NonNullable<Invoice['status']>>('Status', {
    draft: 'draft',
    open: 'open',
    paid: 'paid',
    'past-due': 'past due',
    partial: 'partly paid',
    failed: 'failed',
    refunded: 'refunded',
    void: 'void',
    unknown: 'unknown',
  }),
  issuer: { label: 'Issuer', kind: 'text' },
  subscription: { label: 'Pays for', kind: 'text' },
}

export const domain: Every<Domain> = {
  name: { label: 'Domain', kind: 'text' },
  registrar: { label: 'Registrar', kind: 'text' },
  registeredOn: { label: 'Registered', kind: 'day' },
  expiresOn: { label: 'Expires', kind: 'day' },
  autoRenews: { label: 'Renews by itself', kind: 'flag' },
  locked: { label: 'Transfer lock', kind: 'flag' },
  verified: { label: 'Verified', kind: 'flag' },
  status: { label: 'Status', kind: 'text' },
}

export const certificate: Every<Certificate> = {
  subject: { label: 'Subject', kind: 'text' },
  names: { label: 'Names', kind: 'list' },
  issuer: { label: 'Issuer', kind: 'text' },
  serial: { label: 'Serial', kind: 'text' },
  startsOn: { label: 'Valid from', kind: 'day' },
  endsOn: { label: 'Valid to', kind: 'day' },
  autoRenews: { label: 'Renews by itself', kind: 'flag' },
}

export const control: Every<Control> = {
  title: { label: 'Setting', kind: 'text' },
  area: choice<NonNullable<Control['area']>>('Area', {
    mfa: 'MFA',
    sso: 'Single sign-on',
    'password-policy': 'Password policy',
    session: 'Session',
    dlp: 'Data loss prevention',
    retention: 'Retention',
    backup: 'Backup',
    device: 'Devices',
    sharing: 'Sharing',
    logging: 'Logging',
    other: 'Other',
  }),
  state: choice<NonNullable<Control['state']>>('State', {
    enforced: 'enforced',
    enabled: 'enabled',
    partial: 'partial',
    disabled: 'disabled',
    'not-applicable': 'not applicable',
  }),
  detail: { label: 'Detail', kind: 'text' },
}

export const product: Every<DiscoveredProduct> = {
  name: { label: 'Product', kind: 'text' },
  status: choice<NonNullable<DiscoveredProduct['status']>>('Status', {
    active: 'active',
    inactive: 'inactive',
    unknown: 'unknown',
  }),
  signOn: { label: 'Sign-on', kind: 'text' },
  lastActiveOn: { label: 'Last active', kind: 'day' },
  productId: { label: 'Product ID', kind: 'text' },
}
