import type { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { brokenLink } from '../sync/log.ts'
import { Scope } from '../workspaces/scope.ts'
import { type ListedScope, listScopes } from '../workspaces/scopes.ts'

export type Broken = { workspace: Uuid; scope: Uuid; row: number }

/** Every chain of the database, each in one moment. */
export async function verifyAll(database: Database): Promise<{ scopes: number; rows: number; broken: Broken[] }> {
  const found = { scopes: 0, rows: 0, broken: [] as Broken[] }
  for (const scope of await listScopes(database)) {
    const row = await brokenIn(database, scope)
    if (!row.ok) continue
    found.scopes += 1
    found.rows += row.value.logged
    if (row.value.broken !== undefined)
      found.broken.push({ workspace: scope.workspace, scope: scope.id, row: row.value.broken })
  }
  return found
}

const brokenIn = (database: Database, { workspace, id }: ListedScope) =>
  Scope.asServer(
    database,
    workspace,
    id,
    async (scope): Promise<Outcome<{ logged: number; broken: number | undefined }>> =>
      ok({ logged: scope.row.logged, broken: await brokenLink(scope) }),
    'read',
  )

/** The scope of this client, whatever workspace it is in: for the operator, who knows the id alone. */
export async function workspaceOf(database: Database, client: Uuid): Promise<Outcome<Uuid>> {
  const found = (await listScopes(database)).filter(({ id, kind }) => id === client && kind === 'client')
  const [only] = found
  return only && found.length === 1 ? ok(only.workspace) : fail('NOT_FOUND')
}
