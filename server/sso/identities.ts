import type { Kysely, Transaction } from 'kysely'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import { type Noted, note } from '../audit/note.ts'
import type { Database } from '../db/database.ts'
import type { PeopleTables } from '../db/tables.ts'
import { hashedId } from '../http/log.ts'
import { Scope } from '../workspaces/scope.ts'
import type { Identity } from './issuer.ts'

type People = Kysely<PeopleTables> | Transaction<PeopleTables>
type Named = Pick<Identity, 'issuer' | 'subject'>

/** Whose identity it is. By issuer and subject alone: an equal e-mail address is nobody's proof (T28). */
export async function personOf(people: People, { issuer, subject }: Named): Promise<string | undefined> {
  const row = await people
    .selectFrom('identities')
    .select('person')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row?.person
}

export const identityOf = (people: People, person: string, issuer: string) =>
  people
    .selectFrom('identities')
    .select(['issuer', 'subject', 'email', 'linked_at'])
    .where('person', '=', person)
    .where('issuer', '=', issuer)
    .executeTakeFirst()

/** Whether an invitation to this address may be accepted with this identity: the issuer has seen to it that it is theirs. */
export const isInvited = ({ email, verified }: Identity, address: string): boolean =>
  verified && email !== undefined && email === address.trim().toLowerCase()

/**
 * Links in the transaction of whatever makes it right to: a person's own wish, or an invitation that is accepted, whose
 * one row of the audit trail tells of it. An identity signs in as one person, who has one of each issuer.
 */
export async function linkIdentity(
  tx: Transaction<PeopleTables>,
  { issuer, subject, email }: Identity,
  person: string,
  now: Date,
): Promise<Outcome<'linked' | 'as before'>> {
  const linked = await tx
    .insertInto('identities')
    .values({ issuer, subject, person, email: email ?? null, linked_at: now.toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('person')
    .executeTakeFirst()
  if (linked) return ok('linked')
  const holder = await personOf(tx, { issuer, subject })
  if (holder === person) return ok('as before')
  return fail(holder === undefined ? 'LIMIT_REACHED' : 'IDENTITY_TAKEN')
}

/** A signed-in person's own wish, told in every workspace where it lets them in. */
export function linkOwn(database: Database, person: string, identity: Identity, now: Date) {
  return Scope.ofPerson(
    database,
    person,
    async (tx, memberships) => {
      const linked = await linkIdentity(tx, identity, person, now)
      if (!linked.ok) return linked
      return ok({ of: linked.value === 'linked' ? memberships : [], value: linked.value })
    },
    (scope, member) => note(scope, noted('identity-linked', member, identity), now),
  )
}

/** Refused where nothing would be left to sign in with, also to two at once: the person is held meanwhile. */
export async function unlinkOwn(database: Database, person: string, issuer: string, now: Date): Promise<Outcome<null>> {
  const identity = await identityOf(database.people, person, issuer)
  if (!identity) return fail('NOT_FOUND')
  return Scope.ofPerson(
    database,
    person,
    async (tx, memberships) => {
      await database.engine.hold(tx.selectFrom('people').select('id').where('id', '=', person), 'alone').execute()
      if (!(await signsInOtherwise(tx, person))) return fail('LAST_SIGN_IN')
      const { numDeletedRows } = await tx
        .deleteFrom('identities')
        .where('person', '=', person)
        .where('issuer', '=', issuer)
        .where('subject', '=', identity.subject)
        .executeTakeFirst()
      return numDeletedRows === 1n ? ok({ of: memberships, value: null }) : fail('NOT_FOUND')
    },
    (scope, member) => note(scope, noted('identity-unlinked', member, identity), now),
  )
}

/** Identities of an issuer that is not asked any more open nothing, so they do not count. */
async function signsInOtherwise(tx: Transaction<PeopleTables>, person: string): Promise<boolean> {
  const rows = await tx
    .selectFrom('credentials')
    .select('id')
    .where('userId', '=', person)
    .where('providerId', '=', 'credential')
    .where('password', 'is not', null)
    .execute()
  return rows.length > 0
}

/** Of the subject a hash: enough to see that two rows are of the same one. */
const noted = (kind: string, member: string, { issuer, subject }: Named): Noted => ({
  kind,
  about: { member, issuer, identity: hashedId(subject) },
  member,
})
