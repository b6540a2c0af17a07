import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import { Label } from '../../shared/model/values.ts'
import type { PeopleTables } from '../db/tables.ts'

export const passwordLength = { min: 12, max: 200 } as const
export const Password = z.string().min(passwordLength.min).max(passwordLength.max)

/** What a person says of themselves, whoever lets them in. */
export const NewAccount = z.object({ name: Label, password: Password })
export type NewAccount = z.infer<typeof NewAccount>
/** Of somebody whom the firm's issuer has let in. */
export const NamedAccount = NewAccount.pick({ name: true })

/** It takes its time on purpose, so it is done before a transaction and not in it. */
export async function passwordHash(password: string): Promise<string> {
  const { hashPassword } = await import('better-auth/crypto')
  return hashPassword(password)
}

/**
 * `verified`: whether it was shown that the person reads what is sent to the address. Undefined where it has an account.
 * Without a password somebody else vouches for them: a firm's single sign-on.
 */
export async function addAccount(
  tx: Transaction<PeopleTables>,
  { name, email, password, verified }: { name: string; email: string; password?: string; verified: boolean },
  now: Date,
): Promise<string | undefined> {
  const [person, at] = [randomUUID(), now.toISOString()]
  const stamps = { createdAt: at, updatedAt: at }
  const account = { id: person, name, email: email.toLowerCase(), emailVerified: verified ? 1 : 0, image: null }
  const added = await tx
    .insertInto('people')
    .values({ ...account, ...stamps })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return undefined
  if (password === undefined) return person
  const credential = { id: randomUUID(), accountId: person, providerId: 'credential', userId: person, password }
  await tx
    .insertInto('credentials')
    .values({ ...credential, ...stamps })
    .execute()
  return person
}
