import type { ParseArgsConfig } from 'node:util'
import type { Config } from '../config.ts'

/** The operator's terminal; tests pass their own. */
export type Terminal = {
  say: (line: string) => void
  /** What went wrong, apart from what is said, so that it is not taken for an answer. */
  warn: (line: string) => void
  /** Undefined where nobody sits at it. */
  ask: ((question: string) => Promise<string>) | undefined
}

/** What a command ends with. */
export const exits = {
  done: 0,
  failed: 1,
  misused: 2,
  broken: 3,
} as const
export const exitWords: Record<keyof typeof exits, string> = {
  done: 'done',
  failed: 'not done, and nothing was changed',
  misused: 'called in a way that it does not understand, or wrongly configured',
  broken: 'an audit chain does not hold, or a backup is damaged; what and where was said',
}
export type Exit = (typeof exits)[keyof typeof exits]

export type Wish = {
  config: Config
  terminal: Terminal
  values: Record<string, string | boolean | undefined>
  positionals: string[]
}
export type Command = {
  /** How it is called, and what it does. */
  usage: string
  does: string
  options?: NonNullable<ParseArgsConfig['options']>
  /** How many words it takes beside its options. */
  words: number
  /** Undefined goes on until the process is told to stop. */
  run: (wish: Wish) => Promise<Exit | undefined>
}

/** Something that the operator has to know and mend; its message is a sentence for them. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly exit: Exit = exits.failed,
  ) {
    super(message)
  }
}
