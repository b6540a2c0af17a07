import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { Label } from '../../shared/model/values.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { inTransaction } from '../db/transaction.ts'
import { newToken, type Random, tokenHash } from '../devices/token.ts'
import { addWorkspace } from '../workspaces/store.ts'
import { addAccount, NewAccount, passwordHash } from './account.ts'

/** While nobody has an account, whoever holds the token from the server's own output may make the first one. */
const setting = 'first-run-token'

export const hasAccounts = async ({ people }: Database): Promise<boolean> =>
  (await people.selectFrom('people').select('id').limit(1).execute()).length > 0

/** A new token, or undefined where there is an account. Only its hash is stored, so each start prints another. */
export async function firstRunToken(database: Database, random: Random): Promise<string | undefined> {
  if (await hasAccounts(database)) return undefined
  const token = newToken(random)
  const value = tokenHash(token)
  await database.people
    .insertInto('settings')
    .values({ key: setting, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
  return token
}

export const FirstAccount = NewAccount.extend({
  token: z.string().trim().max(200),
  email: z.email().max(320),
  workspace: Label,
})
export type FirstAccount = z.infer<typeof FirstAccount>

/** The token is used up, and account, workspace and owner come into being, in one transaction or not at all. */
export async function makeFirstAccount(
  database: Database,
  asked: FirstAccount,
  now: Date,
): Promise<Outcome<{ person: string; workspace: string; member: string }>> {
  const password = await passwordHash(asked.password)
  return inTransaction(database, 'write', async (tx) => {
    const used = await tx
      .deleteFrom('settings')
      .where('key', '=', setting)
      .where('value', '=', tokenHash(asked.token))
      .executeTakeFirst()
    if (used.numDeletedRows !== 1n) return fail('BAD_CODE')
    const [workspace, member] = [randomUUID(), randomUUID()]
    const person = await addAccount(tx, { ...asked, password, verified: false }, now)
    // Somebody has an account already, and the first one is what this is for.
    if (person === undefined) return fail('BAD_CODE')
    await addWorkspace(tx, { id: workspace, name: asked.workspace }, { member, person }, now)
    return ok({ person, workspace, member })
  })
}
