import type { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import { note } from '../audit/note.ts'
import { revokeDevice } from '../devices/store.ts'
import { adminsOnly } from '../workspaces/admins.ts'
import type { Scope } from '../workspaces/scope.ts'

/** All active members with their devices and grants, by name; for owners and admins. */
export async function membersIn(scope: Scope) {
  const may = adminsOnly(scope)
  if (!may.ok) return may
  const { tx, row } = scope
  const members = await tx
    .selectFrom('members')
    .innerJoin('people', 'people.id', 'members.person')
    .select(['members.id', 'people.name', 'people.email', 'people.emailVerified'])
    .select(['members.role', 'members.clients', 'members.created_at'])
    .where('members.workspace', '=', row.workspace)
    .where('members.state', '=', 'active')
    .orderBy('people.name')
    .orderBy('members.id')
    .execute()
  const grants = await tx
    .selectFrom('grants')
    .select(['member', 'client'])
    .where('workspace', '=', row.workspace)
    .where('revoked_at', 'is', null)
    .orderBy('client')
    .execute()
  const devices = await devicesOfMembers(scope)
  return ok(
    members.map(({ created_at: since, emailVerified, ...member }) => ({
      ...member,
      emailProved: emailVerified === 1,
      since,
      granted: grants.filter((grant) => grant.member === member.id).map(({ client }) => client),
      devices: devices
        .filter((device) => device.member === member.id)
        .map(({ id, name, created_at, seen_at }) => ({ id, name, pairedAt: created_at, seenAt: seen_at })),
    })),
  )
}

const devicesOfMembers = ({ tx, row }: Scope) =>
  tx
    .selectFrom('devices')
    .select(['member', 'id', 'name', 'created_at', 'seen_at'])
    .where('workspace', '=', row.workspace)
    .where('revoked_at', 'is', null)
    .orderBy('created_at')
    .execute()

export async function revokeDeviceOf(
  scope: Scope,
  member: Uuid,
  device: Uuid,
  now: Date,
): Promise<Outcome<{ revoked: Uuid }>> {
  const may = adminsOnly(scope)
  if (!may.ok) return may
  if (!(await revokeDevice(scope.tx, { workspace: scope.row.workspace, id: member }, device, now)))
    return fail('NOT_FOUND')
  await note(scope, { kind: 'device-revoked', about: { member, device } }, now)
  return ok({ revoked: device })
}
