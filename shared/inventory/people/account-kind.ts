import type { PersonKind } from '../../model/person.ts'

/** Where a kind comes from: a person's word, or only the look of the address. */
export type Kind = { kind: PersonKind; from: 'stated' | 'address' }

/**
 * Addresses that are used by software or by several people, by the names that RFC 2142 reserves and that mail systems and
 * consoles use for service accounts. It is a look, not a fact: a person's word stands before it.
 */
const service =
  /^(?:no-?reply|do-?not-?reply|mailer-daemon|postmaster|hostmaster|daemon|svc[-_.].*|service[-_.]?account.*|sa[-_].*|bot[-_.].*|.*[-_.]bot)$/
const shared =
  /^(?:info|office|contact|hello|support|helpdesk|sales|marketing|billing|accounts?|invoices?|finance|hr|jobs|careers|reception|team|admin|administrator|webmaster|abuse|security|privacy|it|orders|press)$/

/** A guest of a Microsoft tenant has its home address in its name: ada_fabrikam.com#EXT#@contoso.onmicrosoft.com. */
const guest = /#ext#@/i

export function kindByAddress(email: string, ownDomains: ReadonlySet<string>): Kind | undefined {
  const at = email.lastIndexOf('@')
  const [local, domain] = [email.slice(0, at), email.slice(at + 1)]
  if (guest.test(email)) return { kind: 'external', from: 'address' }
  if (service.test(local)) return { kind: 'service', from: 'address' }
  if (shared.test(local)) return { kind: 'shared', from: 'address' }
  if (ownDomains.size > 0 && !isOwn(domain, ownDomains)) return { kind: 'external', from: 'address' }
  return undefined
}

/** A domain, and everything below it. */
function isOwn(domain: string, own: ReadonlySet<string>): boolean {
  for (let rest = domain; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1)) if (own.has(rest)) return true
  return false
}
