import { inspect } from 'node:util'

/** A text that only whoever asks for it gets: printed, logged or written as JSON it is [redacted] (T35). */
export class Secret {
  readonly #text: string
  constructor(text: string) {
    this.#text = text
  }
  reveal = (): string => this.#text
  toString = (): string => '[redacted]'
  toJSON = (): string => '[redacted]';
  [inspect.custom] = (): string => '[redacted]'
}
