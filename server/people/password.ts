import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import type { PeopleTables } from '../db/tables.ts'
import type { Deps } from '../http/env.ts'
import { passwordHash } from './account.ts'
import { giveBack, mayTry, signInAllowance } from './attempts.ts'
import type { Session } from './auth.ts'
import { changeAccount } from './own-acts.ts'
import { forgetOthers } from './sessions.ts'

const stored = ({ people }: Pick<Database, 'people'>, person: string) =>
  people
    .selectFrom('credentials')
    .select('password')
    .where('userId', '=', person)
    .where('providerId', '=', 'credential')
    .executeTakeFirst()

/** Who comes through the firm's own sign-in has none. */
export const hasPassword = async (database: Pick<Database, 'people'>, person: string): Promise<boolean> =>
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

/** The old one was asked for. */
export const changePassword = (deps: Deps, session: Session, password: string): Promise<Outcome<null>> =>
  newPassword(deps, session, password, 'password-changed', async () => ok(null))

/** The firm's issuer was asked who it is (sso/first-password.tsx), as there is no old one. Refused where there is one by now. */
export const setFirstPassword = (deps: Deps, session: Session, password: string): Promise<Outcome<null>> =>
  newPassword(deps, session, password, 'password-set', async (people) => {
    const { id } = session.person
    // Two at once come one after the other, and the second finds what the first has set.
    await deps.database.engine.hold(people.selectFrom('people').select('id').where('id', '=', id), 'alone').execute()
    return (await hasPassword({ people }, id)) ? fail('NOT_FOUND') : ok(null)
  })

/** T27: whoever else is in by the old way is out, and nothing that they began goes on. */
async function newPassword(
  deps: Deps,
  session: Session,
  password: string,
  kind: string,
  may: (tx: Transaction<PeopleTables>) => Promise<Outcome<null>>,
): Promise<Outcome<null>> {
  const hash = await passwordHash(password)
  return changeAccount(deps, session.person.id, { kind }, async (tx) => {
    const allowed = await may(tx)
    if (!allowed.ok) return allowed
    await keepPassword(tx, session.person.id, hash, deps.clock())
    await forgetOthers(tx, session)
    return ok(null)
  })
}

/** In the place of the old one, where there is one. */
export async function keepPassword(
  tx: Transaction<PeopleTables>,
  person: string,
  password: string,
  now: Date,
): Promise<void> {
  const updatedAt = now.toISOString()
  const { numUpdatedRows } = await tx
    .updateTable('credentials')
    .set({ password, updatedAt })
    .where('userId', '=', person)
    .where('providerId', '=', 'credential')
    .executeTakeFirst()
  if (numUpdatedRows > 0n) return
  const credential = { id: randomUUID(), accountId: person, providerId: 'credential', userId: person, password }
  await tx
    .insertInto('credentials')
    .values({ ...credential, createdAt: updatedAt, updatedAt })
    .execute()
}
