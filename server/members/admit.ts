import { randomUUID } from 'node:crypto'
import type { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import type { Role } from '../db/tables.ts'
import type { Scope } from '../workspaces/scope.ts'
import { grant, sees, updateMember, withdrawRest } from './access.ts'

export type Access = { role: Role; clients: 'all' | 'granted'; granted: Uuid[] }

/** Makes a person a member of the workspace, or one again who was removed. In the workspace's own scope. */
export async function admit(scope: Scope, person: string, access: Access, now: Date): Promise<Outcome<Uuid>> {
  const { tx, engine, row } = scope
  const { granted, ...columns } = access
  const query = tx
    .selectFrom('members')
    .select(['id', 'state', 'role', 'clients'])
    .where('workspace', '=', row.workspace)
    .where('person', '=', person)
  const former = await engine.hold(query, 'alone').executeTakeFirst()
  if (former?.state === 'active') return fail('ALREADY_MEMBER')
  const id = former?.id ?? randomUUID()
  if (!former)
    await tx
      .insertInto('members')
      .values({ workspace: row.workspace, id, person, ...columns, state: 'active', created_at: now.toISOString() })
      .execute()
  if (former) await closeWhatWasHeld(scope, id, now)
  // What was granted before is not given back by itself.
  await grant(scope, id, granted, now)
  if (former && sees(former) && !sees(columns)) await withdrawRest(scope, id, now)
  if (former) await updateMember(scope, id, { ...columns, state: 'active' })
  return ok(id)
}

/**
 * What opened nothing while the membership was ended must not open again with it: a device may be in other hands since.
 * The same browser is connected anew in a minute, and what still waits in it is sent then.
 */
async function closeWhatWasHeld({ tx, row }: Scope, member: Uuid, now: Date): Promise<void> {
  for (const table of ['devices', 'api_keys', 'calendars'] as const)
    await tx
      .updateTable(table)
      .set({ revoked_at: now.toISOString() })
      .where('workspace', '=', row.workspace)
      .where('member', '=', member)
      .where('revoked_at', 'is', null)
      .execute()
}
