import type { Assignment } from '../../shared/model/assignment.ts'
import type { Certificate } from '../../shared/model/certificate.ts'
import type { Control } from '../../shared/model/control.ts'
import type { DiscoveredProduct } from '../../shared/model/discovered-product.ts'
import type { Domain } from '../../shared/model/domain.ts'
import type { Confidence, EvidenceSource } from '../../shared/model/evidence.ts'
import type { Invoice } from '../../shared/model/invoice.ts'
import type { CapturedType } from '../../shared/model/record-type.ts'
import type { Subscription } from '../../shared/model/subscription.ts'

/** How a field is called, and as what it is written and typed in. The order is the order on screen. */
export type FieldWords =
  | { label: string; kind: 'text' | 'count' | 'money' | 'day' | 'flag' | 'period' | 'list' }
  | { label: string; kind: 'choice'; choices: Record<string, string> }

type Every<T> = { [K in keyof Required<T>]: FieldWords }
/** A choice names each word of the model's enumeration; a new one there does not compile until it is worded here. */
const choice = <W extends string>(label: string, choices: Record<W, string>): FieldWords => ({
  label,
  kind: 'choice',
  choices,
})

const subscription: Every<Subscription> = {
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
  startsOn: { label: 'Term starts', kind: 'day' },
  endsOn: { label: 'Term ends', kind: 'day' },
  renewsOn: { label: 'Renews', kind: 'day' },
  autoRenews: { label: 'Renews by itself', kind: 'flag' },
  reseller: { label: 'Reseller', kind: 'text' },
  sku: { label: 'SKU', kind: 'text' },
  subscriptionId: { label: 'Subscription ID', kind: 'text' },
}

const assignment: Every<Assignment> = {
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

const invoice: Every<Invoice> = {
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
}

const domain: Every<Domain> = {
  name: { label: 'Domain', kind: 'text' },
  registrar: { label: 'Registrar', kind: 'text' },
  registeredOn: { label: 'Registered', kind: 'day' },
  expiresOn: { label: 'Expires', kind: 'day' },
  autoRenews: { label: 'Renews by itself', kind: 'flag' },
  locked: { label: 'Transfer lock', kind: 'flag' },
  verified: { label: 'Verified', kind: 'flag' },
  status: { label: 'Status', kind: 'text' },
}

const certificate: Every<Certificate> = {
  subject: { label: 'Subject', kind: 'text' },
  names: { label: 'Names', kind: 'list' },
  issuer: { label: 'Issuer', kind: 'text' },
  serial: { label: 'Serial', kind: 'text' },
  startsOn: { label: 'Valid from', kind: 'day' },
  endsOn: { label: 'Valid to', kind: 'day' },
  autoRenews: { label: 'Renews by itself', kind: 'flag' },
}

const control: Every<Control> = {
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

const product: Every<DiscoveredProduct> = {
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

/** Typed against the model: a field without words does not compile. */
export const fieldWords: Record<CapturedType, Record<string, FieldWords>> = {
  subscription,
  assignment,
  invoice,
  domain,
  certificate,
  control,
  product,
}

export const typeWords: Record<CapturedType, { one: string; many: string }> = {
  subscription: { one: 'subscription', many: 'subscriptions' },
  assignment: { one: 'seat', many: 'seats' },
  invoice: { one: 'invoice', many: 'invoices' },
  domain: { one: 'domain', many: 'domains' },
  certificate: { one: 'certificate', many: 'certificates' },
  control: { one: 'security setting', many: 'security settings' },
  product: { one: 'product', many: 'products' },
}

export const sourceWords: Record<EvidenceSource, string> = {
  person: 'entered',
  json: 'console',
  page: 'page',
  generic: 'generic',
  import: 'import',
}

export const confidenceWords: Record<Confidence, { word: string; why: string }> = {
  high: { word: 'high', why: 'read from the console’s own answer' },
  medium: { word: 'medium', why: 'read from the page' },
  low: { word: 'low', why: 'recognized by the generic reader; please check' },
  stated: { word: 'stated', why: 'entered by a person' },
}
