import { type MessageKey, t } from './language.ts'

/** A text that tells nothing but itself. */
export type TextKey = Extract<
  MessageKey,
  `field.${string}` | `type.${string}` | `confidence.${string}` | `source.${string}` | `decide.${string}`
>

/** Texts by the words of the model. Each is looked up when it is read: while a module is loaded, no language is known. */
export function worded<W extends string>(keys: Record<W, TextKey>): Record<W, string> {
  const texts = Object.entries<TextKey>(keys).map(([word, key]) => [word, { enumerable: true, get: () => t(key) }])
  return Object.defineProperties({} as Record<W, string>, Object.fromEntries(texts)) // each word was just defined
}
