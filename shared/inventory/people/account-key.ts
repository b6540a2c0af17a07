import type { Uuid } from '../../model/id.ts'
import type { Belief } from '../belief.ts'
import { homeOf, isGuest } from './guest.ts'

/** The address by which a person is known everywhere: a guest's is the one at home. */
export function foldedEmail(email: string): string {
  const address = email.trim().toLowerCase()
  return isGuest(address) ? (homeOf(address) ?? address) : address
}

type Account = Pick<Belief<'assignment'>, 'vendor' | 'account' | 'id'> & {
  values: Pick<Belief<'assignment'>['values'], 'email' | 'accountId' | 'person'>
}

/** Whose an account is where nobody stated it: its address, else it stands by itself. */
export const accountKey = ({ values: { email, accountId, person }, vendor, account, id }: Account): string =>
  email === undefined ? `${vendor}\n${account?.id ?? ''}\n${accountId ?? person ?? id}` : foldedEmail(email)

/** The record that holds an address: the least id of those that claim it, on every device the same. */
export function statedByEmail(stated: Belief<'person'>[]): Map<string, Uuid> {
  const found = new Map<string, Uuid>()
  for (const { id, values } of [...stated].sort(byId))
    for (const email of (values.emails ?? []).map(foldedEmail)) if (!found.has(email)) found.set(email, id)
  return found
}

export const byId = (a: { id: Uuid }, b: { id: Uuid }): number => (a.id < b.id ? -1 : 1)
