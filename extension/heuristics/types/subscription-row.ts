import type { Subscription } from '../../../shared/model/subscription.ts'
import { type Column, columnsIn } from '../columns.ts'
import type { Draft, Facts, Row } from '../draft.ts'
import { has, newDraft, take, takeDay } from '../draft.ts'
import { identityOf } from '../identity.ts'
import { nameByHeading, nameByHost } from '../naming.ts'
import { mentions, tenants } from '../topics.ts'
import { isOpaque, isUrl, labelOf } from '../values/shape.ts'
import { periodOf, statusOf, yesNoOf } from '../values/word.ts'
import { wordsOf } from '../words.ts'
import { takePrices } from './subscription-price.ts'
import { takeSeats } from './subscription-seats.ts'

/** What makes a row worth keeping: a name and a state that nobody understands are not. */
const telling = [
  'seatsPurchased',
  'seatsAssigned',
  'seatsAvailable',
  'unlimited',
  'unitPrice',
  'totalPrice',
  'endsOn',
  'renewsOn',
  'startsOn',
  'billingPeriod',
]

export function readSubscription(facts: Facts, row: Row): Draft | null {
  const draft = newDraft('subscription')
  takeNames(draft, facts, row)
  takeSeats(draft, facts, row)
  takePrices(draft, facts, row)
  takeTerm(draft, facts, row)
  takeStatus(draft, facts, row)
  const worth =
    has(draft, ...telling) &&
    !(draft.fields.seatsAssigned === 0 && !has(draft, ...telling.filter((field) => field !== 'seatsAssigned')))
  const stated = has(draft, 'plan') || (has(draft, 'status') && draft.fields.status !== 'unknown')
  if (!(worth || stated) || (!has(draft, 'product', 'plan', 'sku') && facts.vendorName === null)) return null
  if (facts.table.single) nameByHeading(draft, facts)
  nameByHost(draft, facts)
  draft.keys = identityOf('subscription', draft.fields)
  return draft
}

const text = (value: unknown) => {
  const label = labelOf(value)
  return label === undefined || isOpaque(label) || isUrl(label) ? undefined : label
}

/** Names of an account ("My organization") are not names of what it bought. */
const accountNames = /organi[sz]ation|tenant|workspace|team|company|customer|client|account|shop|user|owner/i

function takeNames(draft: Draft, facts: Facts, row: Row): void {
  const { columns, topic, table } = facts
  const strong = topic.subjectConcepts.has('license')
  // A product named only by its identifier, where that is words: `log_archive`.
  const slugs = columns.filter(({ label }) => /^(?:app|service|addon|module|feature)_?id$/i.test(label))
  const labels = (column: Column) => !accountNames.test(column.label)
  take(
    draft,
    'subscriptionId',
    row,
    columnsIn(columns, 'subscriptionId').filter(({ path }) => path.length <= 1),
    labelOf,
  )
  take(
    draft,
    'product',
    row,
    columnsIn(columns, 'product', 'license')
      .filter(({ shape }) => shape.kind === 'text')
      .filter((column) => labels(column) && !ofContract(column)),
    text,
  )
  // A "plan type" of "monthly" is how often it is paid, not what it is.
  const planOf = (value: unknown, { label }: Column) =>
    /type$/i.test(label) && periodOf(value, facts.lang) ? undefined : text(value)
  take(draft, 'plan', row, plansIn(columns, strong).filter(labels), planOf)
  take(draft, 'sku', row, skusIn(columns), labelOf)
  const aboutIt =
    (!table.single && !mentions(topic, tenants)) ||
    topic.subjectConcepts.has('subscription') ||
    topic.subjectConcepts.has('license') ||
    topic.subjectConcepts.has('product')
  // A name beside an address is whose it is, not what it is.
  const personal = table.single && columnsIn(columns, 'email').length > 0
  if (!has(draft, 'product') && aboutIt && !personal)
    take(
      draft,
      'product',
      row,
      [
        ...columnsIn(columns, 'name')
          .filter(({ path }) => path.length === 0)
          .filter(labels),
        ...slugs,
      ],
      text,
    )
  if (has(draft, 'sku') && !has(draft, 'product', 'plan') && columnsIn(columns, 'count', 'seatsPurchased').length)
    take(draft, 'product', row, descriptionsIn(columns), (value) =>
      typeof value === 'string' && value.length <= 80 ? text(value) : undefined,
    )
}

/** `agreement: { name: "Managed services" }`: under which contract it was bought, not what. */
const ofContract = ({ path }: Column): boolean => /(?:agreement|contract)$/i.test(path.at(-1) ?? '')

/** `{ product: { identifier }, quantity, description }`: beside a part number the line's own text is its name. */
const descriptionsIn = (columns: Column[]): Column[] =>
  columns.filter(({ label, shape }) => /^(?:item_?|line_?)?description$/i.test(label) && shape.kind === 'text')

/** The `type` of a license is its plan where nothing else names one. */
function plansIn(columns: Column[], licenses: boolean): Column[] {
  const texts = ({ shape }: Column) => shape.kind === 'text'
  const plans = columnsIn(columns, 'plan')
    .filter(texts)
    .sort((a, b) => properName(a) - properName(b))
  const named = plans.length || columnsIn(columns, 'product', 'sku').length
  return named || !licenses ? plans : columnsIn(columns, 'type').filter(texts)
}

/** `plan.name`, `planDisplayName` are written for people; `plan_code`, a bare `plan` beside them for programs. */
const properName = ({ leaf, label, both }: Column) => (both.has('billing') ? 1.5 : properLabel(leaf, label))
const properLabel = (leaf: Column['leaf'], label: string) =>
  /display|title|label|public/i.test(label) || leaf.has('name') || /name$/i.test(label)
    ? 0
    : /(?:code|slug|key|identifier|type|id)$/i.test(label)
      ? 2
      : 1

/** Readable part numbers before identifiers. */
const skusIn = (columns: Column[]) =>
  columnsIn(columns, 'sku').sort((a, b) => Number(/id$/i.test(a.label)) - Number(/id$/i.test(b.label)))

function takeTerm(draft: Draft, facts: Facts, row: Row): void {
  const { columns, lang } = facts
  // The running term before the first one: "current_term_start" before "started_at".
  const running = (a: Column, b: Column) => Number(current.test(b.label)) - Number(current.test(a.label))
  take(draft, 'autoRenews', row, columnsIn(columns, 'auto'), (value) => renews(value, lang))
  takeDay(draft, 'startsOn', row, columnsIn(columns, 'startsOn').sort(running), facts)
  takeDay(draft, 'endsOn', row, columnsIn(columns, 'endsOn').sort(running), facts)
  // "Expiration or renewal date": what does not renew by itself ends.
  const ends = draft.fields.autoRenews === false
  const either = columnsIn(columns, 'renewsOn').filter(({ leaf }) => ends && leaf.has('end'))
  takeDay(draft, 'endsOn', row, either, facts)
  takeDay(
    draft,
    'renewsOn',
    row,
    columnsIn(columns, 'renewsOn').filter((column) => !either.includes(column)),
    facts,
  )
  take(draft, 'autoRenews', row, columnsIn(columns, 'cancelsAtEnd'), (value) =>
    typeof value === 'boolean' ? !value : undefined,
  )
}
const current = /current|term|period|commitment/i

function renews(value: unknown, lang: string): boolean | undefined {
  const said = yesNoOf(value, lang)
  if (said !== undefined || typeof value !== 'string') return said
  // "Auto-renew off", "Manual renewal", "Renews automatically": one of the words says it, and a no is the stronger one.
  const words = wordsOf(value)
  const spoken = words.map((word) => yesNoOf(word, lang))
  if (spoken.includes(false)) return false
  return spoken.includes(true) || /^(?:renew|auto|automatic)/.test(words[0] ?? '') ? true : undefined
}

// A word for both ("vencida") means of a subscription that it has expired; of a bill, that it is overdue.
const among = ['active', 'inactive', 'trialing', 'expired', 'past-due', 'suspended', 'canceled', 'pending'] as const
function takeStatus(draft: Draft, { columns, lang }: Facts, row: Row): void {
  const own = (...roles: Parameters<typeof columnsIn>[1][]) =>
    columnsIn(columns, ...roles).filter(({ path }) => path.length <= 2)
  const closed = (value: unknown): Subscription['status'] => {
    const word = among.find((status) => status === statusOf(value, among, lang))
    if (word === 'inactive' || word === 'pending') return 'unknown'
    return word ?? (typeof value === 'string' && text(value) ? 'unknown' : undefined)
  }
  const known = (value: unknown) => (closed(value) === 'unknown' ? undefined : closed(value))
  take(
    draft,
    'status',
    row,
    own('status').filter(({ shape }) => shape.kind === 'text'),
    known,
  )
  take(draft, 'status', row, own('trial'), (value) => (value === true ? 'trialing' : undefined))
  take(draft, 'status', row, own('type', 'plan', 'product'), (value) =>
    typeof value === 'string' && wordsOf(value).includes('trial') ? 'trialing' : undefined,
  )
  take(draft, 'status', row, own('active'), (value) => (value === true ? 'active' : undefined))
  take(
    draft,
    'status',
    row,
    own('status').filter(({ shape }) => shape.kind === 'text'),
    closed,
  )
}
