import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { Damaged } from '../backup/format.ts'
import { type Inspected, inspect } from '../backup/inspect.ts'
import { restoreInto } from '../backup/restore.ts'
import { type Command, exits, Refused, type Terminal } from './command.ts'

export const restore: Command = {
  usage: 'restore [--inspect] FILE',
  does: 'Restores a backup into an empty database, after all of it was checked. With --inspect it tells what is in it and touches nothing.',
  words: 1,
  options: { inspect: { type: 'boolean' } },
  run: async ({ config, terminal, values, positionals: [named = ''] }) => {
    const file = resolve(named)
    try {
      if (values.inspect) {
        const found = await inspect(file, config.backupPassphrase)
        tell(found, terminal)
        return found.scopes.some(({ broken }) => broken !== undefined) ? exits.broken : exits.done
      }
      mkdirSync(config.folder, { recursive: true, mode: 0o700 })
      const start = performance.now()
      const restored = await restoreInto(file, config, new Date())
      tell(restored, terminal)
      terminal.say(
        `Restored in ${((performance.now() - start) / 1000).toFixed(1)} s. It holds what was confirmed up to ${restored.head.at}; ` +
          'devices send again what they still have of later.',
      )
      terminal.say('Everybody has to sign in again. Devices stay paired: revoke those that were revoked since.')
      return restored.broken.length ? exits.broken : exits.done
    } catch (error) {
      throw error instanceof Damaged ? new Refused(error.message, exits.broken) : error
    }
  },
}

function tell({ head, tables, workspaces, scopes }: Inspected, terminal: Terminal): void {
  const rows = Object.values(tables).reduce((sum, count) => sum + count, 0)
  terminal.say(`Made at ${head.at} from ${head.from}, at step ${head.steps.at(-1)}. The checksum fits: ${rows} rows.`)
  for (const { id, name, clients } of workspaces)
    terminal.say(`Workspace ${id} ${JSON.stringify(name)}: ${clients} clients.`)
  for (const { id, kind, head: at, broken } of scopes) {
    terminal.say(`  ${kind} ${id}: head ${at}`)
    if (broken !== undefined) terminal.warn(`  Broken: row ${broken} of the audit chain of ${id} does not hold.`)
  }
  if (scopes.every(({ broken }) => broken === undefined)) terminal.say('All audit chains hold.')
}
