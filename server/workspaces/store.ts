import { randomBytes, randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Uuid } from '../../shared/model/id.ts'
import type { PeopleTables, ScopeTables } from '../db/tables.ts'
import type { Scope } from './scope.ts'

/** A new history. Its number is random, so that nodes need not agree on a counter; 48 bits stay an exact number. */
const newScope = (workspace: Uuid, id: Uuid, kind: 'workspace' | 'client'): ScopeTables['scopes'] => ({
  scope: randomBytes(6).readUIntBE(0, 6),
  workspace,
  id,
  kind,
  epoch: randomUUID(),
  seq: 0,
  min_retained: 0,
  purged_to: 0,
  logged: 0,
  chain: '',
  gone_at: null,
})

/** A client's scope comes into being with its record, in the same transaction and workspace. */
export async function addClientScope(scope: Scope, client: Uuid, now: Date): Promise<void> {
  await scope.tx
    .insertInto('scopes')
    .values(newScope(scope.row.workspace, client, 'client'))
    .onConflict((conflict) => conflict.columns(['workspace', 'id']).doNothing())
    .execute()
  // Whoever sees some clients only sees the one that they made.
  if (scope.author?.clients !== 'granted') return
  const grant = { workspace: scope.row.workspace, member: scope.author.member, client }
  await scope.tx
    .insertInto('grants')
    .values({ ...grant, granted_at: now.toISOString(), revoked_at: null })
    .onConflict((conflict) => conflict.columns(['workspace', 'member', 'client']).doNothing())
    .execute()
}

/** A workspace with its own scope and its first member, the owner. */
export async function addWorkspace(
  people: Transaction<PeopleTables>,
  workspace: { id: Uuid; name: string },
  owner: { member: Uuid; person: string },
  now: Date,
): Promise<void> {
  const created_at = now.toISOString()
  await people
    .insertInto('workspaces')
    .values({ ...workspace, created_at })
    .execute()
  await people
    .withTables<ScopeTables>()
    .insertInto('scopes')
    .values(newScope(workspace.id, workspace.id, 'workspace'))
    .execute()
  await people
    .insertInto('members')
    .values({
      workspace: workspace.id,
      id: owner.member,
      person: owner.person,
      role: 'owner',
      state: 'active',
      created_at,
    })
    .execute()
}
