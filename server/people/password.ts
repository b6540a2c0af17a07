import { fail, type Outcome, ok } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import type { Deps } from '../http/env.ts'
import { giveBack, mayTry, signInAllowance } from './attempts.ts'
import type { Session } from './auth.ts'
import { changeAccount } from './own-acts.ts'
import { forgetOthers } from './sessions.ts'

const stored = ({ people }: Database, person: string) =>
  people
    .selectFrom('credentials')
    .select('password')
    .where('userId', '=', person)
    .where('providerId', '=', 'credential')
    .executeTakeFirst()

/** Who comes through the firm's own sign-in has none. */
export const hasPassword = async (database: Database, person: string): Promise<boolean> =>
  typeof (await stored(database, person))?.password === 'string'

/** Whether it is this person who sits there; counted as sign-ins are, so an open session is no place to guess (T40). */
export async function provePassword(deps: Deps, person: string, typed: string): Promise<Outcome<null>> {
  const { database, clock } = deps
  const about = `password of ${person}`
  if (!(await mayTry(database, about, signInAllowance, clock()))) return fail('RATE_LIMITED')
  const hash = (await stored(database, person))?.password
  const { verifyPassword } = await import('better-auth/crypto')
  if (typeof hash !== 'string' || !(await verifyPassword({ hash, password: typed }))) return fail('WRONG_PASSWORD')
  await giveBack(database, about)
  return ok(null)
}

/** The old one was asked for. T27: whoever else is in by the old one is out, and nothing that they began goes on. */
export async function changePassword(deps: Deps, session: Session, password: string): Promise<Outcome<null>> {
  const { hashPassword } = await import('better-auth/crypto')
  // Before the transaction: it takes longer than anybody should wait for one.
  const hash = await hashPassword(password)
  return changeAccount(deps, session.person.id, { kind: 'password-changed' }, async (tx) => {
    await tx
      .updateTable('credentials')
      .set({ password: hash, updatedAt: deps.clock().toISOString() })
      .where('userId', '=', session.person.id)
      .where('providerId', '=', 'credential')
      .execute()
    await forgetOthers(tx, session)
    return ok(null)
  })
}
