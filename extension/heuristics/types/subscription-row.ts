import type { Subscription } from '../../../shared/model/subscription.ts'
import { type Column, columnsIn } from '../columns.ts'
import type { Draft, Facts, Read, Row } from '../draft.ts'
import { cellOf, dayTaker, has, newDraft, taker } from '../draft.ts'
import { identityOf } from '../identity.ts'
import { nameByHeading, nameByHost } from '../naming.ts'
import { mentions, tenants } from '../topics.ts'
import { isOpaque, isUrl, labelOf } from '../values/shape.ts'
import { periodOf, statusOf, yesNoOf } from '../values/word.ts'
import { wordsOf } from '../words.ts'
import { renews } from './renews.ts'
import { countsTaker } from './subscription-counts.ts'
import {
  descriptionsIn,
  isHolder,
  isKind,
  isOnlyDescribed,
  keyOf,
  ofContract,
  ownDescriptions,
} from './subscription-names.ts'
import { pricesTaker } from './subscription-price.ts'
import { seatsTaker } from './subscription-seats.ts'

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

const others = telling.filter((field) => field !== 'seatsAssigned')

/** Reads the rows of a table: what its columns are good for is decided once. */
export function subscriptionReader(facts: Facts): (row: Row) => Draft | null {
  const takers = [namesTaker, seatsTaker, countsTaker, pricesTaker, termTaker, statusTaker, trialTaker].map((plan) =>
    plan(facts),
  )
  return (row) => {
    const draft = newDraft('subscription')
    for (const take of takers) take(draft, row)
    const worth = has(draft, ...telling) && !(draft.fields.seatsAssigned === 0 && !has(draft, ...others))
    const stated = has(draft, 'plan') || (has(draft, 'status') && draft.fields.status !== 'unknown')
    if (!(worth || stated) || (!has(draft, 'product', 'plan', 'sku') && facts.vendorName === null)) return null
    if (facts.table.single) nameByHeading(draft, facts)
    if (isOnlyDescribed(draft, facts)) return null
    nameByHost(draft, facts)
    draft.keys = identityOf('subscription', draft.fields)
    return draft
  }
}

const subscription = (field: string, from: Column[], read: Parameters<typeof taker>[3]) =>
  taker('subscription', field, from, read)

const text = (value: unknown) => {
  const label = labelOf(value)
  return label === undefined || isOpaque(label) || isUrl(label) ? undefined : label
}

const isContract = ({ leaf }: Column): boolean => leaf.size === 1 && leaf.has('subscription')

/** Names of an account ("My organization") are not names of what it bought. */
const accountNames = /organi[sz]ation|tenant|workspace|team|company|customer|client|account|shop|user|owner/i

function namesTaker(facts: Facts): Read {
  const { columns, topic, table, lang } = facts
  const strong = topic.subjectConcepts.has('license')
  // A product named only by its identifier, where that is words: `log_archive`.
  const slugs = columns.filter(({ label }) => /^(?:app|service|addon|module|feature)_?id$/i.test(label))
  // "User license" in a list for people is the kind of the license.
  const labels = (column: Column) =>
    !accountNames.test(column.label) || (table.source !== 'json' && column.role === 'license' && column.unknown === 0)
  // `account.plan_name`: the key itself says that it is the plan's, whoever's it is.
  const ofPlan = (column: Column) => (column.leaf.has('plan') ? !accountNames.test(keyOf(column)) : labels(column))
  const id = subscription(
    'subscriptionId',
    columnsIn(columns, 'subscriptionId').filter(({ path }) => path.length <= 1),
    labelOf,
  )
  const products = columnsIn(columns, 'product', 'license').filter(({ shape }) => shape.kind === 'text')
  const stated = products.filter((column) => labels(column) && !ofContract(column) && !isHolder(column, columns))
  // "Contract" beside "Service": the one under which it runs, and what it is.
  const owned = table.source === 'json' ? stated : stated.sort((a, b) => Number(isContract(a)) - Number(isContract(b)))
  // `subscription: "NA_7"` beside `id: "NA_7"`: which one it is, not what.
  const ids = new Set(
    columns
      .filter(({ label }) => label === 'id')
      .flatMap(({ index }) => table.rows.map(({ cells }) => cells[index]?.value)),
  )
  const product = subscription(
    'product',
    owned.filter((column) => !isKind(column)),
    (value, { label }) => (/^(?:subscription|licen[cs]e)$/i.test(label) && ids.has(value) ? undefined : text(value)),
  )
  const kind = subscription('product', owned.filter(isKind), text)
  // A "plan type" of "monthly" is how often it is paid, not what it is.
  const planOf = (value: unknown, { label }: Column) =>
    /type$/i.test(label) && periodOf(value, lang) ? undefined : text(value)
  const plan = subscription('plan', plansIn(columns, strong).filter(ofPlan), planOf)
  const sku = subscription('sku', skusIn(columns), labelOf)
  const aboutIt =
    (!table.single && !mentions(topic, tenants)) ||
    topic.subjectConcepts.has('subscription') ||
    topic.subjectConcepts.has('license') ||
    topic.subjectConcepts.has('product')
  // A name beside an address is whose it is, not what it is.
  const personal = table.single && columnsIn(columns, 'email').length > 0
  const names = columnsIn(columns, 'name').filter(({ path }) => path.length === 0)
  const named = aboutIt && !personal ? subscription('product', [...names.filter(labels), ...slugs], text) : null
  const counted = columnsIn(columns, 'count', 'seatsPurchased').length > 0
  const short = (value: unknown) => (typeof value === 'string' && value.length <= 80 ? text(value) : undefined)
  const ownWords = subscription('product', ownDescriptions(facts), short)
  const described = subscription('product', descriptionsIn(columns), short)
  return (draft, row) => {
    id(draft, row)
    product(draft, row)
    plan(draft, row)
    sku(draft, row)
    named?.(draft, row)
    if (!has(draft, 'product', 'plan', 'sku')) kind(draft, row)
    if (!has(draft, 'product', 'sku')) ownWords(draft, row)
    if (counted && has(draft, 'sku') && !has(draft, 'product', 'plan')) described(draft, row)
  }
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

function termTaker(facts: Facts): Read {
  const { columns, lang } = facts
  // The running term before the first one: "current_term_start" before "started_at".
  const running = (a: Column, b: Column) => Number(current.test(b.label)) - Number(current.test(a.label))
  const day = (field: string, from: Column[]) => dayTaker('subscription', field, from, facts)
  const auto = subscription('autoRenews', columnsIn(columns, 'auto'), (value) => renews(value, lang))
  const starts = day('startsOn', columnsIn(columns, 'startsOn').sort(running))
  const ends = day('endsOn', columnsIn(columns, 'endsOn').sort(running))
  const renewals = columnsIn(columns, 'renewsOn')
  // "Expiration or renewal date": what does not renew by itself ends.
  const either = renewals.filter(({ leaf }) => leaf.has('end'))
  const endsEither = day('endsOn', either)
  const renewsAny = day('renewsOn', renewals)
  const renewsOnly = day(
    'renewsOn',
    renewals.filter((column) => !either.includes(column)),
  )
  const cancels = subscription('autoRenews', columnsIn(columns, 'cancelsAtEnd'), (value) =>
    typeof value === 'boolean' ? !value : undefined,
  )
  return (draft, row) => {
    auto(draft, row)
    starts(draft, row)
    ends(draft, row)
    if (draft.fields.autoRenews === false) {
      endsEither(draft, row)
      renewsOnly(draft, row)
    } else renewsAny(draft, row)
    cancels(draft, row)
  }
}
const current = /current|term|period|commitment/i

/** The end of a trial is the end of what is a trial now, and of nothing else. */
function trialTaker(facts: Facts): Read {
  const ends = facts.columns.filter(({ leaf, shape }) => shape.kind === 'day' && leaf.has('trial') && leaf.has('end'))
  const end = dayTaker('subscription', 'endsOn', ends, facts)
  return (draft, row) => {
    if (draft.fields.status === 'trialing' && !has(draft, 'endsOn')) end(draft, row)
  }
}

// A word for both ("vencida") means of a subscription that it has expired; of a bill, that it is overdue.
const among = ['active', 'inactive', 'trialing', 'expired', 'past-due', 'suspended', 'canceled', 'pending'] as const
function statusTaker({ columns, lang }: Facts): Read {
  const own = (...roles: Parameters<typeof columnsIn>[1][]) =>
    columnsIn(columns, ...roles).filter(({ path }) => path.length <= 2)
  const closed = (value: unknown): Subscription['status'] => {
    const said = statusOf(value, among, lang)
    const word = among.find((status) => status === said)
    if (word === 'inactive' || word === 'pending') return 'unknown'
    return word ?? (typeof value === 'string' && text(value) ? 'unknown' : undefined)
  }
  const known = (value: unknown) => {
    const word = closed(value)
    return word === 'unknown' ? undefined : word
  }
  const stated = own('status').filter(({ shape }) => shape.kind === 'text')
  const takers = [
    subscription('status', stated, known),
    subscription('status', own('trial'), (value) => (value === true ? 'trialing' : undefined)),
    subscription('status', own('type', 'plan', 'product'), (value) =>
      typeof value === 'string' && wordsOf(value).includes('trial') ? 'trialing' : undefined,
    ),
  ]
  const yes = subscription('status', own('active'), (value) => (yesNoOf(value, lang) ? 'active' : undefined))
  const words = subscription('status', stated, closed)
  return (draft, row) => {
    if (takers.some((take) => take(draft, row))) return
    // A state in words that nobody understands ("unpaid", "archived") is still none that a yes beside it could overrule.
    const told = stated.some((column) => cellOf(row, column) !== undefined)
    if (told || !yes(draft, row)) words(draft, row)
  }
}
