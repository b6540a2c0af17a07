import { Uuid } from '../../shared/model/id.ts'
import type { Outcome } from '../../shared/problem.ts'
import { workspaceOf } from '../audit/verify.ts'
import type { Database } from '../db/database.ts'
import { Scope } from '../workspaces/scope.ts'
import { exits, Refused, type Wish } from './command.ts'

export type OneClient = {
  id: Uuid
  within: <T>(work: (scope: Scope) => Promise<Outcome<T>>, mode?: 'read') => Promise<T>
}

/** The client that `--client` names; the operator may reach each, in whatever workspace it is. */
export async function clientOf(database: Database, values: Wish['values']): Promise<OneClient> {
  const id = Uuid.safeParse(values.client)
  if (!id.success) throw new Refused('--client takes the id of a client, as in its address.', exits.misused)
  const workspace = await workspaceOf(database, id.data)
  if (!workspace.ok) throw new Refused(`There is no client ${id.data} here. Nothing was changed.`)
  return {
    id: id.data,
    within: async (work, mode) => {
      const done = await Scope.asServer(database, workspace.value, id.data, work, mode)
      if (!done.ok) throw new Refused(`${done.problem.happened} ${done.problem.safe} ${done.problem.next}`)
      return done.value
    },
  }
}
