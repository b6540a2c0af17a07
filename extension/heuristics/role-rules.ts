import type { Concept } from './vocabulary/language.ts'

/** What the values of a column look like, from a sample of them. */
export type Shape = {
  kind: 'empty' | 'email' | 'host' | 'day' | 'flag' | 'money' | 'number' | 'text'
  whole: boolean
  flags: boolean
  pairs: boolean
  unlimited: boolean
  /** "Monthly", "every 3 months" */
  periods: boolean
}

/** What a column is, before anybody knows what kind of record its row is. */
export type Role =
  | ('lastActiveOn' | 'createdOn' | 'dueOn' | 'renewsOn' | 'issuedOn' | 'endsOn' | 'startsOn' | 'date')
  | (
      | 'seatsAssigned'
      | 'seatsAvailable'
      | 'seatsPurchased'
      | 'seatsTotal'
      | 'seatsCap'
      | 'seats'
      | 'count'
      | 'pair'
      | 'unlimited'
    )
  | ('unitPrice' | 'totalPrice' | 'price' | 'amount' | 'currency' | 'period' | 'periodCount')
  | ('auto' | 'cancelsAtEnd' | 'mfa' | 'bot' | 'lock' | 'active' | 'disabled' | 'trial' | 'status' | 'deleted')
  | ('email' | 'given' | 'family' | 'login' | 'access' | 'person' | 'accountId')
  | ('invoiceNumber' | 'number' | 'host' | 'registrar' | 'nameserver' | 'issuer' | 'subject' | 'names' | 'serial')
  | (
      | 'sku'
      | 'plan'
      | 'product'
      | 'license'
      | 'vendor'
      | 'subscriptionId'
      | 'name'
      | 'id'
      | 'type'
      | 'scope'
      | 'redirect'
    )

/** `unknown`: words of the leaf that mean nothing here; a bare "total" with some of them is a total of something else. */
export type Words = {
  leaf: Set<Concept>
  both: Set<Concept>
  unknown: number
  /** The key itself, where its words mean nothing here: `code`. */
  key: string
  /** It stands in an object of which nothing is understood: `storage.used`. */
  elsewhere: boolean
}
export type Rule = [role: Role, when: (words: Words, shape: Shape) => boolean]

export const has = (words: Set<Concept>, ...wanted: Concept[]) => wanted.some((concept) => words.has(concept))

export const dates: Rule[] = [
  [
    'lastActiveOn',
    ({ leaf, both }) =>
      has(leaf, 'lastActive') ||
      (has(leaf, 'last') && has(leaf, 'login', 'active', 'user')) ||
      (has(both, 'lastActive') && has(leaf, 'date', 'login')),
  ],
  ['createdOn', ({ leaf }) => has(leaf, 'created')],
  [
    'renewsOn',
    ({ leaf }) =>
      has(leaf, 'renew') || (has(leaf, 'next') && has(leaf, 'billing', 'due', 'invoice', 'date', 'issued', 'end')),
  ],
  ['dueOn', ({ leaf }) => has(leaf, 'due')],
  ['issuedOn', ({ leaf }) => has(leaf, 'issued') || (has(leaf, 'invoice') && !has(leaf, 'end', 'start', 'period'))],
  // `validity_not_before`
  ['startsOn', ({ leaf, key }) => has(leaf, 'end') && has(leaf, 'start') && /(?:before|start|begin|from)$/i.test(key)],
  ['endsOn', ({ leaf }) => has(leaf, 'end', 'until') && !has(leaf, 'updated') && [...leaf].at(-1) !== 'start'],
  ['startsOn', ({ leaf }) => has(leaf, 'start', 'bought', 'active', 'purchased')],
  ['issuedOn', ({ leaf }) => has(leaf, 'billing') && has(leaf, 'date')],
  ['date', ({ leaf }) => has(leaf, 'date')],
]

const seatWords = ['seat', 'license', 'user', 'unit', 'subscription'] as const
/** Counts of seats, not of anything: the words say seats, or nothing that is not understood. */
const ofSeats = ({ leaf, both, unknown, elsewhere }: Words) =>
  has(leaf, 'seat', 'license', 'user') ||
  (unknown === 0 && !elsewhere) ||
  (has(both, 'seat', 'license') && unknown <= 1)
export const counts: Rule[] = [
  ['seatsAvailable', (words) => has(words.leaf, 'available') && !has(words.both, 'price') && ofSeats(words)],
  ['seatsAssigned', (words) => has(words.leaf, 'assigned') && ofSeats(words)],
  ['seatsAssigned', ({ leaf, unknown }) => has(leaf, 'active') && has(leaf, 'license', 'seat') && unknown === 0],
  // `usage: { current: { count } }`, `assigned: { total }`: the object says which count it is.
  [
    'seatsAssigned',
    ({ leaf, both, unknown }) =>
      leaf.size === 1 && has(leaf, 'count', 'total') && unknown === 0 && has(both, 'assigned'),
  ],
  [
    'seatsPurchased',
    (words) =>
      (has(words.leaf, 'purchased') || (has(words.leaf, 'enabled') && has(words.both, 'purchased'))) && ofSeats(words),
  ],
  ['seatsTotal', ({ leaf, both }) => has(leaf, 'total') && has(both, 'seat', 'license')],
  ['seatsTotal', ({ leaf }) => has(leaf, 'capacity') && has(leaf, ...seatWords)],
  [
    'seats',
    ({ leaf, both, unknown }) =>
      (has(leaf, 'seat', 'license') || (has(leaf, 'count') && has(both, 'seat', 'license'))) && unknown <= 1,
  ],
  ['seats', ({ leaf, unknown }) => has(leaf, 'user') && has(leaf, 'count', 'total') && unknown === 0],
  ['count', ({ leaf, unknown, elsewhere }) => has(leaf, 'count') && unknown === 0 && !elsewhere],
]

export const notTheAmount = ['tax', 'discount', 'balance', 'paid', 'subtotal', 'estimate', 'previous'] as const
export const amounts: Rule[] = [
  ['unitPrice', ({ leaf, both }) => has(leaf, 'unit') && has(both, 'price', 'amount', 'unit')],
  // `unit_price: { amount, currency }`
  ['unitPrice', ({ leaf, both }) => has(leaf, 'amount', 'price') && has(both, 'unit')],
  ['unitPrice', ({ leaf }) => has(leaf, 'price') && has(leaf, 'seat', 'user', 'license') && !has(leaf, 'total')],
  [
    'totalPrice',
    ({ leaf, both, unknown }) =>
      unknown === 0 && has(leaf, 'total') && (has(both, 'price', 'amount', 'billing', 'invoice') || leaf.size === 1),
  ],
  ['totalPrice', ({ leaf, both }) => has(leaf, 'amount', 'cents') && has(both, 'total') && !has(both, ...notTheAmount)],
  ['price', ({ leaf, both }) => has(leaf, 'cents') && has(both, 'price', 'billing')],
  ['price', ({ both, unknown }) => has(both, 'price') && unknown <= 1],
  ['amount', ({ leaf, unknown }) => has(leaf, 'amount') && unknown <= 1],
  ['amount', ({ leaf }) => has(leaf, 'billing') && leaf.size === 1],
  // "Subscription: $12.50 per month"
  [
    'amount',
    ({ leaf }, { kind }) => kind === 'money' && leaf.size === 1 && has(leaf, 'subscription', 'plan', 'license'),
  ],
]

export const flags: Rule[] = [
  ['cancelsAtEnd', ({ leaf }) => has(leaf, 'canceled') && has(leaf, 'end')],
  ['auto', ({ leaf }) => has(leaf, 'auto') || (has(leaf, 'renew') && leaf.size <= 2)],
  // `renew: { automatic: true }`, `auto_renewal: { enabled: true }`
  [
    'auto',
    ({ leaf, both, key }) =>
      has(both, 'renew', 'auto') &&
      (/^(?:is_?)?auto(?:matic(?:ally)?)?$/i.test(key) || (leaf.size === 1 && has(leaf, 'enabled', 'active'))),
  ],
  ['mfa', ({ leaf }) => has(leaf, 'mfa')],
  ['bot', ({ leaf }) => has(leaf, 'bot')],
  ['lock', ({ leaf }) => has(leaf, 'lock')],
  ['unlimited', ({ leaf }) => has(leaf, 'unlimited')],
  ['trial', ({ leaf }) => has(leaf, 'trial') && !has(leaf, 'end')],
  ['disabled', ({ leaf }) => has(leaf, 'disabled') && !has(leaf, 'enabled', 'active')],
  // `email_alerts_enabled`: something about it is on, not the thing itself.
  ['active', ({ leaf, unknown }) => has(leaf, 'active', 'enabled') && (unknown === 0 || has(leaf, 'billing'))],
]

const ofSigningIn = /(?:mode|method|policy|requirement|provider|setting)$/i
export const texts: Rule[] = [
  ['unlimited', ({ leaf }, { unlimited }) => unlimited && has(leaf, 'seat', 'license', 'capacity', 'count')],
  ['pair', ({ leaf }, { pairs }) => pairs && has(leaf, 'seat', 'license', 'assigned', 'user', 'available', 'count')],
  ['auto', ({ leaf }) => has(leaf, 'auto')],
  ['auto', ({ leaf }) => has(leaf, 'renew') && has(leaf, 'status', 'type')],
  // "Renewal: manual"
  ['auto', ({ leaf, unknown }, { flags }) => flags && leaf.size === 1 && has(leaf, 'renew') && unknown === 0],
  // `renewal: { type: "manual" }`
  [
    'auto',
    ({ leaf, both }) => leaf.size === 1 && has(leaf, 'status', 'type') && has(both, 'renew') && !has(both, 'period'),
  ],
  ['status', ({ leaf, both }) => has(leaf, 'status') && !has(both, 'mfa', 'auto', 'lastActive')],
  // "Active: yes"
  [
    'active',
    ({ leaf, unknown }, { flags }) => flags && leaf.size === 1 && has(leaf, 'active', 'enabled') && unknown === 0,
  ],
  [
    'currency',
    ({ leaf, both }) => has(leaf, 'currency') || (has(both, 'currency') && (leaf.size <= 1 || has(leaf, 'name'))),
  ],
  ['period', ({ leaf }) => has(leaf, 'period') && !has(leaf, 'start', 'end')],
  ['period', ({ leaf }, { periods }) => periods && has(leaf, 'billing', 'price', 'subscription')],
  // `billingPeriod: { type: "month", duration: 1 }`; the length of the contract is none of it.
  [
    'period',
    ({ leaf, both, key }, { periods }) =>
      periods && has(both, 'period') && !has(both, 'subscription') && (has(leaf, 'type') || /^unit$/i.test(key)),
  ],
  // `price: { cents: 700, unit: "month" }`
  ['period', ({ both, key }, { periods }) => periods && /^(?:unit|per)$/i.test(key) && has(both, 'price')],
  ['mfa', ({ leaf }, { flags }) => has(leaf, 'mfa') && flags],
  ['lock', ({ leaf }) => has(leaf, 'lock')],
  ['given', ({ leaf }) => has(leaf, 'given')],
  ['family', ({ leaf }) => has(leaf, 'family')],
  [
    'invoiceNumber',
    ({ leaf, unknown }) => has(leaf, 'invoice') && unknown === 0 && (has(leaf, 'number', 'id') || leaf.size === 1),
  ],
  ['registrar', ({ leaf }) => has(leaf, 'registrar')],
  ['nameserver', ({ leaf }) => has(leaf, 'nameserver')],
  ['issuer', ({ leaf, both }) => has(leaf, 'issuer') || (has(both, 'issuer') && has(leaf, 'name', 'subject'))],
  ['names', ({ leaf }) => has(leaf, 'names')],
  ['serial', ({ leaf }) => has(leaf, 'serial')],
  ['subject', ({ leaf }) => has(leaf, 'subject')],
  [
    'subject',
    ({ leaf, unknown }, { kind }) => kind === 'host' && has(leaf, 'certificate') && leaf.size + unknown === 1,
  ],
  ['redirect', ({ leaf }) => has(leaf, 'redirect')],
  ['subscriptionId', ({ leaf }) => has(leaf, 'subscription') && has(leaf, 'id', 'number')],
  [
    'status',
    ({ leaf, both }) =>
      (leaf.size === 1 || has(leaf, 'name')) && has(leaf, 'name', 'amount', 'type') && has(both, 'status'),
  ],
  ['sku', ({ leaf }) => has(leaf, 'sku') && !has(leaf, 'name')],
  [
    'sku',
    ({ both, key }) =>
      /^(?:code|handle|slug|key|identifier)$/i.test(key) && has(both, 'plan', 'product', 'price', 'license'),
  ],
  ['sku', ({ leaf, both }) => leaf.size === 1 && has(leaf, 'id') && has(both, 'plan', 'price') && !has(both, 'user')],
  ['plan', ({ leaf, both }) => has(leaf, 'plan') || (has(leaf, 'name') && has(both, 'plan'))],
  ['plan', ({ leaf, both }) => leaf.size === 1 && has(leaf, 'name') && has(both, 'price') && !has(both, 'product')],
  ['plan', ({ leaf }) => has(leaf, 'license', 'subscription') && has(leaf, 'type', 'name')],
  ['vendor', ({ leaf, both }) => has(leaf, 'vendor') || (leaf.size === 1 && has(leaf, 'name') && has(both, 'vendor'))],
  [
    'product',
    ({ leaf, both }) =>
      (has(leaf, 'product') && !has(leaf, 'type', 'id', 'description')) ||
      (has(leaf, 'name') && has(both, 'product', 'license', 'subscription')),
  ],
  ['license', ({ leaf }) => has(leaf, 'license') && !has(leaf, 'id')],
  ['product', ({ leaf }) => has(leaf, 'subscription') && leaf.size === 1],
  // `login_mode` is how people sign in, not who.
  ['login', ({ leaf, both, key }) => has(leaf, 'login') && !has(both, 'domain') && !ofSigningIn.test(key)],
  ['access', ({ leaf }) => has(leaf, 'role')],
  ['accountId', ({ leaf }) => has(leaf, 'user') && has(leaf, 'id', 'number')],
  [
    'person',
    ({ leaf, both }) => (has(leaf, 'user') && !has(leaf, 'type', 'scope')) || (has(leaf, 'name') && has(both, 'user')),
  ],
  ['scope', ({ leaf }) => has(leaf, 'scope')],
  ['name', ({ leaf }) => has(leaf, 'name') || has(leaf, 'app')],
  ['number', ({ leaf }) => has(leaf, 'number')],
  ['type', ({ leaf }) => has(leaf, 'type')],
  ['id', ({ leaf }) => has(leaf, 'id')],
]
