import { resolve } from 'node:path'
import { writeBackup } from '../backup/write.ts'
import { openBeside } from '../db/beside.ts'
import { type Command, exits } from './command.ts'

export const backup: Command = {
  usage: 'backup FILE',
  does: 'Writes everything of this moment into one new file, also while the server runs. With BACKUP_PASSPHRASE it is encrypted.',
  words: 1,
  run: async ({ config, terminal, positionals: [file = ''] }) => {
    const database = await openBeside(config)
    try {
      const { backupPassphrase: passphrase } = config
      const { at, rows, bytes } = await writeBackup(database, resolve(file), { passphrase, now: new Date() })
      terminal.say(`${rows} rows, everything that was confirmed up to ${at}, in ${resolve(file)} (${bytes} bytes).`)
      terminal.say(
        passphrase
          ? 'It is encrypted: without the passphrase nobody can restore it, you included.'
          : 'It is not encrypted: whoever has the file can read every client. Set BACKUP_PASSPHRASE to encrypt it.',
      )
      if (!config.sessionSecret)
        terminal.say(
          'The key that signs sessions is not in it: keep session-secret of DATA_DIR as well, apart from it.',
        )
      return exits.done
    } finally {
      await database.close()
    }
  },
}
