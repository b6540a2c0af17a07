import { fail, type Outcome, ok } from '../../shared/problem.ts'
import { plainSigns, type Random } from '../devices/token.ts'
import type { Deps } from '../http/env.ts'
import { passwordHash } from './account.ts'
import { changeAccount } from './own-acts.ts'
import { keepPassword } from './password.ts'
import { forgetOthers } from './sessions.ts'

/**
 * For who has lost their password, or app and backup codes: a new password, no second factor, and every session ended.
 * Passkeys, single sign-on and devices stay. Only the operator does this, who holds the database anyway.
 */
export async function recoverAccount(
  deps: Pick<Deps, 'database' | 'clock'> & { random: Random },
  email: string,
): Promise<Outcome<{ password: string }>> {
  const { people } = deps.database
  const account = await people
    .selectFrom('people')
    .select(['id', 'name', 'email'])
    .where(({ fn }) => fn('lower', ['email']), '=', email.trim().toLowerCase())
    .executeTakeFirst()
  if (!account) return fail('NOT_FOUND')
  const password = [5, 5, 5, 5].map((count) => plainSigns(deps.random, count)).join('-')
  const hash = await passwordHash(password)
  return changeAccount(deps, account.id, { kind: 'account-recovered' }, async (tx) => {
    await keepPassword(tx, account.id, hash, deps.clock())
    await tx.deleteFrom('second_factors').where('userId', '=', account.id).execute()
    await tx.updateTable('people').set({ twoFactorEnabled: 0 }).where('id', '=', account.id).execute()
    await forgetOthers(tx, { id: '', person: account })
    return ok({ password })
  })
}
