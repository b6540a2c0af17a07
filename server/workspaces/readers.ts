import type { Uuid } from '../../shared/model/id.ts'
import type { Role } from '../db/tables.ts'
import { seesAll } from './may.ts'
import type { Scope } from './scope.ts'

/** An active member who may read a client, and where to reach them. */
export type Reader = { id: Uuid; email: string; role: Role; clients: 'all' | 'granted' }

/** Whether an active member may read a client of the workspace; asked in a transaction of any of its scopes. */
export async function mayRead(
  { tx, row }: Scope,
  { id, role, clients }: Pick<Reader, 'id' | 'role' | 'clients'>,
  client: Uuid,
): Promise<boolean> {
  if (seesAll(role) || clients === 'all') return true
  const grant = await tx
    .selectFrom('grants')
    .select('client')
    .where('workspace', '=', row.workspace)
    .where('member', '=', id)
    .where('client', '=', client)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return grant !== undefined
}

/** Who may be told of a client by the server itself: nobody else is ever written to. */
export async function readersOf(client: Scope): Promise<Reader[]> {
  const members = await activeMembers(client)
  const may = await Promise.all(members.map((member) => mayRead(client, member, client.row.id)))
  return members.filter((_, at) => may[at])
}

const activeMembers = (scope: Scope): Promise<Reader[]> =>
  scope.tx
    .selectFrom('members')
    .innerJoin('people', 'people.id', 'members.person')
    .select(['members.id', 'members.role', 'members.clients', 'people.email'])
    .where('members.workspace', '=', scope.row.workspace)
    .where('members.state', '=', 'active')
    .orderBy('members.id')
    .execute()

/** One of them, or undefined where the membership has ended. */
export const activeReader = async (scope: Scope, member: Uuid): Promise<Reader | undefined> =>
  (await activeMembers(scope)).find(({ id }) => id === member)
