import { createLog } from '../http/log.ts'
import { startServer } from '../listen.ts'
import type { Command } from './command.ts'

export const serve: Command = {
  usage: '[serve]',
  does: 'Serves until it is told to stop (SIGTERM, SIGINT): then it takes nothing new and finishes what it accepted, in ten seconds at most.',
  words: 0,
  run: async ({ config, terminal }) => {
    const running = await startServer(config, createLog(config.logLevel))
    terminal.say(`Stocktake listens on ${running.url}`)
    if (running.firstRunToken)
      terminal.say(`There is no account yet. Open ${running.url} and give this token: ${running.firstRunToken}`)
    let stopping = false
    const stop = async () => {
      // A second signal does not wait.
      if (stopping) process.exit(1)
      stopping = true
      await running.stop()
      process.exit(0)
    }
    process.on('SIGTERM', stop)
    process.on('SIGINT', stop)
    return undefined
  },
}
