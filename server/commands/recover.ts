import { randomBytes } from 'node:crypto'
import { openBeside } from '../db/beside.ts'
import { recoverAccount } from '../people/recover.ts'
import { type Command, exits, Refused } from './command.ts'

export const recover: Command = {
  usage: 'recover --email ADDRESS',
  does: 'For who has lost their password, or the app that makes their codes: prints a new password, asks for no code any more, and ends their sessions. Devices, passkeys and single sign-on stay.',
  words: 0,
  options: { email: { type: 'string' } },
  run: async ({ config, terminal, values: { email } }) => {
    if (typeof email !== 'string') throw new Refused('Say whose account it is: --email ADDRESS', exits.misused)
    const database = await openBeside(config)
    try {
      const recovered = await recoverAccount({ database, clock: () => new Date(), random: randomBytes }, email)
      if (!recovered.ok) throw new Refused('Nobody has an account with this address. Nothing was changed.')
      terminal.warn('Their sessions were ended. Give them this password, and have them change it under Account:')
      terminal.say(recovered.value.password)
      return exits.done
    } finally {
      await database.close()
    }
  },
}
