import { type Column, columnsIn } from '../columns.ts'
import type { Facts, Judge } from '../draft.ts'
import { catalogs, mentions, otherThings, surrounds } from '../topics.ts'
import { readSubscription } from './subscription-row.ts'

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
  if (mentions(topic, otherThings) && !mentions(topic, accounts) && !mentions(topic, owned)) return null
  const score = facts.table.single ? singleScore(facts) : listScore(facts)
  return score >= 4 ? { type: 'subscription', score, read: (row) => readSubscription(facts, row) } : null
}

const count = (columns: Column[], ...roles: Parameters<typeof columnsIn>[1][]) => columnsIn(columns, ...roles).length

/** What only an owner's page shows: how many are used, when it renews, in which state it is. */
function ownership({ columns }: Facts): number {
  const purchased = count(columns, 'seatsPurchased', 'seatsTotal', 'pair', 'unlimited')
  const assigned = count(columns, 'seatsAssigned', 'seatsAvailable')
  const seats = count(columns, 'seats', 'count')
  const both = (purchased || seats) && assigned
  return (
    (both ? 3 : purchased ? 2 : assigned ? 1.5 : seats ? 1 : 0) +
    (count(columns, 'renewsOn') ? 2 : 0) +
    (count(columns, 'endsOn') ? 1.5 : 0) +
    (count(columns, 'auto', 'cancelsAtEnd') ? 1 : 0) +
    (count(columns, 'subscriptionId') ? 0.5 : 0)
  )
}

function listScore(facts: Facts): number {
  const { columns, topic } = facts
  const strong =
    mentions(topic, owned) || topic.subjectConcepts.has('subscription') || topic.subjectConcepts.has('license')
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
  if (catalog && own < 3) return 0
  if (own === 0 && !strong) return 0
  return (
    own +
    (strong ? 2 : around ? 1 : 0) +
    (named ? 1.5 : 0.5) +
    (count(columns, 'status') ? 1 : 0) +
    (priced ? 0.75 : 0) +
    (count(columns, 'startsOn') ? 0.5 : 0) -
    people * 2 -
    bills * 1.5
  )
}

/** One object: the account's own plan, or one subscription. */
function singleScore(facts: Facts): number {
  const { columns, topic } = facts
  const strong =
    mentions(topic, owned) ||
    topic.subjectConcepts.has('subscription') ||
    topic.subjectConcepts.has('license') ||
    topic.subjectConcepts.has('plan')
  const account = mentions(topic, accounts) || topic.subject.length === 0
  const plans = columnsIn(columns, 'plan').filter(({ shape, filled }) => shape.kind === 'text' && filled > 0)
  const inside = columns.filter(
    ({ path, role }) => role !== null && path.some((key) => /subscription|licen[cs]e|billing|seats?$|plan/i.test(key)),
  ).length
  const own = ownership(facts)
  if (mentions(topic, catalogs) && !strong && own < 3) return 0
  if (!plans.length && own === 0) return 0
  const bills = count(columns, 'invoiceNumber', 'issuedOn', 'dueOn')
  const priced = count(columns, 'price', 'unitPrice', 'totalPrice', 'amount', 'period')
  return (
    own +
    (plans.length ? 3 : 0) +
    (strong ? 2 : account ? 1 : 0) +
    Math.min(inside, 2) * 0.75 +
    (count(columns, 'product', 'sku') ? 1 : 0) +
    (count(columns, 'status', 'trial') ? 0.5 : 0) +
    (priced ? 0.75 : 0) -
    bills * 1.5
  )
}
