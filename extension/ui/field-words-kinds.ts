import { t } from './language.ts'
import { type TextKey, worded } from './worded.ts'

type Kind = 'text' | 'count' | 'money' | 'day' | 'flag' | 'period' | 'length' | 'list' | 'counts'

/** How a field is called, and as what it is written and typed in. The order is the order on screen. */
export type FieldWords =
  | { readonly label: string; key: FieldKey; kind: Kind }
  | {
      readonly label: string
      key: FieldKey
      kind: 'choice'
      choices: Record<string, string>
      /** The same by the keys of their texts. */
      choiceKeys: Record<string, FieldKey>
    }

/** Typed against the model: a field without words does not compile. */
export type Every<T> = { [K in keyof Required<T>]: FieldWords }

type FieldKey = Extract<TextKey, `field.${string}`>

export const field = (key: FieldKey, kind: Kind): FieldWords => ({
  key,
  kind,
  get label() {
    return t(key)
  },
})

/** A choice names each word of the model's enumeration; a new one there does not compile until it is worded here. */
export const choice = <W extends string>(key: FieldKey, words: Record<W, FieldKey>): FieldWords => ({
  key,
  kind: 'choice',
  choices: worded(words),
  choiceKeys: words,
  get label() {
    return t(key)
  },
})

/** Words that more than one type has. */
export const priceBasis = {
  'per-unit': 'field.priceBasis.unit',
  'per-pack': 'field.priceBasis.pack',
  flat: 'field.priceBasis.flat',
} as const
export const payer = {
  client: 'field.payer.client',
  msp: 'field.payer.msp',
  reseller: 'field.payer.reseller',
  employee: 'field.payer.employee',
} as const
