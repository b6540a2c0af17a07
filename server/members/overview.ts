import { fieldsOf } from '../../shared/inventory/fields-of.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import type { Role } from '../db/tables.ts'
import { recordsOf } from '../inventory/store.ts'
import { oneLine } from '../inventory/title.ts'
import type { Invitation } from '../invitations/model.ts'
import { listInvitations } from '../invitations/store.ts'
import { clientsOf } from '../workspaces/clients.ts'
import { seesAll } from '../workspaces/may.ts'
import type { Scope } from '../workspaces/scope.ts'
import { membersIn } from './store.ts'

export type ListedClient = { id: Uuid; name: string }
export type ListedMember = Extract<Awaited<ReturnType<typeof membersIn>>, { ok: true }>['value'][number]
/** Everything that the members pages show, as of one moment. */
export type Overview = {
  workspace: { id: Uuid; name: string }
  /** Who looks. */
  self: { id: Uuid; role: Role }
  members: ListedMember[]
  invitations: Invitation[]
  /** By name. */
  clients: ListedClient[]
}

/** For owners and admins, in the workspace's own scope. */
export async function overviewOf(scope: Scope): Promise<Outcome<Overview>> {
  const { author, tx, row } = scope
  const members = await membersIn(scope)
  if (!author) return fail('FORBIDDEN')
  if (!members.ok) return members
  const invitations = await listInvitations(scope)
  if (!invitations.ok) return invitations
  const { name } = await tx
    .selectFrom('workspaces')
    .select('name')
    .where('id', '=', row.workspace)
    .executeTakeFirstOrThrow()
  return ok({
    workspace: { id: row.workspace, name },
    self: { id: author.member, role: author.role },
    members: members.value,
    invitations: invitations.value,
    clients: await namedClients(scope),
  })
}

async function namedClients(scope: Scope): Promise<ListedClient[]> {
  const records = new Map((await recordsOf(scope, 'client')).map((record) => [record.id, record]))
  const named = (await clientsOf(scope)).map(({ id }) => {
    const record = records.get(id)
    const said = record && fieldsOf(record).find(({ field }) => field === 'name')?.value
    return { id, name: (typeof said === 'string' && oneLine(said)) || 'A client without a name' }
  })
  return named.sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1))
}

/** Which of the clients somebody sees with such an access. */
export const seen = (
  { clients }: Pick<Overview, 'clients'>,
  access: { role: Role; clients: 'all' | 'granted'; granted: Uuid[] },
): ListedClient[] =>
  seesAll(access.role) || access.clients === 'all' ? clients : clients.filter(({ id }) => access.granted.includes(id))
