import { verifyAll } from '../audit/verify.ts'
import { openBeside } from '../db/beside.ts'
import { type Command, exits } from './command.ts'

export const verify: Command = {
  usage: 'verify',
  does: 'Goes through the audit chain of every scope and names the first row that does not hold. Changes nothing.',
  words: 0,
  run: async ({ config, terminal }) => {
    const database = await openBeside(config)
    try {
      const { scopes, rows, broken } = await verifyAll(database)
      for (const { workspace, scope, row } of broken)
        terminal.warn(`Broken: row ${row} of the chain of scope ${scope} in workspace ${workspace}.`)
      terminal.say(
        `${scopes} chains with ${rows} rows: ${broken.length ? `${broken.length} do not hold.` : 'all hold.'}`,
      )
      return broken.length ? exits.broken : exits.done
    } finally {
      await database.close()
    }
  },
}
