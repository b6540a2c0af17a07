/** What a word in a header or key can mean. A column's words together decide what the column is (roles.ts). */
export const concepts = [
  ...['seat', 'purchased', 'assigned', 'available', 'count', 'unlimited', 'capacity'],
  ...['price', 'amount', 'total', 'unit', 'currency', 'subtotal', 'tax', 'paid', 'balance', 'discount', 'cents'],
  ...['date', 'start', 'end', 'renew', 'next', 'last', 'billing', 'due', 'issued', 'created', 'updated', 'lastActive'],
  ...['canceled', 'trial', 'bought', 'until', 'period', 'status', 'auto', 'active', 'enabled', 'disabled', 'enforced'],
  ...['product', 'plan', 'sku', 'name', 'id', 'number', 'type', 'version', 'description', 'vendor'],
  ...['email', 'user', 'given', 'family', 'login', 'role', 'mfa', 'sso', 'bot'],
  ...['invoice', 'domain', 'registrar', 'nameserver', 'lock', 'certificate', 'subject', 'issuer', 'names', 'serial'],
  ...['subscription', 'license', 'app', 'scope', 'redirect'],
  ...['password', 'session', 'retention', 'backup', 'device', 'dlp', 'sharing', 'logging', 'policy'],
  ...['minimum', 'maximum', 'previous', 'estimate', 'secondary', 'secret', 'address', 'reset'],
] as const
export type Concept = (typeof concepts)[number]

/** One language: what people and programmers write. Words are separated by `|`; phrases of several words are allowed. */
export type Language = {
  headers: Partial<Record<Concept, string>>
  /** Words without meaning of their own between the others. */
  fillers: string
  yes: string
  no: string
  /** Words for lengths of time, for "every 3 months" and "monthly" alike. */
  periods: { day: string; week: string; month: string; quarter: string; halfYear: string; year: string; never: string }
  /** Status words by the closed sets of the model; several sets share most of them. */
  statuses: Partial<Record<StatusWord, string>>
  /** Short forms of months that Intl does not write: `mrz=3|jän=1`. */
  months?: string
  /** Words that join the halves of "42 of 50". */
  of: string
}

export const statusWords = [
  ...['active', 'inactive', 'trialing', 'past-due', 'suspended', 'canceled', 'expired', 'pending', 'deleted'],
  ...['paid', 'open', 'draft', 'void', 'refunded', 'partial', 'failed'],
  ...['enforced', 'enabled', 'disabled'],
] as const
export type StatusWord = (typeof statusWords)[number]
