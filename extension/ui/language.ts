import type { GeneratedI18nStructure } from '#i18n'
import { formatCount, formsOf } from './locale.ts'

/**
 * Every text that a person reads, by its key in `locales/en.json`. The messages of the browser and their types are made by
 * @wxt-dev/i18n; its `t` is not used, as it looks for the forms of a plural in what was filled in (a product that is named
 * "A | B" breaks it), and knows no language but the browser's.
 */
type Known = Omit<GeneratedI18nStructure, `@@${string}`>
export type MessageKey = keyof Known

type Told = string | number
/** By how many are told. No message has more. */
type Filled = [[], [Told], [Told, Told], [Told, Told, Told], [Told, Told, Told, Told]]
type Counted = [[number], [number], [number, Told], [number, Told, Told], [number, Told, Told, Told]]
type Arguments<F> = F extends { plural: infer Plural; substitutions: infer N extends 0 | 1 | 2 | 3 | 4 }
  ? Plural extends true
    ? Counted[N]
    : Filled[N]
  : never

/**
 * `t('renewals.subscriptions', 12)`. What is told fills `$1`, `$2` … in turn, numbers as the person writes them. The first
 * chooses between a message's forms for one (`1`) and for many (`n`), where it has both. Never called while a module is
 * loaded: the language is not known then.
 */
export function t<K extends MessageKey>(key: K, ...filled: Arguments<Known[K]>): string {
  const told: Told[] = filled
  const forms = formsOf(key)
  const form = (forms.length > 1 && told[0] !== 1 ? forms[1] : forms[0]) || key
  return form.replace(/\$(\d)/g, (_, place) => written(told[Number(place) - 1]))
}

const written = (told: Told | undefined): string => (typeof told === 'number' ? formatCount(told) : (told ?? ''))

/** A word of the model as part of a key: the browser allows no hyphen in the name of a message. */
export const part = <W extends string>(word: W): Part<W> => word.replaceAll('-', '_') as Part<W> // what the type says
type Part<W extends string> = W extends `${infer A}-${infer B}` ? `${A}_${Part<B>}` : W

/** The text of a key that only some languages have. */
export const textOr = (key: string, otherwise: string): string => formsOf(key)[0] || otherwise
