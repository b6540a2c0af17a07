import { type Column, columnsIn } from '../columns.ts'
import type { Draft, Facts, Judge, Row } from '../draft.ts'
import { has, newDraft, put, take, takeDay } from '../draft.ts'
import { identityOf } from '../identity.ts'
import { atHost, categoriesOf, hostIn } from '../naming.ts'
import { mentions, otherThings, pathOf, surrounds } from '../topics.ts'
import { hostOf, labelOf } from '../values/shape.ts'
import { yesNoOf } from '../values/word.ts'
import { renews } from './renews.ts'

const words = new Set(['domain', 'zone', 'domainname'])
const machinery = new Set([
  'record',
  'allow',
  'block',
  'ttl',
  'allowlist',
  'nameserver',
  'redirect',
  'token',
  'key',
  'certificate',
  'cert',
  'host',
])

/** Registered names: host names in a list of domains, or beside what only registrations have. */
export const judgeDomains: Judge = (facts) => {
  const { columns, topic } = facts
  if (mentions(topic, machinery) || (mentions(topic, otherThings) && !mentions(topic, words))) return null
  const hosts = hostColumns(columns)
  if (
    !hosts.length ||
    columnsIn(columns, 'email').some(
      ({ path }) => !path.length && columnsIn(columns, 'login', 'given', 'access').length,
    )
  )
    return null
  const records = columns.filter(({ label }) => /^(?:content|rdata|record_?type|priority)$/i.test(label)).length
  const named = mentions(topic, words) || topic.subjectConcepts.has('domain')
  const inPath = pathOf(facts.context.url).some((segment) => hostOf(segment) !== undefined)
  const registration =
    columnsIn(columns, 'registrar', 'nameserver', 'lock').length +
    columnsIn(columns, 'auto', 'endsOn', 'renewsOn').length
  const labelled = columns.some(({ role, leaf }) => role === 'host' && leaf.has('domain'))
  const certificate = columnsIn(columns, 'subject', 'issuer', 'names').length
  const score =
    (named ? 3 : 0) +
    (labelled ? 1.5 : 0) +
    // `/domains/portfolio`: the list has a name of its own, the address says of what.
    (!named && labelled && surrounds(topic, words) ? 0.5 : 0) +
    Math.min(registration, 3) +
    (inPath && facts.table.single ? 0.5 : 0) -
    // `companies: [{ domains: [{ domain }] }]`: whose, and nothing of a registration.
    (registration === 0 && isOfRows(facts) ? 2 : 0) -
    records * 2 -
    certificate * 2
  return score >= 3 || (facts.table.single && hosts[0]?.filled && registration >= 2)
    ? { type: 'domain', score, read: (row) => readDomain(facts, row, hosts) }
    : null
}

const isOfRows = ({ table, topic }: Facts): boolean =>
  table.source === 'json' && table.locator.includes('[]') && surrounds(topic, others)
const others = new Set(['company', 'customer', 'contact', 'record', 'object', 'lead', 'account', 'person'])

const hostColumns = (columns: Column[]): Column[] =>
  columnsIn(columns, 'host')
    .filter(({ path, leaf }) => path.length <= 2 && !leaf.has('subject') && !leaf.has('user'))
    .sort((a, b) => a.path.length - b.path.length || Number(b.leaf.has('domain')) - Number(a.leaf.has('domain')))

const sellsDomains = ({ context, columns }: Facts): boolean =>
  categoriesOf(context.pageUrl ?? context.url).includes('domains') && !columnsIn(columns, 'registrar').length

/** "Date d'échéance", "Vervaldatum" on a page: the word for the day a bill is due is that for the end of a registration. */
const dueIn = ({ columns, table }: Facts): Column[] =>
  table.source === 'page' && !columnsIn(columns, 'endsOn', 'renewsOn').length ? columnsIn(columns, 'dueOn') : []

const registered = /expir|regist/i
/** What happens to a name after it has expired. */
const afterTheEnd = /hold|restore|redemption|grace|delet|transfer|renew.*(?:begin|start)|privacy|trial/i

function readDomain(facts: Facts, row: Row, hosts: Column[]): Draft | null {
  const { columns, lang } = facts
  const draft = newDraft('domain')
  if (!take(draft, 'name', row, hosts, hostOf)) return null
  take(draft, 'registrar', row, columnsIn(columns, 'registrar'), labelOf)
  takeDay(
    draft,
    'registeredOn',
    row,
    columns.filter(
      ({ role, leaf, label }) => role === 'createdOn' && leaf.has('created') && /regist|regis/i.test(label),
    ),
    facts,
  )
  takeDay(
    draft,
    'expiresOn',
    row,
    [...columnsIn(columns, 'endsOn', 'renewsOn'), ...dueIn(facts)]
      .filter(({ path, label }) => path.length <= 1 && !afterTheEnd.test(label))
      .sort((a, b) => Number(registered.test(b.label)) - Number(registered.test(a.label))),
    facts,
  )
  // Who sells domains lists those with a term that were registered there.
  if (facts.vendorName !== null && has(draft, 'expiresOn') && !has(draft, 'registrar') && sellsDomains(facts))
    put(draft, 'registrar', facts.vendorName, atHost, hostIn(facts.context.pageUrl ?? facts.context.url) ?? '')
  take(draft, 'autoRenews', row, columnsIn(columns, 'auto'), (value) => renews(value, lang))
  take(draft, 'locked', row, columnsIn(columns, 'lock'), (value) => yesNoOf(value, lang))
  take(
    draft,
    'verified',
    row,
    columns.filter(({ label }) => /verified|verification_?status/i.test(label)),
    (value) => yesNoOf(value, lang),
  )
  take(
    draft,
    'status',
    row,
    columnsIn(columns, 'status').filter(({ path }) => path.length <= 1),
    labelOf,
  )
  draft.keys = identityOf('domain', draft.fields)
  return draft
}
