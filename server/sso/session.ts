import { fail, type Outcome, ok } from '../../shared/problem.ts'
import type { Deps } from '../http/env.ts'
import { authOf } from '../people/auth.ts'
import type { Own } from './flow.ts'

const freshMs = 10 * 60_000

/** Whose session the cookies carry, and which of theirs. */
export async function ownSession(deps: Deps, headers: Headers): Promise<(Own & { since: Date }) | undefined> {
  if (!headers.has('cookie')) return undefined
  const auth = await authOf(deps)
  const found = await auth.api.getSession({ headers })
  return found ? { person: found.user.id, session: found.session.id, since: found.session.createdAt } : undefined
}

/** Changing how an account is entered asks for a sign-in just now: a browser left open is not enough to keep a way in. */
export async function freshPerson(deps: Deps, headers: Headers): Promise<Outcome<Own> | undefined> {
  const own = await ownSession(deps, headers)
  if (!own) return undefined
  const { person, session, since } = own
  // better-auth dates its sessions by the machine's own clock.
  return Date.now() - since.getTime() < freshMs ? ok({ person, session }) : fail('SIGN_IN_AGAIN')
}
