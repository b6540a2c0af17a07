import { columnsIn } from '../columns.ts'
import type { Draft, Facts, Judge, Row } from '../draft.ts'
import { newDraft, take, takeDay } from '../draft.ts'
import { identityOf } from '../identity.ts'
import { categoriesOf } from '../naming.ts'
import { mentions } from '../topics.ts'
import { emailOf, isOpaque, labelOf } from '../values/shape.ts'
import { statusOf, yesNoOf } from '../values/word.ts'

const words = new Set(['app', 'application', 'integration', 'grant', 'client', 'token', 'plugin', 'connector', 'addon'])
const signOn = new Set([
  'sso',
  'oauth',
  'grant',
  'saml',
  'oidc',
  'token',
  'connected',
  'authorized',
  'application',
  'client',
  'consent',
  'enterprise',
])

/** Products in use, as sign-on and OAuth-grant lists show them: a name beside scopes, sign-on modes or redirect addresses. */
export const judgeProducts: Judge = (facts) => {
  const { columns, topic, table, context } = facts
  if (table.single && table.source === 'json') return null
  const listed = mentions(topic, words) || topic.subjectConcepts.has('app')
  const names = namesIn(facts)
  if (!listed || !names.length) return null
  const grants = columns.filter(
    ({ role, leaf, both }) =>
      role === 'scope' ||
      role === 'redirect' ||
      both.has('scope') ||
      leaf.has('sso') ||
      leaf.has('scope') ||
      leaf.has('redirect'),
  )
  const people = columnsIn(columns, 'email').filter(({ path }) => path.length === 0).length
  const priced = columnsIn(
    columns,
    'price',
    'totalPrice',
    'unitPrice',
    'seatsPurchased',
    'seatsTotal',
    'endsOn',
    'renewsOn',
  ).length
  // How one starts it or signs on to it: what nothing but a list of sign-ons says of each of its rows.
  const launched = columns.filter(({ label, shape }) => shape.kind !== 'empty' && launching.test(label)).length
  const around = [...topic.subject, ...topic.around].some((word) => signOn.has(word))
  // A page's own "Plugin" or "Application" column with nothing to buy in it lists what is installed.
  const installed =
    table.source === 'page' && !table.single && (names.some(({ leaf }) => leaf.has('app')) || isInstalled(facts))
  // What a sign-on service lists as apps is what people sign on to.
  const signsOn = categoriesOf(context.pageUrl ?? context.url).includes('identity')
  const granted = isGranted(facts) ? 2 : 0
  const score =
    (installed ? 4 : 2) +
    granted +
    (signsOn ? 2 : 0) +
    Math.min(grants.length + launched, 3) +
    (around ? 1 : 0) -
    people * 2 -
    priced * 2
  return score >= 4 ? { type: 'product', score, read: (row) => readProduct(facts, row) } : null
}

const launching =
  /(?:launch|start|login|sign_?in)_?ur[il]$|(?:saml|oidc|oauth)|sign_?on|(?:auth|authentication|login)_?(?:mode|method|protocol|type)$/i

/** "Authorized applications", each with the day since when: what somebody let in, not what could be. */
const isGranted = ({ columns, topic, table }: Facts): boolean =>
  table.source === 'page' &&
  !table.single &&
  topic.subjectConcepts.has('app') &&
  (topic.subjectConcepts.has('enabled') || topic.subjectConcepts.has('scope') || mentions(topic, signOn)) &&
  columns.some(({ shape, leaf }) => shape.kind === 'day' && granting.some((concept) => leaf.has(concept)))
const granting = ['enabled', 'active', 'scope', 'created', 'lastActive'] as const

/** "Plugins" over rows that are each installed or not: what is there, not what could be. */
const isInstalled = ({ columns, table, topic, lang }: Facts): boolean =>
  mentions(topic, extensions) &&
  columnsIn(columns, 'status', 'active').some(({ index }) =>
    table.rows.every(({ cells }) => statusOf(cells[index]?.value, ['active', 'inactive'], lang) !== undefined),
  )
const extensions = new Set(['plugin', 'extension', 'module', 'addon', 'app'])

const namesIn = ({ columns }: Facts) =>
  columns
    .filter(
      ({ role, path, shape }) => (role === 'name' || role === 'product') && path.length <= 1 && shape.kind === 'text',
    )
    // The label is what people see; a bare `name` beside it is the key of a program.
    .sort((a, b) => rank(a.label) - rank(b.label) || a.leaf.size - b.leaf.size)
const rank = (label: string) => (/label|display|title/i.test(label) ? 0 : 1)

function readProduct(facts: Facts, row: Row): Draft | null {
  const { columns, lang } = facts
  const draft = newDraft('product')
  const name = (value: unknown) => {
    const text = labelOf(value)
    return text === undefined || isOpaque(text) || emailOf(text) ? undefined : text
  }
  if (
    columns.some(
      ({ label, index }) =>
        /(?:^|_|\.)(?:global|is_?deleted|deleted)$/i.test(label) && row.cells[index]?.value === true,
    )
  )
    return null
  if (!take(draft, 'name', row, namesIn(facts), name)) return null
  take(
    draft,
    'productId',
    row,
    columns.filter(({ label }) => /^(?:client_?id|app_?id|id)$/i.test(label)),
    labelOf,
  )
  take(
    draft,
    'status',
    row,
    columnsIn(columns, 'status', 'active').filter(({ path }) => !path.length),
    (value) => {
      if (typeof value === 'boolean') return value ? 'active' : 'inactive'
      const word =
        statusOf(value, ['active', 'inactive'], lang) ?? (yesNoOf(value, lang) === undefined ? undefined : 'unknown')
      return word ?? (labelOf(value) ? 'unknown' : undefined)
    },
  )
  take(
    draft,
    'signOn',
    row,
    columns.filter(({ label }) => /sign_?on|protocol/i.test(label)),
    labelOf,
  )
  takeDay(draft, 'lastActiveOn', row, columnsIn(columns, 'lastActiveOn'), facts)
  draft.keys = identityOf('product', draft.fields)
  return draft
}
