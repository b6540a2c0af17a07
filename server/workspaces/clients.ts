import type { Uuid } from '../../shared/model/id.ts'
import { ok } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { Scope } from './scope.ts'

/** For what the server does by itself: every workspace, in a stable order. */
export const allWorkspaces = ({ people }: Database): Promise<{ id: Uuid; name: string }[]> =>
  people.selectFrom('workspaces').select(['id', 'name']).orderBy('id').execute()

/** The clients of a workspace with the version of each. One that was removed has no living record, and is left out. */
export async function clientsOf(workspace: Scope): Promise<{ id: Uuid; epoch: string; seq: number }[]> {
  const clients = await workspace.tx
    .selectFrom('scopes')
    .select(['id', 'epoch', 'seq'])
    .where('workspace', '=', workspace.row.workspace)
    .where('kind', '=', 'client')
    .orderBy('id')
    .execute()
  const living = await workspace.tx
    .selectFrom('records')
    .select('id')
    .where('scope', '=', workspace.key)
    .where('type', '=', 'client')
    .where('deleted', '=', 0)
    .execute()
  const alive = new Set(living.map(({ id }) => id))
  return clients.filter(({ id }) => alive.has(id))
}

/** The same for the server itself. */
export async function allClients(database: Database, workspace: Uuid): Promise<Uuid[]> {
  const found = await Scope.asServer(
    database,
    workspace,
    workspace,
    async (scope) => ok(await clientsOf(scope)),
    'read',
  )
  return found.ok ? found.value.map(({ id }) => id) : []
}
