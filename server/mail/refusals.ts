import { hash } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { Uuid } from '../../shared/model/id.ts'
import type { AlertTables } from '../db/alert-tables.ts'

type People = Kysely<AlertTables> | Transaction<AlertTables>
type Addressed = { id: Uuid; email: string }

const hashOf = (email: string) => hash('sha256', email.toLowerCase(), 'base64url')

/** A mail server said for good that it does not take mail for this address. */
export async function noteRefusal(people: People, workspace: Uuid, { id, email }: Addressed, reply: number, now: Date) {
  const row = { address_hash: hashOf(email), at: now.toISOString(), reply }
  await people
    .insertInto('mail_refusals')
    .values({ workspace, member: id, ...row })
    .onConflict((conflict) => conflict.columns(['workspace', 'member']).doUpdateSet(row))
    .execute()
}

export const forgetRefusal = (people: People, workspace: Uuid, member: Uuid) =>
  people.deleteFrom('mail_refusals').where('workspace', '=', workspace).where('member', '=', member).execute()

export const refusalsIn = (people: People, workspace: Uuid) =>
  people
    .selectFrom('mail_refusals')
    .select(['member', 'address_hash', 'at', 'reply'])
    .where('workspace', '=', workspace)
    .execute()
export type Refusal = Awaited<ReturnType<typeof refusalsIn>>[number]

/** Of the address that the member has now: one that was changed since is tried anew. */
export const isRefused = (refusals: readonly Refusal[], { id, email }: Addressed): boolean =>
  refusals.some(({ member, address_hash }) => member === id && address_hash === hashOf(email))
