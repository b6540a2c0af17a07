import { once } from '../answers.ts'
import { type Column, columnsIn } from '../columns.ts'
import type { Draft, Facts, Judge, Read, Row } from '../draft.ts'
import { cellOf, dayTaker, has, newDraft, taker } from '../draft.ts'
import { identityOf } from '../identity.ts'
import { nameByHeading, nameByHost } from '../naming.ts'
import { catalogs, mentions, otherThings } from '../topics.ts'
import { emailOf, isOpaque, labelOf } from '../values/shape.ts'
import { statusOf, yesNoOf } from '../values/word.ts'
import { ownPerson, statusTaker } from './assignment-status.ts'
import { isAddressBook, isOwnerOfThing } from './bystanders.ts'
import { machinesIn } from './machine.ts'

const people = new Set(
  'user member agent admin staff people person employee collaborator teammate assignee membership seat invite invitation operator login principal owner'.split(
    ' ',
  ),
)
const others = new Set(
  'customer contact lead subscriber candidate applicant attendee participant recipient sender author follower guest_list visitor student patient'.split(
    ' ',
  ),
)

/** Accounts and licensed people: one person a row, in a list of users, members, seats. */
export const judgeAssignments: Judge = (facts) => {
  const { columns, topic, table } = facts
  if (table.single || mentions(topic, others) || mentions(topic, catalogs)) return null
  const listed = mentions(topic, people) || topic.subjectConcepts.has('user') || isCompound(topic.subject)
  if ((mentions(topic, otherThings) && !listed) || isMailingList(facts)) return null
  if (isDirectory(facts) || isAddressBook(facts) || isOwnerOfThing(facts)) return null
  const emails = columnsIn(columns, 'email').filter(ownPerson)
  const logins = columnsIn(columns, 'login').filter(ownPerson)
  const named = columnsIn(columns, 'person', 'name', 'given').filter(ownPerson)
  const billed = columns.some(({ role, label }) => role === 'active' && /bill/i.test(label))
  const identity = emails.length || logins.length || named.length
  if (!identity && !billed) return null
  // A key always says what it lists; a heading on a page or a file's name may not.
  if (
    table.source === 'json' &&
    !listed &&
    !billed &&
    !isHeld(facts, emails) &&
    !isAccount(facts) &&
    !columns.some(isOfLicense)
  )
    return null
  const account =
    columnsIn(columns, 'lastActiveOn', 'access', 'mfa', 'status', 'active', 'disabled', 'bot', 'accountId').length +
    logins.length
  const licensed = columns.filter(isOfLicense).length || Number(isLicensePage(facts))
  const traded = columnsIn(
    columns,
    'totalPrice',
    'amount',
    'invoiceNumber',
    'issuedOn',
    'dueOn',
    'seatsPurchased',
  ).filter(({ unknown }) => unknown === 0).length
  const worded = columns.some(({ role }) => role === 'product' || role === 'plan')
  const score =
    (listed || isHeld(facts, emails) ? 2 : 0) +
    (emails.length ? 1.5 : 0) +
    (billed ? 3 : 0) +
    Math.min(account, 3) * 0.75 +
    (licensed ? 1.5 : 0) +
    (worded ? 0.5 : 0) +
    (named.length ? 0.5 : 0) -
    traded * 2
  if (score < 3.5) return null
  const reader = once(() => assignmentReader(facts))
  return { type: 'assignment', score, read: (row) => reader()(row) }
}

/** Which license or seat each has, by name or by a number that names none. */
const isOfLicense = ({ role, leaf, shape }: Column): boolean =>
  role === 'license' || leaf.has('seat') || (role === 'id' && leaf.has('license') && shape.kind === 'text')

/** `systemusers`, `teammembers`; the users of whom the client serves are others. */
const isCompound = (subject: string[]): boolean => subject.some((word) => /^(?!end).{2,}(?:user|member)$/.test(word))

/** An address beside the name to sign in with and the last time: accounts, whatever the list is called. */
const isAccount = ({ columns }: Facts): boolean =>
  columnsIn(columns, 'login').length > 0 && columnsIn(columns, 'lastActiveOn', 'mfa').length > 0

/** `licenses: [{ sku, assignee: { email } }]`: who holds each. */
const isHeld = ({ topic }: Facts, emails: Column[]): boolean =>
  (topic.subjectConcepts.has('license') ||
    topic.subjectConcepts.has('seat') ||
    topic.subjectConcepts.has('subscription')) &&
  emails.some(
    ({ path, leaf }) =>
      leaf.has('login') || leaf.has('user') || path.some((key) => /assign|user|member|holder|agent/i.test(key)),
  )

/** What an HR system says of people: where they work, since when and for whom; nothing of an account. */
function isDirectory({ columns, table }: Facts): boolean {
  const work = columns.flatMap(({ label }) => working.exec(label)?.[0].toLowerCase().replace(/[ _]/g, '') ?? [])
  const account = columnsIn(columns, 'lastActiveOn', 'mfa', 'login', 'disabled', 'license', 'bot', 'access', 'plan')
  return table.source === 'json' && new Set(work).size >= 3 && account.length === 0
}
const working =
  /hire[ _]?date|date[ _]?of[ _]?hire|start[ _]?date|job[ _]?title|title|department|division|manager|supervisor|reports[ _]?to|salary|pay[ _]?rate|employ(?:ment|ee)[ _]?\w*|birth|work[ _]?(?:phone|location|site)|cost[ _]?cent(?:er|re)/i

/** Readers of a mailing list, by what a list says of them. */
const isMailingList = ({ columns, table }: Facts): boolean =>
  columnsIn(columns, 'status').some(({ index }) =>
    table.rows.some(({ cells }) =>
      /^(?:un)?subscribed$|^cleaned$|^opted.?(?:in|out)$/i.test(String(cells[index]?.value)),
    ),
  )

const isBilled = ({ columns }: Facts) => columns.some(({ role, label }) => role === 'active' && /bill/i.test(label))

/** A page below the licenses that lists people: those who hold the one that its heading names. */
const isLicensePage = ({ table, topic }: Facts): boolean =>
  table.source === 'page' && (topic.aroundConcepts.has('license') || topic.aroundConcepts.has('seat'))

/** Reads the rows of a table: what its columns are good for is decided once. */
function assignmentReader(facts: Facts): (row: Row) => Draft[] | null {
  const { columns, lang } = facts
  const isMachine = machinesIn(facts)
  const logins = columnsIn(columns, 'login').filter(ownPerson)
  const email = assigned('email', columnsIn(columns, 'email').filter(ownPerson), emailOf)
  const emailByLogin = assigned('email', logins, emailOf)
  const person = personTaker(facts, logins)
  const accountId = assigned(
    'accountId',
    columnsIn(columns, 'accountId', 'id').filter(({ path, leaf }) => path.length <= 1 && !leaf.has('license')),
    labelOf,
  )
  const product = productTaker(facts)
  const status = statusTaker(facts)
  // Any use before the last time that somebody signed in.
  const used = columnsIn(columns, 'lastActiveOn').sort(
    (a, b) => Number(signIn.test(a.label)) - Number(signIn.test(b.label)),
  )
  const lastActive = dayTaker('assignment', 'lastActiveOn', used, facts)
  const access = assigned(
    'role',
    columnsIn(columns, 'access').filter(({ shape }) => shape.kind === 'text'),
    labelOf,
  )
  const mfa = assigned('mfa', columnsIn(columns, 'mfa'), (value) => yesNoOf(value, lang))
  const takers = [email, emailByLogin, person, accountId, product, status, lastActive, access, mfa]
  const billed = isBilled(facts)
  const underLicense = isLicensePage(facts)
  return (row) => {
    if (isMachine(row)) return null
    const draft = newDraft('assignment')
    for (const take of takers) take(draft, row)
    if (!has(draft, 'email', 'person') && !(has(draft, 'accountId') && (has(draft, 'plan', 'sku') || billed)))
      return null
    if (isUnlicensed(draft, facts)) return null
    const drafts = perProduct(draft)
    for (const one of drafts) {
      if (underLicense) nameByHeading(one, facts)
      nameByHost(one, facts)
      one.keys = identityOf('assignment', one.fields)
    }
    return drafts
  }
}

const assigned = (field: string, from: Column[], read: Parameters<typeof taker>[3]) =>
  taker('assignment', field, from, read)

/** "Unlicensed" in the column of licenses: an account without a seat. */
const isUnlicensed = (draft: Draft, { lang }: Facts): boolean =>
  statusOf(draft.fields.product, ['inactive'], lang) === 'inactive'

/** "Plan A+Plan B", "Plan A, Plan B": one seat of each. */
function perProduct(draft: Draft): Draft[] {
  const { product } = draft.fields
  const names =
    typeof product === 'string'
      ? product
          .split(isSeries.test(product) ? /\s?[+;]\s?/ : isListed.test(product) ? listed : /\s?[+;]\s?|,\s?/)
          .map((name) => name.trim())
          .filter(Boolean)
      : []
  if (names.length < 2) return [draft]
  return names.map((name) => ({ ...draft, fields: { ...draft.fields, product: name } }))
}

/** "Architecture, Engineering & Construction" is one name with commas in it; "Slack, Zoom and Jira" are three. */
const isSeries = /,[^,+;]*\s&\s[^,+;]*$/
const isListed = /,[^,+;]*\s(?:and|und|et|y|och|og|en)\s[^,+;]*$/i
const listed = /\s?[+;]\s?|,\s?(?:and\s|und\s)?|\s(?:and|und|et|y|och|og|en)\s/i

function personTaker({ columns }: Facts, logins: Column[]): Read {
  const text = (value: unknown) => {
    const label = typeof value === 'string' ? labelOf(value) : undefined
    return label === undefined || isOpaque(label) ? undefined : label
  }
  const proper = (value: unknown) => (emailOf(value) ? undefined : text(value))
  const names = columnsIn(columns, 'person', 'name')
    .filter((column) => ownPerson(column) && !column.leaf.has('app'))
    .sort((a, b) => fullness(a) - fullness(b))
  const halves = [columnsIn(columns, 'given')[0], columnsIn(columns, 'family')[0]].filter((half) => half !== undefined)
  const full = assigned(
    'person',
    names.filter((column) => fullness(column) < 2),
    proper,
  )
  const any = assigned('person', [...names, ...logins], text)
  return (draft, row) => {
    if (full(draft, row)) return
    const said = halves.flatMap((column) => cellOf(row, column) ?? [])
    const joined = said.flatMap(({ value }) => text(value) ?? []).join(' ')
    const [given] = said
    if (joined && given) {
      draft.fields.person = joined
      draft.where.person = { locator: given.locator, excerpt: joined.slice(0, 120) }
    } else any(draft, row)
  }
}

/** "Full name" and "Name" before nicknames and titles. */
const fullness = ({ label }: Column) => (/full|real/i.test(label) ? 0 : /nick|title|alias|label/i.test(label) ? 2 : 1)

function productTaker({ columns }: Facts): Read {
  const worded = (column: Column) => column.shape.kind === 'text' && !column.leaf.has('type')
  const text = (value: unknown) => (typeof value === 'string' && !isOpaque(value) ? labelOf(value) : undefined)
  // `apps: ["Studio", "Render"]`: a seat of each.
  const apps = columns.filter(
    ({ label, shape, path }) => /^(?:apps|applications)$/i.test(label) && shape.kind === 'text' && !path.length,
  )
  const takers = [
    assigned('product', [...columnsIn(columns, 'license', 'product').filter(worded), ...apps], text),
    assigned(
      'plan',
      columnsIn(columns, 'plan').filter(({ shape }) => shape.kind === 'text'),
      text,
    ),
    assigned('sku', columnsIn(columns, 'sku'), text),
  ]
  return (draft, row) => {
    for (const take of takers) take(draft, row)
  }
}

const signIn = /log.?(?:in|on)|sign.?in|auth/i
