/** A guest of a Microsoft tenant has its home address in its name: ada_fabrikam.com#EXT#@contoso.onmicrosoft.com. */
const guest = /^(.+)_([^_]+\.[^_]+)#ext#@/i

export const isGuest = (email: string): boolean => email.includes('#') && /#ext#@/i.test(email)

/** The address a guest signs in with at home; undefined for who is no guest. A domain has no underscore, so the last one is the @. */
export function homeOf(email: string): string | undefined {
  const [, local, domain] = guest.exec(email) ?? []
  return local === undefined || domain === undefined ? undefined : `${local}@${domain}`
}
