import { type Outcome, ok } from '../../shared/problem.ts'
import { openBeside } from '../db/beside.ts'
import { logRows } from '../sync/log.ts'
import type { Scope } from '../workspaces/scope.ts'
import { clientOf } from './client.ts'
import { type Command, exits, type Terminal } from './command.ts'

export const audit: Command = {
  usage: 'audit --client ID',
  does: 'Writes the audit log of one client to the standard output, a JSON object a line, in the order of its chain.',
  words: 0,
  options: { client: { type: 'string' } },
  run: async ({ config, terminal, values }) => {
    const database = await openBeside(config)
    try {
      const client = await clientOf(database, values)
      const count = await client.within((scope) => writeLog(scope, terminal), 'read')
      terminal.warn(`${count} rows.`)
      return exits.done
    } finally {
      await database.close()
    }
  },
}

async function writeLog(scope: Scope, terminal: Terminal): Promise<Outcome<number>> {
  let count = 0
  for await (const { scope: _, ...row } of logRows(scope)) {
    terminal.say(JSON.stringify(row))
    count += 1
  }
  return ok(count)
}
