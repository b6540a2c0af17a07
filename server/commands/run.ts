import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { type Command, type Exit, exits, Refused, type Terminal } from './command.ts'
import { help } from './help.ts'

/** Each is loaded when it is called: a server that serves needs none of the others. */
const commands: Record<string, () => Promise<Command>> = {
  serve: async () => (await import('./serve.ts')).serve,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
  export: async () => (await import('./export.ts')).exportClient,
  purge: async () => (await import('./purge.ts')).purge,
  verify: async () => (await import('./verify.ts')).verify,
  audit: async () => (await import('./audit.ts')).audit,
  recover: async () => (await import('./recover.ts')).recover,
}

const console_: Terminal = {
  say: (line) => console.log(line),
  warn: (line) => console.error(line),
  ask: process.stdin.isTTY
    ? async (question) => {
        const asking = createInterface({ input: process.stdin, output: process.stderr })
        try {
          return await asking.question(question)
        } finally {
          asking.close()
        }
      }
    : undefined,
}

/** One call of `npm run server`. Undefined while it goes on serving. */
export async function run(
  args: string[],
  environment: Record<string, string | undefined>,
  terminal: Terminal = console_,
): Promise<Exit | undefined> {
  const [first, ...rest] = args
  if (args.includes('--help') || args.includes('-h') || first === 'help') {
    terminal.say(help(await Promise.all(Object.values(commands).map((load) => load()))))
    return exits.done
  }
  const called = first === undefined || first.startsWith('-') ? 'serve' : first
  const load = Object.hasOwn(commands, called) ? commands[called] : undefined
  if (!load) return misused(terminal, `There is no command ${JSON.stringify(called)}.`)
  const command = await load()
  const words = called === first ? rest : args
  const asked = read(command, words)
  if (!asked) return misused(terminal, `This is called as: npm run server -- ${command.usage}`)

  const config = readConfig(environment)
  if ('faults' in config) {
    terminal.warn(`The server was not started. Please mend:\n${config.faults.map((fault) => `  ${fault}`).join('\n')}`)
    return exits.misused
  }
  try {
    return await command.run({ config, terminal, ...asked })
  } catch (error) {
    terminal.warn(error instanceof Error ? error.message : String(error))
    return error instanceof Refused ? error.exit : exits.failed
  }
}

function read({ options = {}, words }: Command, args: string[]) {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true })
    if (positionals.length !== words) return undefined
    // Only texts and flags are declared, and none of them several times.
    return { values: values as Record<string, string | boolean | undefined>, positionals }
  } catch {
    return undefined
  }
}

function misused(terminal: Terminal, sentence: string): Exit {
  terminal.warn(`${sentence}\n\`npm run server -- --help\` tells all of them.`)
  return exits.misused
}
