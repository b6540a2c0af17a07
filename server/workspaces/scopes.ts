import type { Uuid } from '../../shared/model/id.ts'
import { ok } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import type { ScopeTables } from '../db/tables.ts'
import { inTransaction } from '../db/transaction.ts'

export type ListedScope = { workspace: Uuid; id: Uuid; kind: 'workspace' | 'client' }

/** Which scopes live, of all workspaces: for what the server does by itself and the operator asks. Never for a request. */
export async function listScopes(database: Database): Promise<ListedScope[]> {
  const found = await inTransaction(database, 'read', async (people) => {
    const rows = await people
      .withTables<ScopeTables>()
      .selectFrom('scopes')
      .select(['workspace', 'id', 'kind'])
      .where('gone_at', 'is', null)
      .orderBy('workspace')
      .orderBy('id')
      .execute()
    return ok(rows)
  })
  if (!found.ok) throw new Error(found.problem.happened)
  return found.value
}
