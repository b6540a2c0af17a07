import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { exportClient as exported } from '../clients/export.ts'
import { openBeside } from '../db/beside.ts'
import { clientOf } from './client.ts'
import { type Command, exits, Refused } from './command.ts'

export const exportClient: Command = {
  usage: 'export --client ID --to DIR',
  does: 'Writes everything of one client into a new folder: one JSON file, and a CSV file a type of record. Its audit log says so.',
  words: 0,
  options: { client: { type: 'string' }, to: { type: 'string' } },
  run: async ({ config, terminal, values }) => {
    if (typeof values.to !== 'string' || values.to === '')
      throw new Refused('--to takes the folder to write into.', exits.misused)
    const folder = resolve(values.to)
    const database = await openBeside(config)
    try {
      const client = await clientOf(database, values)
      const { name, json, tables } = await client.within((scope) => exported(scope, new Date()))
      const files = Object.entries(tables).map(([type, text]) => [`${name}-${type}.csv`, text] as const)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      for (const [file, text] of [[`${name}.json`, json] as const, ...files]) {
        const path = join(folder, file)
        if (existsSync(path)) throw new Refused(`${path} is there already and was left as it is. Give another folder.`)
        await writeFile(path, text, { mode: 0o600 })
        terminal.say(path)
      }
      return exits.done
    } finally {
      await database.close()
    }
  },
}
