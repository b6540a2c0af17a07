import type { Transaction } from 'kysely'
import type { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import type { Engine, Mode } from '../db/engine.ts'
import type { PeopleTables, Role } from '../db/tables.ts'
import { seesAll } from './may.ts'

/**
 * R6 for a person on the server's own pages: the membership is read in the transaction, as a device's is. Pages are about
 * the workspace itself; what belongs to a client is for devices and keys.
 */
export async function pageRole(
  { tx, engine }: { tx: Transaction<PeopleTables>; engine: Engine },
  { workspace, id }: { workspace: Uuid; id: Uuid },
  scope: Uuid,
  mode: Mode,
): Promise<Outcome<{ role: Role; clients: 'all' | 'granted'; accessFrom: number }>> {
  if (scope !== workspace) return fail('NOT_FOUND')
  const query = tx
    .selectFrom('members')
    .select(['role', 'state', 'clients', 'access_from'])
    .where('workspace', '=', workspace)
    .where('id', '=', id)
  const row = await (mode === 'write' ? engine.hold(query, 'shared') : query).executeTakeFirst()
  if (row?.state !== 'active') return fail('MEMBERSHIP_REVOKED')
  const clients = seesAll(row.role) ? 'all' : row.clients
  return ok({ role: row.role, clients, accessFrom: row.access_from })
}
