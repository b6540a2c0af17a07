import { folded } from '../names.ts'
import type { Persons, PersonView } from './persons.ts'

/** Somebody who may be the same person: a question, never an answer. */
export type MaybeSame = { view: PersonView; because: 'local-part' | 'name' }

/**
 * Who has the same local part in another of the client's own domains, or is called the same. What is shared or a
 * machine's is nobody, and two records of people whom somebody stated apart are still asked about.
 */
export function maybeSame(persons: Persons, of: PersonView, ownDomains: readonly string[]): MaybeSame[] {
  if (of.emails.length === 0 || isNobody(of)) return []
  const own = new Set(ownDomains.map((domain) => domain.trim().toLowerCase()))
  const locals = new Set(of.emails.flatMap((email) => localIn(email, own) ?? []))
  const name = folded(of.name ?? '')
  const found: MaybeSame[] = []
  for (const view of persons.views.values()) {
    if (view === of || view.emails.length === 0 || isNobody(view)) continue
    if (view.emails.some((email) => locals.has(localIn(email, own) ?? '\n')))
      found.push({ view, because: 'local-part' })
    else if (name !== '' && view.name !== undefined && folded(view.name) === name) found.push({ view, because: 'name' })
  }
  return found.sort((a, b) => (a.view.key < b.view.key ? -1 : 1))
}

const isNobody = ({ kind }: PersonView): boolean => kind?.kind === 'shared' || kind?.kind === 'service'

function localIn(email: string, own: ReadonlySet<string>): string | undefined {
  const at = email.lastIndexOf('@')
  return own.has(email.slice(at + 1)) ? email.slice(0, at) : undefined
}
