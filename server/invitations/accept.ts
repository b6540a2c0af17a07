import type { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import { note } from '../audit/note.ts'
import type { Database } from '../db/database.ts'
import type { Role } from '../db/tables.ts'
import { tokenHash } from '../devices/token.ts'
import { admit } from '../members/admit.ts'
import { addAccount } from '../people/account.ts'
import { mayInvite } from '../workspaces/may.ts'
import { Scope } from '../workspaces/scope.ts'
import { invitationsWithMakers } from './store.ts'

/** What whoever holds the link is shown: nothing of a client but how many there are. */
export type Invited = {
  workspace: Uuid
  workspaceName: string
  by: string
  email: string
  role: Role
  clients: 'all' | number
  /** Whether the address has an account on this server, so that nobody makes a second one. */
  hasAccount: boolean
}

/** Undefined for what was never given, was used or withdrawn, ran out, or whose maker may not invite any more. */
export async function invitedBy(database: Database, token: string, now: Date): Promise<Invited | undefined> {
  const { people } = database
  const row = await invitationsWithMakers(people)
    .innerJoin('people', 'people.id', 'maker.person')
    .innerJoin('workspaces', 'workspaces.id', 'invitations.workspace')
    .select(['people.name as by', 'workspaces.name as workspaceName'])
    .where('invitations.token_hash', '=', tokenHash(token))
    .where('invitations.expires_at', '>', now.toISOString())
    .executeTakeFirst()
  if (!row || !mayInvite(row.makerRole, row.role)) return undefined
  const { workspace, workspaceName, by, email, role } = row
  const clients = await people
    .selectFrom('invitation_clients')
    .select('client')
    .where('workspace', '=', workspace)
    .where('invitation', '=', row.id)
    .execute()
  const account = await people
    .selectFrom('people')
    .select('id')
    .where(({ fn }) => fn('lower', ['email']), '=', email)
    .executeTakeFirst()
  const seen = row.clients === 'all' ? ('all' as const) : clients.length
  return { workspace, workspaceName, by, email, role, clients: seen, hasAccount: account !== undefined }
}

/** Who accepts: the person who is signed in, or somebody who makes an account by it. The password is hashed already. */
export type Accepting = { person: Uuid } | { name: string; password: string }

/**
 * T28: the token is used up, the account made, the membership with its grants and the note of it, in one transaction or
 * not at all. An account with another address gets nothing, and one with this address gets it by this link alone.
 */
export const accept = (database: Database, workspace: Uuid, token: string, who: Accepting, now: Date) =>
  Scope.asServer(database, workspace, workspace, async (scope): Promise<Outcome<{ member: Uuid }>> => {
    const taken = await take(scope, token, now)
    if (!taken) return fail('NOT_FOUND')
    const verified = taken.mailed_at !== null
    const person =
      'person' in who
        ? await proven(scope, who.person, { email: taken.email, verified })
        : await addAccount(scope.tx, { ...who, email: taken.email, verified }, now)
    if (person === undefined) return fail('FORBIDDEN')
    const { role, clients, granted } = taken
    const member = await admit(scope, person, { role, clients, granted }, now)
    if (!member.ok) return member
    const about = { invitation: taken.id, role, clients: clients === 'all' ? 'all' : granted.join(' ') }
    await note(scope, { kind: 'invitation-accepted', about, member: member.value }, now)
    return ok({ member: member.value })
  })

/** Only one of two who come at once finds it. */
async function take({ tx, row }: Scope, token: string, now: Date) {
  const found = await invitationsWithMakers(tx)
    .where('invitations.workspace', '=', row.workspace)
    .where('invitations.token_hash', '=', tokenHash(token))
    .where('invitations.expires_at', '>', now.toISOString())
    .executeTakeFirst()
  if (!found || !mayInvite(found.makerRole, found.role)) return undefined
  const of = [row.workspace, found.id] as const
  const granted = await tx
    .deleteFrom('invitation_clients')
    .where('workspace', '=', of[0])
    .where('invitation', '=', of[1])
    .returning('client')
    .execute()
  const { numDeletedRows } = await tx
    .deleteFrom('invitations')
    .where('workspace', '=', of[0])
    .where('id', '=', of[1])
    .executeTakeFirst()
  return numDeletedRows === 1n ? { ...found, granted: granted.map(({ client }) => client) } : undefined
}

/** The account, if its address is the invited one; a link that came by mail has shown that it is theirs. */
async function proven({ tx }: Scope, person: Uuid, { email, verified }: { email: string; verified: boolean }) {
  const account = await tx
    .selectFrom('people')
    .select('id')
    .where('id', '=', person)
    .where(({ fn }) => fn('lower', ['email']), '=', email)
    .executeTakeFirst()
  if (account && verified) await tx.updateTable('people').set({ emailVerified: 1 }).where('id', '=', person).execute()
  return account?.id
}
