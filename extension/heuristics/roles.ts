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
type Words = { leaf: Set<Concept>; both: Set<Concept>; unknown: number }
type Rule = [role: Role, when: (words: Words, shape: Shape) => boolean]

const has = (words: Set<Concept>, ...wanted: Concept[]) => wanted.some((concept) => words.has(concept))

const dates: Rule[] = [
  [
    'lastActiveOn',
    ({ leaf }) => has(leaf, 'lastActive') || (has(leaf, 'last') && has(leaf, 'login', 'active', 'user')),
  ],
  ['createdOn', ({ leaf }) => has(leaf, 'created')],
  [
    'renewsOn',
    ({ leaf }) => has(leaf, 'renew') || (has(leaf, 'next') && has(leaf, 'billing', 'due', 'invoice', 'date', 'issued')),
  ],
  ['dueOn', ({ leaf }) => has(leaf, 'due')],
  ['issuedOn', ({ leaf }) => has(leaf, 'issued') || (has(leaf, 'invoice') && !has(leaf, 'end', 'start', 'period'))],
  ['endsOn', ({ leaf }) => has(leaf, 'end', 'until') && !has(leaf, 'updated')],
  ['startsOn', ({ leaf }) => has(leaf, 'start', 'bought', 'active', 'purchased')],
  ['issuedOn', ({ leaf }) => has(leaf, 'billing') && has(leaf, 'date')],
  ['date', ({ leaf }) => has(leaf, 'date')],
]

const seatWords = ['seat', 'license', 'user', 'unit', 'subscription'] as const
/** Counts of seats, not of anything: the words say seats, or nothing that is not understood. */
const ofSeats = ({ leaf, both, unknown }: Words) =>
  has(leaf, 'seat', 'license', 'user') || unknown === 0 || (has(both, 'seat', 'license') && unknown <= 1)
const counts: Rule[] = [
  ['seatsAvailable', (words) => has(words.leaf, 'available') && !has(words.both, 'price') && ofSeats(words)],
  ['seatsAssigned', (words) => has(words.leaf, 'assigned') && ofSeats(words)],
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
  ['count', ({ leaf, unknown }) => has(leaf, 'count') && unknown === 0],
]

const notTheAmount = ['tax', 'discount', 'balance', 'paid', 'subtotal', 'estimate', 'previous'] as const
const amounts: Rule[] = [
  ['unitPrice', ({ leaf, both }) => has(leaf, 'unit') && has(both, 'price', 'amount', 'unit')],
  ['unitPrice', ({ leaf }) => has(leaf, 'price') && has(leaf, 'seat', 'user', 'license')],
  [
    'totalPrice',
    ({ leaf, both, unknown }) =>
      unknown === 0 && has(leaf, 'total') && (has(both, 'price', 'amount', 'billing', 'invoice') || leaf.size === 1),
  ],
  ['totalPrice', ({ leaf, both }) => has(leaf, 'amount', 'cents') && has(both, 'total')],
  ['price', ({ both, unknown }) => has(both, 'price') && unknown <= 1],
  ['amount', ({ leaf, unknown }) => has(leaf, 'amount') && unknown <= 1],
  ['amount', ({ leaf }) => has(leaf, 'billing') && leaf.size === 1],
  // "Subscription: $12.50 per month"
  [
    'amount',
    ({ leaf }, { kind }) => kind === 'money' && leaf.size === 1 && has(leaf, 'subscription', 'plan', 'license'),
  ],
]

const flags: Rule[] = [
  ['cancelsAtEnd', ({ leaf }) => has(leaf, 'canceled') && has(leaf, 'end')],
  ['auto', ({ leaf }) => has(leaf, 'auto') || (has(leaf, 'renew') && leaf.size <= 2)],
  ['mfa', ({ leaf }) => has(leaf, 'mfa')],
  ['bot', ({ leaf }) => has(leaf, 'bot')],
  ['lock', ({ leaf }) => has(leaf, 'lock')],
  ['unlimited', ({ leaf }) => has(leaf, 'unlimited')],
  ['trial', ({ leaf }) => has(leaf, 'trial') && !has(leaf, 'end')],
  ['disabled', ({ leaf }) => has(leaf, 'disabled') && !has(leaf, 'enabled', 'active')],
  ['active', ({ leaf }) => has(leaf, 'active', 'enabled') || (has(leaf, 'billing') && has(leaf, 'active'))],
]

const texts: Rule[] = [
  ['unlimited', ({ leaf }, { unlimited }) => unlimited && has(leaf, 'seat', 'license', 'capacity', 'count')],
  ['pair', ({ leaf }, { pairs }) => pairs && has(leaf, 'seat', 'license', 'assigned', 'user', 'available', 'count')],
  ['auto', ({ leaf }) => has(leaf, 'auto')],
  ['status', ({ leaf, both }) => has(leaf, 'status') && !has(both, 'mfa', 'auto')],
  ['currency', ({ leaf }) => has(leaf, 'currency')],
  ['period', ({ leaf }) => has(leaf, 'period') && !has(leaf, 'start', 'end')],
  ['period', ({ leaf }, { periods }) => periods && has(leaf, 'billing', 'price', 'subscription')],
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
  ['redirect', ({ leaf }) => has(leaf, 'redirect')],
  ['subscriptionId', ({ leaf }) => has(leaf, 'subscription') && has(leaf, 'id', 'number')],
  ['sku', ({ leaf }) => has(leaf, 'sku') && !has(leaf, 'name')],
  ['sku', ({ leaf, both }) => leaf.size === 1 && has(leaf, 'id') && has(both, 'plan', 'price') && !has(both, 'user')],
  ['plan', ({ leaf, both }) => has(leaf, 'plan') || (has(leaf, 'name') && has(both, 'plan'))],
  ['plan', ({ leaf }) => has(leaf, 'license', 'subscription') && has(leaf, 'type', 'name')],
  ['vendor', ({ leaf, both }) => has(leaf, 'vendor') || (leaf.size === 1 && has(leaf, 'name') && has(both, 'vendor'))],
  [
    'product',
    ({ leaf, both }) =>
      (has(leaf, 'product') && !has(leaf, 'type')) ||
      (has(leaf, 'name') && has(both, 'product', 'license', 'subscription')),
  ],
  ['license', ({ leaf }) => has(leaf, 'license')],
  ['product', ({ leaf }) => has(leaf, 'subscription') && leaf.size === 1],
  ['login', ({ leaf, both }) => has(leaf, 'login') && !has(both, 'domain')],
  ['access', ({ leaf }) => has(leaf, 'role')],
  ['accountId', ({ leaf }) => has(leaf, 'user') && has(leaf, 'id', 'number')],
  ['person', ({ leaf, both }) => has(leaf, 'user') || (has(leaf, 'name') && has(both, 'user'))],
  ['scope', ({ leaf }) => has(leaf, 'scope')],
  ['name', ({ leaf }) => has(leaf, 'name') || has(leaf, 'app')],
  ['number', ({ leaf }) => has(leaf, 'number')],
  ['type', ({ leaf }) => has(leaf, 'type')],
  ['id', ({ leaf }) => has(leaf, 'id')],
]

/** Words that make a column something that is not ours to read, whatever else it says. */
const barred = ['secret', 'address', 'estimate', 'previous', 'reset'] as const

const first = (rules: Rule[], words: Words, shape: Shape): Role | null =>
  rules.find(([, when]) => when(words, shape))?.[0] ?? null

/** The shape of the values chooses among the meanings that the words allow. */
export function roleOf(words: Words, shape: Shape): Role | null {
  const { leaf, both } = words
  if (shape.kind === 'empty') return null
  if (shape.kind === 'email') return has(leaf, 'secondary') ? null : 'email'
  if (has(leaf, ...barred)) return null
  if (shape.kind === 'host' && has(both, 'domain', 'name', 'id') && !has(leaf, 'nameserver')) return 'host'
  if (has(leaf, 'secondary') && shape.kind !== 'day') return null
  if (shape.kind === 'day') return has(leaf, 'canceled', 'trial') ? null : first(dates, words, shape)
  if (shape.kind === 'flag') return first(flags, words, shape) ?? (has(leaf, 'status') ? 'status' : null)
  if (shape.kind === 'money' || shape.kind === 'number') return numberRole(words, shape)
  return first(texts, words, shape)
}

function numberRole(words: Words, shape: Shape): Role | null {
  const { leaf, both, unknown } = words
  if (shape.whole && leaf.size === 1 && unknown === 0 && has(leaf, 'maximum', 'capacity')) return 'seatsCap'
  if (has(leaf, 'minimum', 'maximum', 'id', 'version')) return has(leaf, 'id') ? identifier(words) : null
  const priced =
    shape.kind === 'money' ||
    has(both, 'price', 'amount', 'tax', 'subtotal', 'discount', 'balance') ||
    has(leaf, 'total', 'unit')
  if (has(leaf, 'period')) return 'periodCount'
  if (shape.kind === 'number' && shape.whole && !has(both, 'price', 'amount', 'cents') && !has(leaf, 'unit')) {
    const count = first(counts, words, shape)
    if (count) return count
  }
  if (priced && !has(both, ...notTheAmount))
    return first(amounts, words, shape) ?? (shape.kind === 'money' && leaf.size === 0 ? 'amount' : null)
  if (has(leaf, 'cents') && has(both, 'price', 'amount', 'total')) return first(amounts, words, shape)
  return identifier(words)
}

const identifier = ({ leaf, unknown }: Words): Role | null =>
  has(leaf, 'invoice') && unknown === 0
    ? 'invoiceNumber'
    : has(leaf, 'subscription') && has(leaf, 'id')
      ? 'subscriptionId'
      : has(leaf, 'sku')
        ? 'sku'
        : has(leaf, 'number')
          ? 'number'
          : has(leaf, 'login')
            ? 'accountId'
            : has(leaf, 'id')
              ? 'id'
              : null
