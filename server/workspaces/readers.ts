import type { Uuid } from '../../shared/model/id.ts'
import type { Role } from '../db/tables.ts'
import type { Scope } from './scope.ts'

/** An active member who may read a client, and where to reach them. */
export type Reader = { id: Uuid; email: string; role: Role }

/**
 * Whether an active member may read a client of the workspace; asked in a transaction of any of its scopes. Every member
 * may, while there are no grants.
 */
export const mayRead = async (_scope: Scope, _member: Pick<Reader, 'id' | 'role'>, _client: Uuid): Promise<boolean> =>
  true

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
    .select(['members.id', 'members.role', 'people.email'])
    .where('members.workspace', '=', scope.row.workspace)
    .where('members.state', '=', 'active')
    .orderBy('members.id')
    .execute()

/** One of them, or undefined where the membership has ended. */
export const activeReader = async (scope: Scope, member: Uuid): Promise<Reader | undefined> =>
  (await activeMembers(scope)).find(({ id }) => id === member)
