import type { Reader } from '../workspaces/readers.ts'

/**
 * Whom a date is told: the member whose address stands as its owner, else the one whose address stands as the client's
 * lead, else the workspace's owners and admins. A name alone is nobody's address, however well it would fit: a mail to
 * the wrong person cannot be taken back.
 */
export function addresseesOf(said: { owner?: string; lead?: string }, readers: readonly Reader[]): Reader[] {
  for (const words of [said.owner, said.lead]) {
    const certain = memberWithAddressIn(words ?? '', readers)
    if (certain) return [certain]
  }
  return readers.filter(({ role }) => role === 'owner' || role === 'admin')
}

/** The one address in it; two addresses are nobody certain. */
function memberWithAddressIn(words: string, readers: readonly Reader[]): Reader | undefined {
  const [address, another] = words.toLowerCase().match(/[^\s<>,;:"'()]+@[^\s<>,;:"'()]+/g) ?? []
  if (address === undefined || another !== undefined) return undefined
  return readers.find(({ email }) => email.toLowerCase() === address)
}
