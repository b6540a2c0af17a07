import { common as commonDe, field as fieldDe, values as valuesDe } from '../locales/de.json'
import { common, field, values } from '../locales/en.json'
import type { MessageKey } from './language.ts'
import { formsIn, type Messages } from './locale.ts'

/** Texts that files are read by: of no other is every language at hand. */
type EveryKey = Extract<MessageKey, `common.${string}` | `field.${string}` | `values.${string}`>

const spoken: Messages[] = [
  { common, field, values },
  { common: commonDe, field: fieldDe, values: valuesDe },
]

/** A text in each language there is, its form for one before that for many: a file may be in another than the person's. */
export const inEveryLanguage = (key: EveryKey): string[][] => spoken.map((messages) => formsIn(messages, key))

/** Whether somebody who speaks any of the languages wrote this text. */
export const says = (key: EveryKey, text: string): boolean =>
  inEveryLanguage(key).some(([form = '']) => form.toLowerCase() === text.trim().toLowerCase())
