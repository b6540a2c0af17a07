import type { Kysely, Transaction } from 'kysely'
import type { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import type { Engine, Mode } from '../db/engine.ts'
import type { KeyRole, MemberState, PeopleTables, Role } from '../db/tables.ts'
import { administers } from './may.ts'

type People = Kysely<PeopleTables> | Transaction<PeopleTables>

/** Keys, each with what its maker is now. */
export const keysWithMakers = (people: People) =>
  people
    .selectFrom('api_keys')
    .innerJoin('members', (join) =>
      join.onRef('members.workspace', '=', 'api_keys.workspace').onRef('members.id', '=', 'api_keys.member'),
    )
    .select([
      'api_keys.workspace',
      'api_keys.role',
      'api_keys.clients',
      'api_keys.revoked_at',
      'members.role as maker',
      'members.state',
    ])

/** A colleague who left may have taken keys along, so they go with who made them. */
export const opens = (key: { revoked_at: string | null; maker: Role; state: MemberState }): boolean =>
  key.revoked_at === null && key.state === 'active' && administers(key.maker)

/**
 * R6 for a key: read again in the transaction, as a device's state is. It opens clients, all or those it was made for;
 * any other scope is not there for it, as one of another workspace (T20).
 */
export async function keyRole(
  { tx, engine }: { tx: Transaction<PeopleTables>; engine: Engine },
  key: { workspace: Uuid; device: Uuid },
  scope: Uuid,
  mode: Mode,
): Promise<Outcome<{ role: KeyRole; clients: 'all'; accessFrom: number }>> {
  const query = keysWithMakers(tx).where('api_keys.workspace', '=', key.workspace).where('api_keys.id', '=', key.device)
  const row = await (mode === 'write' ? engine.hold(query, 'shared') : query).executeTakeFirst()
  if (!row || !opens(row)) return fail('KEY_INVALID')
  if (scope === key.workspace) return fail('NOT_FOUND')
  // What it opens is decided here, client by client.
  const access = { role: row.role, clients: 'all', accessFrom: 0 } as const
  if (row.clients === 'all') return ok(access)
  const granted = await tx
    .selectFrom('api_key_clients')
    .select('client')
    .where('workspace', '=', key.workspace)
    .where('api_key', '=', key.device)
    .where('client', '=', scope)
    .executeTakeFirst()
  return granted ? ok(access) : fail('NOT_FOUND')
}
