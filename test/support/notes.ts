import type { Tables } from '../../server/workspaces/scope.ts'
import type { TestServer } from './server.ts'

/** What people and the server did in a workspace beside changing records, the oldest first, without a device's own pairing. */
export async function notesIn(server: TestServer, workspace: string) {
  const rows = await server.database.people
    .withTables<Tables>()
    .selectFrom('log')
    .innerJoin('scopes', 'scopes.scope', 'log.scope')
    .select(['log.kind', 'log.member', 'log.payload'])
    .where('scopes.workspace', '=', workspace)
    .where('scopes.id', '=', workspace)
    .where('log.op', 'is', null)
    .orderBy('log.nr')
    .execute()
  return rows.map(({ kind, member, payload }) => ({
    kind,
    member,
    about: payload === null ? null : JSON.parse(payload),
  }))
}
