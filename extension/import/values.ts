import type { FieldValue } from '../../shared/model/observation.ts'
import { type CapturedType, fieldSchema } from '../../shared/model/record-type.ts'
import type { CellValue } from '../heuristics/tables.ts'
import { type DayOrder, dayOf } from '../heuristics/values/day.ts'
import { moneyOf } from '../heuristics/values/money.ts'
import { countOf } from '../heuristics/values/number.ts'
import { emailOf, hostOf, labelOf } from '../heuristics/values/shape.ts'
import { isNever, periodOf, statusOf, yesNoOf } from '../heuristics/values/word.ts'
import { statusWords } from '../heuristics/vocabulary/language.ts'
import { says } from '../ui/every-language.ts'
import { type FieldWords, fieldWords } from '../ui/field-words.ts'

export type Manner = { lang: string; order: DayOrder }

/** A cell as the value of the field that a person says it is; undefined where it is none. Nothing is guessed. */
export function readAs(type: CapturedType, field: string, value: CellValue, manner: Manner): FieldValue | undefined {
  const words = fieldWords[type][field]
  const read = words && asKind(words, field, value, manner)
  return read !== undefined && fieldSchema(type, field)?.safeParse(read).success ? read : undefined
}

function asKind(words: FieldWords, field: string, value: CellValue, { lang, order }: Manner): FieldValue | undefined {
  if (words.kind === 'count') return countOf(value, lang)
  if (words.kind === 'money') return moneyOf(value, lang, null)
  if (words.kind === 'day') return dayOf(value, lang, order)
  if (words.kind === 'flag') return yesNoOf(value, lang)
  if (words.kind === 'period' || words.kind === 'length') return periodOf(value, lang)
  if (words.kind === 'choice') return choiceOf(words, value, lang)
  if (words.kind === 'list') return listOf(value)
  return field === 'email' ? emailOf(value) : (domainOf(field, value) ?? labelOf(value))
}

type Choice = Extract<FieldWords, { kind: 'choice' }>

/** One of the field's own words, in any of our languages: a file may be in another than the person's. */
export function ownChoice({ choiceKeys }: Choice, value: CellValue): string | undefined {
  const said = String(value).trim()
  const found = Object.entries(choiceKeys).find(([word, key]) => word === said.toLowerCase() || says(key, said))
  return found?.[0]
}

/** The field's own words, then those that mean the same in the language of the file. */
function choiceOf(words: Choice, value: CellValue, lang: string): string | undefined {
  const own = ownChoice(words, value)
  if (own !== undefined) return own
  const among = statusWords.filter((word) => Object.hasOwn(words.choiceKeys, word))
  return statusOf(value, among, lang)
}

const listOf = (value: CellValue): string[] | undefined => {
  const parts = String(value)
    .split(/[\s,;]+/)
    .map((part) => part.trim())
    .filter(Boolean)
  return parts.length > 0 ? parts : undefined
}

const domainOf = (field: string, value: CellValue): string | undefined => (field === 'name' ? hostOf(value) : undefined)

/** "Never", "n/a", "-": the file says that there is nothing, which is no fault. */
export const saysNothing = (value: CellValue, lang: string): boolean =>
  isNever(value, lang) || /^(?:[-–—_.?*•…/]{1,6}|n\/a|null|none|nil)$/i.test(String(value).trim())

/** 03/04/2027: either number may be the day. */
export function isAmbiguousDay(value: CellValue): boolean {
  const match = typeof value === 'string' ? /^(\d{1,2})[-/] ?(\d{1,2})[-/] ?\d{4}/.exec(value.trim()) : null
  const [first, second] = [Number(match?.[1]), Number(match?.[2])]
  return match !== null && first <= 12 && second <= 12 && first !== second
}
