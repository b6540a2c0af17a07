import { type CapturedType, capturedTypes } from '../../shared/model/record-type.ts'
import { languages } from '../heuristics/vocabulary/index.ts'
import { t } from '../ui/language.ts'
import { locale } from '../ui/locale.ts'
import { type Encoding, encodings } from './encoding.ts'
import type { Choice } from './pick.tsx'
import { type Delimiter, delimiters } from './separated.ts'

/** What can be chosen of how a file is read, by its name. */
const choicesOf = <V extends string>(of: Record<V, unknown>, nameOf: (value: V) => string): Choice[] =>
  (Object.keys(of) as V[]).map((value) => ({ value, label: nameOf(value) })) // the keys of a constant are all it has

export const typeChoices = (): Choice[] =>
  choicesOf<CapturedType>(capturedTypes, (type) => t(`import.rowTypes.${type}`))

/** The one-byte encodings are known by the languages that are written in them. */
export function encodingName(encoding: Encoding): string {
  const name = encodings[encoding]
  if (encoding === 'windows-1252') return t('import.western', name)
  return encoding === 'windows-1250' ? t('import.centralEuropean', name) : name
}
export const encodingChoices = (): Choice[] => choicesOf(encodings, encodingName)

export const delimiterName = (delimiter: Delimiter): string => t(`import.delimiters.${delimiters[delimiter]}`)
export const delimiterChoices = (): Choice[] => choicesOf(delimiters, delimiterName)

export const languageName = (code: string): string =>
  new Intl.DisplayNames([locale()], { type: 'language' }).of(code) ?? code
export const languageChoices = (): Choice[] => choicesOf(languages, languageName)
