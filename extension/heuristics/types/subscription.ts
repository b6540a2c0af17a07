import { once } from '../answers.ts'
import { type Column, columnsIn } from '../columns.ts'
import { cellOf, type Facts, type Judge, type Row } from '../draft.ts'
import { catalogs, mentions, otherThings, surrounds, tenants } from '../topics.ts'
import { countedIn } from './subscription-counts.ts'
import { subscriptionReader } from './subscription-row.ts'

const owned = new Set([
  'subscription',
  'license',
  'licence',
  'entitlement',
  'membership',
  'seat',
  'contract',
  'abonnement',
  'recurring',
])
const money = new Set(['billing', 'purchase', 'plan', 'licensing'])
const accounts = new Set([
  'account',
  'organization',
  'organisation',
  'org',
  'team',
  'workspace',
  'shop',
  'company',
  'tenant',
  'me',
  'profile',
  'subscription',
  'billing',
  'plan',
  'resource',
  'enterprise',
  'site',
  'license',
  'customer_account',
  'instance',
  'user',
])
const bystanders = new Set([
  'webhook',
  'notification',
  'event',
  'topic',
  'push',
  'newsletter',
  'email',
  'tls',
  'certificate',
  'template',
  'usage',
  'item',
  'line',
  'key',
  'token',
  'order',
  'customer',
  'gift',
  'variant',
])

/** Running rights to use: seats, terms, prices and states of what this client has, not of what could be bought. */
export const judgeSubscriptions: Judge = (facts) => {
  const { topic } = facts
  if (mentions(topic, bystanders)) return null
  if (mentions(topic, otherThings) && !mentions(topic, accounts) && !mentions(topic, owned) && !isRunning(facts))
    return null
  const score = facts.table.single ? singleScore(facts) : listScore(facts)
  if (score < 4) return null
  const reader = once(() => subscriptionReader(facts))
  return { type: 'subscription', score, read: (row) => (isOwned(facts, row) ? reader()(row) : null) }
}

/** "no_license", "not subscribed": a list of all there is says of some that nobody here has them. */
const notOwned = /^(?:no|not|un)[\s_-]?(?:licen[sc]ed?|subscri(?:bed|ption)|purchased|entitled)$/i
const isOwned = ({ columns }: Facts, row: Row): boolean =>
  !columnsIn(columns, 'status').some((column) => notOwned.test(String(cellOf(row, column)?.value ?? '')))

const count = (columns: Column[], ...roles: Parameters<typeof columnsIn>[1][]) => columnsIn(columns, ...roles).length

/** "Servers and services" with a next due date, a price and a state each: what somebody has, whatever the list is called. */
const isRunning = ({ columns, table }: Facts): boolean =>
  (table.source === 'json' ? columns.some(isBilled) : count(columns, 'renewsOn', 'endsOn') > 0) &&
  count(columns, 'status') > 0 &&
  count(columns, 'price', 'amount', 'unitPrice', 'totalPrice') > 0

/** A "billed price" is one that somebody pays. */
const isBilled = ({ role, both }: Column): boolean => (role === 'price' || role === 'amount') && both.has('billing')

/** What only an owner's page shows: how many are used, when it renews, in which state it is. */
function ownership({ columns }: Facts): number {
  const purchased = count(columns, 'seatsPurchased', 'seatsTotal', 'pair', 'unlimited')
  const assigned = count(columns, 'seatsAssigned', 'seatsAvailable')
  const seats = count(columns, 'seats', 'count')
  const both = ((purchased || seats) && assigned) || countedIn(columns)?.ofPeople
  return (
    (both ? 3.5 : purchased ? 2 : assigned ? 1.5 : seats ? 1 : 0) +
    (count(columns, 'renewsOn') ? 2 : 0) +
    (count(columns, 'endsOn') ? 1.5 : 0) +
    (count(columns, 'auto', 'cancelsAtEnd') ? 1 : 0) +
    (count(columns, 'subscriptionId') ? 0.5 : 0) +
    (columns.some(isBilled) && count(columns, 'status') ? 1.5 : 0)
  )
}

function listScore(facts: Facts): number {
  const { columns, topic, table } = facts
  const strong =
    mentions(topic, owned) ||
    (['subscription', 'license', 'seat'] as const).some((concept) => topic.subjectConcepts.has(concept))
  const around =
    surrounds(topic, owned) || topic.aroundConcepts.has('subscription') || topic.aroundConcepts.has('license')
  const named = count(columns, 'product', 'plan', 'sku')
  const own = ownership(facts)
  if (!named && !count(columns, 'name', 'license') && !strong) return 0
  const catalog = mentions(topic, catalogs) && !strong
  const people = columns.filter(
    ({ role, path }) => (role === 'email' || role === 'given' || role === 'login') && path.length === 0,
  ).length
  const bills = count(columns, 'invoiceNumber', 'issuedOn', 'dueOn')
  const priced = count(columns, 'price', 'unitPrice', 'totalPrice', 'amount', 'period')
  // A price list states prices and limits; what somebody has also states use, a term or a state.
  if (
    (catalog && own < 3 && !isRunning(facts)) ||
    isPriceList(facts) ||
    isOffer(facts, own) ||
    isUsage(facts) ||
    isWork(facts)
  )
    return 0
  const accountPlans = table.rows.length <= 3 && mentions(topic, tenants) && count(columns, 'plan') ? 3.5 : 0
  if (own === 0 && !strong && !accountPlans) return 0
  return (
    own +
    accountPlans +
    (count(columns, 'vendor') ? 1 : 0) +
    (strong ? 2 : around ? 1 : 0) +
    (strong && countedIn(columns) ? 1 : 0) +
    (named ? 1.5 : 0.5) +
    (count(columns, 'status') ? 1 : 0) +
    (priced ? 0.75 : 0) +
    (isPaidByPeriod(facts) ? 1 : 0) +
    (count(columns, 'startsOn') ? 0.5 : 0) +
    (count(columns, 'unitPrice') && count(columns, 'count', 'seats') ? 1 : 0) -
    (accountPlans ? 0 : people * 2) -
    bills * 1.5
  )
}

/** Rows with a day on which they were opened and a text about them, and nothing of seats or prices: requests about services. */
const isWork = ({ columns, table }: Facts): boolean =>
  table.source === 'page' &&
  count(columns, 'createdOn') > 0 &&
  columns.some(({ leaf, label }) => label !== 'description' && leaf.has('description')) &&
  count(columns, ...owning) === 0
const owning = [
  ...(['seatsPurchased', 'seatsTotal', 'seatsAssigned', 'seatsAvailable', 'seats', 'pair', 'count'] as const),
  ...(['price', 'unitPrice', 'totalPrice', 'amount', 'period', 'auto', 'renewsOn', 'startsOn', 'plan', 'sku'] as const),
]

/** Each row of a page has a state, a day on which it ends and how often it is paid: somebody's own, whatever it is called. */
const isPaidByPeriod = ({ columns, table }: Facts): boolean =>
  table.source === 'page' &&
  count(columns, 'status') > 0 &&
  count(columns, 'renewsOn', 'endsOn') > 0 &&
  count(columns, 'period') > 0

const metered = /resource|region|availability.?zone|usage|charge.?(?:period|category|type|class|description)/i

/** Lines of metered use name where and when something ran; nobody owns such a line. */
function isUsage({ columns }: Facts): boolean {
  const found = columns.flatMap(({ label }) => metered.exec(label)?.[0].toLowerCase() ?? [])
  return new Set(found).size >= 3
}

/** Plans with their regions, tiers and listings, of which nobody has any yet. */
const isOffer = ({ columns }: Facts, own: number): boolean =>
  own < 1.5 &&
  !count(columns, 'startsOn', 'count') &&
  columns.some(({ label }) => /regional|listings?\b|base_?plans?|offer_?tags/i.test(label))

/** The same thing priced by the hour and by the month, with nothing of who has it: a price list. */
function isPriceList({ columns }: Facts): boolean {
  const prices = columns.filter(
    ({ both, shape }) => both.has('price') && (shape.kind === 'number' || shape.kind === 'money'),
  )
  const bases = new Set(
    prices.flatMap(({ label }) => /hour|day|month|quarter|year|annual|setup/i.exec(label)?.[0]?.toLowerCase() ?? []),
  )
  return bases.size >= 2 && !count(columns, 'seatsAssigned', 'status', 'renewsOn', 'endsOn', 'startsOn')
}

/** A page that names a thing, what it costs, how often that is paid and how long it runs, each in words of its own. */
const isService = ({ columns, table }: Facts): boolean =>
  table.source === 'page' &&
  columnsIn(columns, 'name', 'product').some(({ label }) => label !== 'name') &&
  count(columns, 'price', 'unitPrice', 'totalPrice') > 0 &&
  count(columns, 'period') > 0 &&
  count(columns, 'renewsOn', 'endsOn') > 0

/** One object: the account's own plan, or one subscription. */
function singleScore(facts: Facts): number {
  const { columns, topic } = facts
  const strong =
    mentions(topic, owned) ||
    topic.subjectConcepts.has('subscription') ||
    topic.subjectConcepts.has('license') ||
    topic.subjectConcepts.has('plan')
  const around = surrounds(topic, owned) || surrounds(topic, money)
  const account = mentions(topic, accounts) || topic.subject.length === 0
  const products = columnsIn(columns, 'product').filter(({ shape, path }) => shape.kind === 'text' && path.length === 0)
  const plans = columnsIn(columns, 'plan').filter(({ shape, filled }) => shape.kind === 'text' && filled > 0)
  const inside = columns.filter(
    ({ path, role }) => role !== null && path.some((key) => /subscription|licen[cs]e|billing|seat|plan/i.test(key)),
  ).length
  const own = ownership(facts)
  const typed =
    topic.subjectConcepts.has('license') && columns.some(({ role, shape }) => role === 'type' && shape.kind === 'text')
  const said = plans.length || (mentions(topic, accounts) && products.length)
  if (mentions(topic, catalogs) && !topic.subject.includes('addon') && !strong && own < 3) return 0
  if (!said && own === 0) return 0
  const seats = columns.some(
    ({ role, both }) => (role === 'seatsPurchased' || role === 'seatsTotal') && both.has('seat'),
  )
  const bills = count(columns, 'invoiceNumber', 'issuedOn', 'dueOn')
  const priced = count(columns, 'price', 'unitPrice', 'totalPrice', 'amount', 'period')
  return (
    own +
    (isService(facts) ? 2.5 : 0) +
    (plans.length ? 3 : said ? 2 : typed ? 1.5 : 0) +
    (seats ? 1 : 0) +
    (strong ? 2 : account || around ? 1 : 0) +
    Math.min(inside, 2) * 0.75 +
    (count(columns, 'product', 'sku') ? 1 : 0) +
    (count(columns, 'status', 'trial') ? 0.5 : 0) +
    (priced ? 0.75 : 0) -
    bills * 1.5
  )
}
