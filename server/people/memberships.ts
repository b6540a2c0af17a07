import type { Kysely, Transaction } from 'kysely'
import type { Uuid } from '../../shared/model/id.ts'
import type { PeopleTables } from '../db/tables.ts'
import { devicesOf } from '../devices/store.ts'

/** The workspaces that a person is an active member of. */
export const membershipsOf = (people: Kysely<PeopleTables> | Transaction<PeopleTables>, person: string) =>
  people
    .selectFrom('members')
    .innerJoin('workspaces', 'workspaces.id', 'members.workspace')
    .select(['members.workspace', 'members.id as member', 'members.role', 'workspaces.name'])
    .where('members.person', '=', person)
    .where('members.state', '=', 'active')
    .orderBy('workspaces.name')
    .execute()
export type Membership = Awaited<ReturnType<typeof membershipsOf>>[number]

/** What a new device is told about for whom it was paired; undefined where the membership has ended meanwhile (T26 ⑧). */
export const activeMember = (people: Transaction<PeopleTables>, workspace: Uuid, member: Uuid) =>
  people
    .selectFrom('members')
    .innerJoin('people', 'people.id', 'members.person')
    .innerJoin('workspaces', 'workspaces.id', 'members.workspace')
    .select(['people.name', 'people.email', 'members.role', 'workspaces.name as workspaceName'])
    .where('members.workspace', '=', workspace)
    .where('members.id', '=', member)
    .where('members.state', '=', 'active')
    .executeTakeFirst()

/** All devices of a person, as their pages list them. */
export async function devicesOfPerson(people: Kysely<PeopleTables>, person: string) {
  const memberships = await membershipsOf(people, person)
  const lists = memberships.map(async ({ workspace, member, name: of }) =>
    (await devicesOf(people, { workspace, id: member })).map(({ id, name, created_at, seen_at }) => ({
      workspace,
      of,
      device: id,
      name,
      pairedOn: created_at.slice(0, 10),
      seenOn: seen_at.slice(0, 10),
    })),
  )
  return (await Promise.all(lists)).flat()
}
export type OwnDevice = Awaited<ReturnType<typeof devicesOfPerson>>[number]
