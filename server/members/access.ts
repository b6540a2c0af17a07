import type { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import { note } from '../audit/note.ts'
import type { MemberState, Role } from '../db/tables.ts'
import { saveScope } from '../sync/store.ts'
import { administers, seesAll } from '../workspaces/may.ts'
import type { Scope } from '../workspaces/scope.ts'
import { endAuthority } from './authority.ts'

/** What may change of a member; `granted` is the whole list of clients that are theirs where not all are. */
export type AccessChange = { role?: Role; clients?: 'all' | 'granted'; granted?: Uuid[] }

/** For the workspace's own scope, opened for writing by an owner or admin. */
export async function changeAccess(scope: Scope, id: Uuid, change: AccessChange, now: Date): Promise<Outcome<null>> {
  const member = await memberToChange(scope, id, change.role ?? null)
  if (!member.ok) return member
  const { granted, ...columns } = change
  if (granted && !(await areClients(scope, granted))) return fail('NOT_FOUND')
  if (granted) await grant(scope, id, granted, now)
  if (sees(member.value) && !sees({ ...member.value, ...columns })) await withdrawRest(scope, id, now)
  if (administers(member.value.role) && change.role && !administers(change.role)) await endAuthority(scope, id, now)
  await updateMember(scope, id, columns)
  const about = { member: id, ...columns, ...(granted ? { granted: granted.join(' ') } : {}) }
  await note(scope, { kind: 'member-access', about }, now)
  return ok(null)
}

/** From the commit of this on, all that the member's devices hold is a token that opens nothing. */
export async function removeMember(scope: Scope, id: Uuid, now: Date): Promise<Outcome<null>> {
  const member = await memberToChange(scope, id, null)
  if (!member.ok) return member
  await updateMember(scope, id, { state: 'removed' })
  await endAuthority(scope, id, now)
  await withdrawTheirs(scope, id)
  await note(scope, { kind: 'member-removed', about: { member: id } }, now)
  return ok(null)
}

/** Nor does a link that lies in their mailbox let them in again. */
async function withdrawTheirs({ tx, row }: Scope, id: Uuid): Promise<void> {
  const theirs = tx
    .selectFrom('members')
    .innerJoin('people', 'people.id', 'members.person')
    .select(({ fn }) => fn<string>('lower', ['people.email']).as('email'))
    .where('members.workspace', '=', row.workspace)
    .where('members.id', '=', id)
  await tx.deleteFrom('invitations').where('workspace', '=', row.workspace).where('email', 'in', theirs).execute()
}

/** Only owners make and unmake owners, and one of them always stays. */
async function memberToChange(scope: Scope, id: Uuid, role: Role | null): Promise<Outcome<Seeing>> {
  const { author, tx, engine, row } = scope
  if (row.kind !== 'workspace' || !author || !administers(author.role)) return fail('FORBIDDEN')
  const all = tx
    .selectFrom('members')
    .select(['id', 'role', 'clients'])
    .where('workspace', '=', row.workspace)
    .where('state', '=', 'active')
  const members = await engine.hold(all, 'alone').execute()
  const member = members.find((each) => each.id === id)
  if (!member) return fail('NOT_FOUND')
  if ((member.role === 'owner' || role === 'owner') && author.role !== 'owner') return fail('FORBIDDEN')
  const stays = members.some((each) => each.role === 'owner' && each.id !== id)
  return member.role === 'owner' && role !== 'owner' && !stays ? fail('LAST_OWNER') : ok(member)
}

/** T23: no other workspace's client, and none that is nowhere. */
export async function areClients({ tx, row }: Scope, clients: Uuid[]): Promise<boolean> {
  const known = await tx
    .selectFrom('scopes')
    .select('id')
    .where('workspace', '=', row.workspace)
    .where('kind', '=', 'client')
    .execute()
  const ids = new Set(known.map(({ id }) => id))
  return clients.every((client) => ids.has(client))
}

type Seeing = { role: Role; clients: 'all' | 'granted' }
export const sees = ({ role, clients }: Seeing): boolean => seesAll(role) || clients === 'all'

/** F23: who saw every client is told of those that are theirs no longer, as if each had been granted. */
export async function withdrawRest({ tx, row }: Scope, member: Uuid, now: Date): Promise<void> {
  const at = now.toISOString()
  const clients = await tx
    .selectFrom('scopes')
    .select('id')
    .where('workspace', '=', row.workspace)
    .where('kind', '=', 'client')
    .execute()
  for (const { id } of clients)
    await tx
      .insertInto('grants')
      .values({ workspace: row.workspace, member, client: id, granted_at: at, revoked_at: at })
      .onConflict((conflict) => conflict.columns(['workspace', 'member', 'client']).doNothing())
      .execute()
}

/** Grants these and no others. */
export async function grant({ tx, row }: Scope, member: Uuid, clients: Uuid[], now: Date): Promise<void> {
  const at = now.toISOString()
  const of = { workspace: row.workspace, member }
  await tx
    .updateTable('grants')
    .set({ revoked_at: at })
    .where('workspace', '=', row.workspace)
    .where('member', '=', member)
    .where('revoked_at', 'is', null)
    .$if(clients.length > 0, (query) => query.where('client', 'not in', clients))
    .execute()
  for (const client of clients)
    await tx
      .insertInto('grants')
      .values({ ...of, client, granted_at: at, revoked_at: null })
      .onConflict((conflict) =>
        conflict.columns(['workspace', 'member', 'client']).doUpdateSet({ granted_at: at, revoked_at: null }),
      )
      .execute()
}

/**
 * The change takes a number in the workspace's own scope, as a purge does: a device that began before it may hold what
 * is not to be seen any more, or lack what is now, and downloads again (R8).
 */
export async function updateMember(
  scope: Scope,
  id: Uuid,
  columns: { role?: Role; clients?: 'all' | 'granted'; state?: MemberState },
): Promise<void> {
  const seq = scope.row.seq + 1
  await saveScope(scope, { seq })
  await scope.tx
    .updateTable('members')
    .set({ ...columns, access_from: seq })
    .where('workspace', '=', scope.row.workspace)
    .where('id', '=', id)
    .execute()
}
