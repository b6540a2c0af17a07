import { randomUUID } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import { note } from '../audit/note.ts'
import type { PeopleTables } from '../db/tables.ts'
import { newToken, type Random, tokenHash } from '../devices/token.ts'
import { areClients } from '../members/access.ts'
import { adminsOnly } from '../workspaces/admins.ts'
import { mayInvite, seesAll } from '../workspaces/may.ts'
import type { Scope } from '../workspaces/scope.ts'
import { type Invitation, type InvitationRequest, lifeDays, mostInvitations } from './model.ts'

type People = Kysely<PeopleTables> | Transaction<PeopleTables>

/** Each with what its maker is now: one who may not invite any more has taken the invitation along. */
export const invitationsWithMakers = (people: People) =>
  people
    .selectFrom('invitations')
    .innerJoin('members as maker', (join) =>
      join
        .onRef('maker.workspace', '=', 'invitations.workspace')
        .onRef('maker.id', '=', 'invitations.invited_by')
        .on('maker.state', '=', 'active'),
    )
    .selectAll('invitations')
    .select('maker.role as makerRole')

/** A new invitation and its token, which exists in clear nowhere but in the link. For the workspace's own scope. */
export async function invite(
  scope: Scope,
  asked: InvitationRequest,
  random: Random,
  now: Date,
): Promise<Outcome<{ invitation: Invitation; token: string }>> {
  const { author, tx, row } = scope
  if (!author || !mayInvite(author.role, asked.role)) return fail('FORBIDDEN')
  const [workspace, email] = [row.workspace, asked.email.toLowerCase()]
  const clients = asked.clients === 'all' || seesAll(asked.role) ? 'all' : [...new Set(asked.clients)]
  if (clients !== 'all' && !(await areClients(scope, clients))) return fail('NOT_FOUND')
  if (await isMember(scope, email)) return fail('ALREADY_MEMBER')
  const former = await tx
    .deleteFrom('invitations')
    .where('workspace', '=', workspace)
    .where('email', '=', email)
    .returning(['id', 'role'])
    .executeTakeFirst()
  if (former && !mayInvite(author.role, former.role)) return fail('FORBIDDEN')
  if ((await howMany(scope, now)) >= mostInvitations) return fail('LIMIT_REACHED')
  const [id, token] = [randomUUID(), newToken(random)]
  const stored = {
    email,
    role: asked.role,
    clients: clients === 'all' ? ('all' as const) : ('granted' as const),
    invited_by: author.member,
    created_at: now.toISOString(),
    expires_at: new Date(now.getTime() + lifeDays * 86_400_000).toISOString(),
    mailed_at: null,
  }
  await tx
    .insertInto('invitations')
    .values({ workspace, id, token_hash: tokenHash(token), ...stored })
    .execute()
  if (clients !== 'all' && clients.length > 0)
    await tx
      .insertInto('invitation_clients')
      .values(clients.map((client) => ({ workspace, invitation: id, client })))
      .execute()
  const about = { invitation: id, role: asked.role, clients: clients === 'all' ? 'all' : clients.join(' ') }
  await note(scope, { kind: 'member-invited', about: { ...about, instead: former?.id ?? null } }, now)
  return ok({ invitation: shown({ id, ...stored }, clients === 'all' ? [] : clients), token })
}

/** Those that open something, and those that ran out of late: whoever invited may want to know that nobody came. */
export async function listInvitations(scope: Scope): Promise<Outcome<Invitation[]>> {
  const may = adminsOnly(scope)
  if (!may.ok) return may
  const rows = await invitationsWithMakers(scope.tx)
    .where('invitations.workspace', '=', scope.row.workspace)
    .orderBy('invitations.created_at')
    .orderBy('invitations.id')
    .execute()
  const clients = await scope.tx
    .selectFrom('invitation_clients')
    .select(['invitation', 'client'])
    .where('workspace', '=', scope.row.workspace)
    .orderBy('client')
    .execute()
  const of = (id: Uuid) => clients.flatMap(({ invitation, client }) => (invitation === id ? [client] : []))
  return ok(rows.flatMap((row) => (mayInvite(row.makerRole, row.role) ? [shown(row, of(row.id))] : [])))
}

/** From the commit of this on, its link opens nothing. */
export async function withdraw(scope: Scope, id: Uuid, now: Date): Promise<Outcome<{ withdrawn: Uuid }>> {
  const { author, tx, row } = scope
  const may = adminsOnly(scope)
  if (!author || !may.ok) return fail('FORBIDDEN')
  const gone = await tx
    .deleteFrom('invitations')
    .where('workspace', '=', row.workspace)
    .where('id', '=', id)
    .returning('role')
    .executeTakeFirst()
  if (!gone) return fail('NOT_FOUND')
  // What is refused is rolled back.
  if (!mayInvite(author.role, gone.role)) return fail('FORBIDDEN')
  await note(scope, { kind: 'invitation-withdrawn', about: { invitation: id } }, now)
  return ok({ withdrawn: id })
}

type Stored = Omit<PeopleTables['invitations'], 'workspace' | 'token_hash'>

const shown = (row: Stored, clients: Uuid[]): Invitation => ({
  id: row.id,
  email: row.email,
  role: row.role,
  clients: row.clients === 'all' ? 'all' : clients,
  by: row.invited_by,
  madeAt: row.created_at,
  expiresAt: row.expires_at,
  mailed: row.mailed_at !== null,
})

async function isMember({ tx, row }: Scope, email: string): Promise<boolean> {
  const member = await tx
    .selectFrom('members')
    .innerJoin('people', 'people.id', 'members.person')
    .select('members.id')
    .where('members.workspace', '=', row.workspace)
    .where('members.state', '=', 'active')
    .where(({ fn }) => fn('lower', ['people.email']), '=', email)
    .executeTakeFirst()
  return member !== undefined
}

/** Without those that ran out more than a month ago, which go. */
async function howMany({ tx, row }: Scope, now: Date): Promise<number> {
  const longAgo = new Date(now.getTime() - 30 * 86_400_000).toISOString()
  await tx.deleteFrom('invitations').where('workspace', '=', row.workspace).where('expires_at', '<', longAgo).execute()
  const there = await tx.selectFrom('invitations').select('id').where('workspace', '=', row.workspace).execute()
  return there.length
}
