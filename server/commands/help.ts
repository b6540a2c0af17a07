import { z } from 'zod'
import { Environment } from '../config.ts'
import { type Command, exits, exitWords } from './command.ts'

/** Everything that can be called and set, from the descriptions that stand beside it. */
export function help(commands: Command[]): string {
  return [
    'Stocktake’s server. Called as: npm run server -- COMMAND',
    '',
    'Commands',
    ...commands.flatMap(({ usage, does }) => [`  ${usage}`, `      ${does}`]),
    '',
    'Environment',
    ...variables().flatMap(({ name, means, otherwise }) => [`  ${name}${otherwise}`, `      ${means}`]),
    '',
    'Exit codes',
    ...Object.entries(exits).map(([name, code]) => `  ${code}  ${exitWords[name as keyof typeof exits]}`), // its own keys
  ].join('\n')
}

export function variables(): { name: string; means: string; otherwise: string }[] {
  return Object.entries(Environment.shape).map(([name, schema]) => {
    const unset = z.safeParse(schema, undefined)
    const otherwise = unset.success && unset.data !== undefined ? ` (${String(unset.data)})` : ''
    return { name, means: schema.description ?? '', otherwise }
  })
}
