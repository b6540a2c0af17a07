import type { Day } from '../../model/day.ts'
import type { Uuid } from '../../model/id.ts'
import type { Belief } from '../belief.ts'
import { accountKey, byId, foldedEmail, statedByEmail } from './account-key.ts'
import { type Kind, kindByAddress } from './account-kind.ts'
import { isDirectory } from './directories.ts'
import { isGuest } from './guest.ts'

/** One person of the client, or one account that is nobody's. */
export type PersonView = {
  /** The same on every device: the stated record's id, else the address, else the account. */
  key: string
  name: string | undefined
  emails: string[]
  kind: Kind | undefined
  stated: Belief<'person'> | undefined
  /** Accounts and seats in products, of whatever status. */
  accounts: Belief<'assignment'>[]
  left: Left | undefined
}

/** Why somebody counts as gone: their last day is past, or the directory keeps them locked or removed. */
export type Left = { because: 'last-day' | 'locked-in-directory'; on: Day | undefined; evidence: Uuid }

export type PeopleContext = { today: Day; ownDomains: readonly string[] }

/**
 * One person across products: accounts that share an address are one person's, and the addresses that a person's record
 * lists are all that person's. Names are never compared: two people may be called alike.
 */
export class Persons {
  readonly views = new Map<string, PersonView>()
  readonly #byEmail = new Map<string, PersonView>()
  readonly #byAssignment = new Map<Uuid, PersonView>()
  readonly #today: Day
  readonly #own: ReadonlySet<string>

  constructor(assignments: Belief<'assignment'>[], stated: Belief<'person'>[], { today, ownDomains }: PeopleContext) {
    this.#today = today
    this.#own = new Set(ownDomains.map((domain) => domain.trim().toLowerCase()))
    for (const person of [...stated].sort(byId)) this.#state(person)
    for (const [email, id] of statedByEmail(stated)) this.#claim(email, this.views.get(id))
    for (const assignment of assignments) this.#give(assignment)
    for (const view of this.views.values()) this.#settle(view)
  }

  of = (assignment: Belief<'assignment'>): PersonView | undefined => this.#byAssignment.get(assignment.id)
  /** By the id of a stated record, or of any of its accounts: what an address of the full page names somebody by. */
  byId = (id: Uuid): PersonView | undefined => this.views.get(id) ?? this.#byAssignment.get(id)
  byEmail = (email: string): PersonView | undefined => this.#byEmail.get(foldedEmail(email))

  /** One account as it is now. Gives everybody whom it changes. */
  put(assignment: Belief<'assignment'>): PersonView[] {
    const former = this.#byAssignment.get(assignment.id)
    if (former) former.accounts = former.accounts.filter(({ id }) => id !== assignment.id)
    const view = this.#give(assignment)
    const changed = former && former !== view ? [former, view] : [view]
    for (const each of changed) this.#settle(each)
    return changed
  }

  #settle = (view: PersonView): void => settle(view, this.#today, this.#own)

  #state(person: Belief<'person'>): void {
    this.views.set(person.id, newView(person.id, person))
  }

  #claim(email: string, view: PersonView | undefined): void {
    if (!view) return
    this.#byEmail.set(email, view)
    view.emails.push(email)
  }

  #give(assignment: Belief<'assignment'>): PersonView {
    const view = this.#viewOf(assignment)
    view.accounts.push(assignment)
    this.#byAssignment.set(assignment.id, view)
    return view
  }

  #viewOf(assignment: Belief<'assignment'>): PersonView {
    const { email } = assignment.values
    if (email === undefined) return this.#named(accountKey(assignment))
    const key = foldedEmail(email)
    const known = this.#byEmail.get(key)
    if (known) return known
    const made = this.#named(key)
    this.#claim(key, made)
    return made
  }

  #named(key: string): PersonView {
    const known = this.views.get(key) ?? newView(key)
    this.views.set(key, known)
    return known
  }
}

const newView = (key: string, stated?: Belief<'person'>): PersonView => ({
  key,
  name: stated?.values.name,
  emails: [],
  kind: undefined,
  stated,
  accounts: [],
  left: undefined,
})

function settle(view: PersonView, today: Day, own: ReadonlySet<string>): void {
  view.accounts.sort(byId)
  view.name = view.stated?.values.name ?? nameIn(view.accounts)
  view.kind = kindOf(view, own)
  view.left = leftOf(view, today)
}

/** Of the accounts as they are now: one that had told the kind may be somebody else's, or no guest's any more. */
function kindOf({ stated, accounts, emails }: PersonView, own: ReadonlySet<string>): Kind | undefined {
  if (stated?.values.kind !== undefined) return { kind: stated.values.kind, from: 'stated' }
  // As the console writes it: a guest's address at home looks like anybody's.
  const guest = accounts.findLast(({ values: { email } }) => email !== undefined && isGuest(email))?.values.email
  for (const email of guest === undefined ? emails : [guest, ...emails]) {
    const kind = kindByAddress(email, own)
    if (kind) return kind
  }
  return undefined
}

/** The name that was seen last, as people change theirs; of an account that somebody gave to them only where there is no other. */
function nameIn(accounts: Belief<'assignment'>[]): string | undefined {
  const named = accounts.filter(({ values }) => values.person !== undefined)
  const last = newest(named)
  if (named.every(({ values }) => values.person === last?.values.person)) return last?.values.person
  const own = named.filter((account) => account.from('email')?.by !== 'person')
  return (newest(own) ?? last)?.values.person
}

function leftOf({ stated, accounts }: PersonView, today: Day): Left | undefined {
  const last = stated?.values.endsOn
  if (stated && last !== undefined)
    return last < today ? { because: 'last-day', on: last, evidence: stated.id } : undefined
  const inDirectory = accounts.filter(({ vendor, values }) => isDirectory(vendor) && values.product === undefined)
  const latest = newest(inDirectory)
  const locked = latest?.values.status === 'suspended' || latest?.values.status === 'deprovisioned'
  return latest && locked ? { because: 'locked-in-directory', on: undefined, evidence: latest.id } : undefined
}

const newest = (accounts: Belief<'assignment'>[]): Belief<'assignment'> | undefined =>
  accounts.reduce<Belief<'assignment'> | undefined>(
    (best, each) => (best === undefined || each.seenAt > best.seenAt ? each : best),
    undefined,
  )
