import type { Day } from '../../model/day.ts'
import type { Uuid } from '../../model/id.ts'
import type { Belief } from '../belief.ts'
import { type Kind, kindByAddress } from './account-kind.ts'
import { isDirectory } from './directories.ts'

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

export const foldedEmail = (email: string): string => email.trim().toLowerCase()

/**
 * One person across products: accounts that share an address are one person's, and the addresses that a person's record
 * lists are all that person's. Names are never compared: two people may be called alike.
 */
export function personsOf(
  assignments: Belief<'assignment'>[],
  stated: Belief<'person'>[],
  { today, ownDomains }: PeopleContext,
): PersonView[] {
  const own = new Set(ownDomains.map((domain) => domain.trim().toLowerCase()))
  const views = new Map<string, PersonView>()
  const byEmail = new Map<string, PersonView>()
  for (const person of [...stated].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const view = newView(person.id, person)
    views.set(view.key, view)
    // An address belongs to one person: the first of those that claim it, on every device the same.
    for (const email of (person.values.emails ?? []).map(foldedEmail)) {
      if (byEmail.has(email)) continue
      byEmail.set(email, view)
      view.emails.push(email)
    }
  }
  for (const assignment of assignments) viewOf(assignment, views, byEmail).accounts.push(assignment)
  for (const view of views.values()) settle(view, today, own)
  return [...views.values()]
}

const newView = (key: string, stated?: Belief<'person'>): PersonView => ({
  key,
  name: stated?.values.name,
  emails: [],
  kind: stated?.values.kind === undefined ? undefined : { kind: stated.values.kind, from: 'stated' },
  stated,
  accounts: [],
  left: undefined,
})

function viewOf(
  assignment: Belief<'assignment'>,
  views: Map<string, PersonView>,
  byEmail: Map<string, PersonView>,
): PersonView {
  const { email, accountId, person } = assignment.values
  if (email !== undefined) {
    const address = foldedEmail(email)
    const known = byEmail.get(address)
    if (known) return known
    const made = newView(address)
    made.emails.push(address)
    byEmail.set(address, made)
    views.set(made.key, made)
    return made
  }
  const { vendor, account, id } = assignment
  const key = `${vendor}\n${account?.id ?? ''}\n${accountId ?? person ?? id}`
  const known = views.get(key) ?? newView(key)
  views.set(key, known)
  return known
}

function settle(view: PersonView, today: Day, own: ReadonlySet<string>): void {
  view.accounts.sort((a, b) => (a.id < b.id ? -1 : 1))
  // The name that was seen last, as people change theirs.
  view.name ??= newest(view.accounts.filter(({ values }) => values.person !== undefined))?.values.person
  for (const email of view.emails) view.kind ??= kindByAddress(email, own)
  view.left = leftOf(view, today)
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
