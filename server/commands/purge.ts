import { beliefOf } from '../../shared/inventory/belief.ts'
import { type Outcome, ok } from '../../shared/problem.ts'
import { purgeClient } from '../clients/purge.ts'
import { openBeside } from '../db/beside.ts'
import type { AnyTables } from '../db/tables.ts'
import { recordOf } from '../inventory/store.ts'
import type { Scope } from '../workspaces/scope.ts'
import { clientOf, type OneClient } from './client.ts'
import { type Command, exits, Refused, type Wish } from './command.ts'

export const purge: Command = {
  usage: 'purge --client ID [--confirm ID]',
  does: 'Takes everything of one client away for good, and prints a receipt. Asks for the client’s name, or takes its id once more as --confirm. Backups made before still hold it.',
  words: 0,
  options: { client: { type: 'string' }, confirm: { type: 'string' } },
  run: async (wish) => {
    const database = await openBeside(wish.config)
    try {
      const client = await clientOf(database, wish.values)
      await confirm(client, wish)
      const receipt = await client.within((scope) => purgeClient(scope, new Date()))
      await database.engine.sweep(database.people.withTables<AnyTables>())
      wish.terminal.say(JSON.stringify(receipt, null, 2))
      wish.terminal.warn(
        'Gone, from the database’s file as well. Backups that were made before still hold this client.',
      )
      return exits.done
    } finally {
      await database.close()
    }
  },
}

async function confirm(client: OneClient, { terminal, values }: Wish): Promise<void> {
  if (values.confirm === client.id) return
  const name = await client.within(nameOf, 'read')
  if (values.confirm !== undefined || !terminal.ask || name === '')
    throw new Refused('Nothing was purged: --confirm takes the id of the client once more.', exits.misused)
  const typed = await terminal.ask(`Everything of ${JSON.stringify(name)} goes for good. Type its name to go on: `)
  if (typed.trim() !== name) throw new Refused('That is not its name. Nothing was purged.')
}

async function nameOf(scope: Scope): Promise<Outcome<string>> {
  const record = await recordOf(await scope.ofWorkspace(), scope.row.id)
  const name: unknown = record?.type === 'client' ? beliefOf({ ...record, type: 'client' }).values.name : undefined
  return ok(typeof name === 'string' ? name : '')
}
