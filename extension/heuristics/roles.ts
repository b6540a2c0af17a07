import {
  amounts,
  counts,
  dates,
  flags,
  has,
  notTheAmount,
  type Role,
  type Rule,
  type Shape,
  texts,
  type Words,
} from './role-rules.ts'
import type { Concept } from './vocabulary/language.ts'

export type { Role, Shape } from './role-rules.ts'

/** Words that make a column something that is not ours to read, whatever else it says. */
const barred = ['secret', 'address', 'estimate', 'previous', 'reset'] as const

const first = (rules: Rule[], words: Words, shape: Shape): Role | null =>
  rules.find(([, when]) => when(words, shape))?.[0] ?? null

/** The shape of the values chooses among the meanings that the words allow. */
export function roleOf(words: Words, shape: Shape): Role | null {
  const { leaf, both } = words
  if (shape.kind === 'empty') return null
  if (shape.kind === 'email') return has(both, 'secondary') ? null : 'email'
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
  if (shape.flags && unknown === 0) {
    const flag = first(flags, words, shape)
    if (flag === 'auto' || flag === 'cancelsAtEnd' || flag === 'lock' || flag === 'bot') return flag
  }
  if (shape.whole && unknown === 0 && isCap(leaf)) return 'seatsCap'
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

/** "max", "limit" alone, or of what licenses count. */
const isCap = (leaf: Set<Concept>): boolean =>
  (leaf.size === 1 && has(leaf, 'maximum', 'capacity')) ||
  (has(leaf, 'maximum') && [...leaf].every((concept) => capWords.has(concept)) && leaf.size > 1)
const capWords = new Set<Concept>(['maximum', 'count', 'seat', 'user', 'license', 'device', 'capacity'])

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
