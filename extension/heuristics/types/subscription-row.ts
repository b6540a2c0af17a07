import type { Subscription } from '../../../shared/model/subscription.ts'
import { amountIn } from '../amounts.ts'
import { type Column, columnsIn } from '../columns.ts'
import type { Draft, Facts, Row } from '../draft.ts'
import { cellOf, has, newDraft, take, takeDay } from '../draft.ts'
import { identityOf } from '../identity.ts'
import { nameByHeading, nameByHost } from '../naming.ts'
import { mentions, tenants } from '../topics.ts'
import { isOpaque, isUrl, labelOf } from '../values/shape.ts'
import { periodOf, statusOf, yesNoOf } from '../values/word.ts'
import { wordsOf } from '../words.ts'
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
const accountNames = /organi[sz]ation|tenant|workspace|team|company|customer|account|shop|user|owner/i

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
      .filter(labels),
    text,
  )
  take(draft, 'plan', row, plansIn(columns, strong).filter(labels), text)
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
}

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
const properName = ({ leaf, label }: Column) =>
  /display|title|label|public/i.test(label) || leaf.has('name') || /name$/i.test(label)
    ? 0
    : /(?:code|slug|key|identifier|type|id)$/i.test(label)
      ? 2
      : 1

/** Readable part numbers before identifiers. */
const skusIn = (columns: Column[]) =>
  columnsIn(columns, 'sku').sort((a, b) => Number(/id$/i.test(a.label)) - Number(/id$/i.test(b.label)))

function takePrices(draft: Draft, facts: Facts, row: Row): void {
  const { columns, lang } = facts
  const money = (value: unknown, column: Column) =>
    typeof value === 'string' || typeof value === 'number' ? amountIn(facts, row, column, value) : undefined
  const perSeat = (column: Column) => perUser.test(String(cellOf(row, column)?.value ?? ''))
  const prices = columnsIn(columns, 'price', 'amount')
  take(draft, 'unitPrice', row, [...columnsIn(columns, 'unitPrice'), ...prices.filter(perSeat)], money)
  take(
    draft,
    'totalPrice',
    row,
    [...columnsIn(columns, 'totalPrice'), ...prices.filter((column) => !perSeat(column))],
    money,
  )
  // The price of the plan stands there twice: the seats together cost more than one.
  const { unitPrice, totalPrice, seatsPurchased } = draft.fields
  if (typeof seatsPurchased === 'number' && seatsPurchased > 1 && isEqual(unitPrice, totalPrice)) {
    delete draft.fields.totalPrice
    delete draft.where.totalPrice
  }
  takePeriod(draft, facts, row, [...prices, ...columnsIn(columns, 'unitPrice', 'totalPrice')], lang)
}
const isEqual = (a: unknown, b: unknown) => a !== undefined && JSON.stringify(a) === JSON.stringify(b)
const perUser =
  /(?:\/|per|pro|par|por|je|à|a|al) ?(?:user|seat|license|licence|member|agent|nutzer|benutzer|platz|lizenz|utilisateur|poste|usuario|usu[aá]rio|utente|gebruiker|anv[aä]ndare|bruger)/i

function takePeriod(draft: Draft, { columns }: Facts, row: Row, priced: Column[], lang: string): void {
  const counts = columnsIn(columns, 'periodCount')
  const times =
    counts
      .map((column) => cellOf(row, column)?.value)
      .find((value) => typeof value === 'number' && value >= 1 && value <= 120) ?? 1
  const period = (value: unknown) => periodOf(value, lang, typeof times === 'number' ? times : 1)
  const besidePrice = columns.filter(
    ({ both, shape, role }) => both.has('price') && shape.kind === 'text' && role !== 'currency',
  )
  if (take(draft, 'billingPeriod', row, [...columnsIn(columns, 'period'), ...besidePrice], period)) return
  take(draft, 'billingPeriod', row, priced, (value) =>
    typeof value === 'string'
      ? periodOf(
          /(?:\/|\b(?:per|pro|par|por|al|im)\b)\s?([\p{L}\d ]{1,20})$/u.exec(value.slice(0, 80))?.[1] ?? '',
          lang,
        )
      : undefined,
  )
}

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
  const [first] = wordsOf(value)
  if (first === 'renew' || first === 'auto' || first === 'automatic') return true
  // "Manual renewal", "Renews automatically": one of the words says it.
  const words = wordsOf(value).map((word) => yesNoOf(word, lang))
  return words.includes(false) ? false : words.includes(true) ? true : undefined
}

// A word for both ("vencida") means of a subscription that it has expired; of a bill, that it is overdue.
const among = ['active', 'inactive', 'trialing', 'expired', 'past-due', 'suspended', 'canceled', 'pending'] as const
function takeStatus(draft: Draft, { columns, lang }: Facts, row: Row): void {
  const own = columns.filter(({ path }) => path.length <= 2)
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
    columnsIn(own, 'status').filter(({ shape }) => shape.kind === 'text'),
    known,
  )
  take(draft, 'status', row, columnsIn(own, 'trial'), (value) => (value === true ? 'trialing' : undefined))
  take(draft, 'status', row, columnsIn(own, 'type', 'plan', 'product'), (value) =>
    typeof value === 'string' && wordsOf(value).includes('trial') ? 'trialing' : undefined,
  )
  take(draft, 'status', row, columnsIn(own, 'active'), (value) => (value === true ? 'active' : undefined))
  take(
    draft,
    'status',
    row,
    columnsIn(own, 'status').filter(({ shape }) => shape.kind === 'text'),
    closed,
  )
}
