import type { BillingPeriod } from '../../../shared/model/subscription.ts'
import { remembering } from '../answers.ts'
import { languages } from '../vocabulary/index.ts'
import type { Language, StatusWord } from '../vocabulary/language.ts'
import { statusWords } from '../vocabulary/language.ts'
import { fold, isUnspaced, wordsOf } from '../words.ts'

const list = (text: string): string[] => text.split('|').map((phrase) => wordsOf(phrase).join(' '))

/** English after the page's language: consoles leave single words untranslated. */
const spoken = (lang: string): Language[] => {
  const stated = languages[lang.slice(0, 2).toLowerCase()]
  const others = Object.values(languages).filter((language) => language !== stated)
  return stated ? [stated, ...others] : others
}

const lookups = new Map<string, Map<string, Map<string, string>>>()

/** Phrase → meaning for one use in one order of languages; built once. */
function lookup(use: string, lang: string, of: (language: Language) => [string, string][]): Map<string, string> {
  const code = lang.slice(0, 2)
  const ofLang = lookups.get(code) ?? new Map<string, Map<string, string>>()
  const known = ofLang.get(use)
  if (known) return known
  const table = new Map<string, string>()
  for (const language of spoken(lang))
    for (const [meaning, phrases] of of(language))
      for (const phrase of list(phrases)) if (!table.has(phrase)) table.set(phrase, meaning)
  if (lookups.size < 40) lookups.set(code, ofLang)
  if (ofLang.size < 40) ofLang.set(use, table)
  return table
}

// One text is asked for its state, its yes or no and its period.
const phraseOf = remembering((text: string) => wordsOf(text).join(' '))

const find = (table: Map<string, string>, text: string): string | undefined => {
  const phrase = phraseOf(text)
  return table.get(phrase) ?? (isUnspaced(phrase) ? table.get(phrase.replaceAll(' ', '')) : undefined)
}

export function yesNoOf(value: unknown, lang: string): boolean | undefined {
  if (typeof value === 'boolean') return value
  if (value === 0 || value === 1) return value === 1
  if (typeof value !== 'string' || value.length > 40) return undefined
  if (/^[✓✔☑✅]$/u.test(value.trim())) return true
  if (/^[✗✘☒❌×]$/u.test(value.trim())) return false
  const word = find(
    lookup('yes', lang, ({ yes, no }) => [
      ['yes', yes],
      ['no', no],
    ]),
    value,
  )
  return word === undefined ? undefined : word === 'yes'
}

/** The closed-set word of a status as shown, among those that a kind of record can have. */
export function statusOf(value: unknown, among: readonly StatusWord[], lang: string): StatusWord | undefined {
  if (typeof value !== 'string' || value.length > 60) return undefined
  const table = lookup(useOf(among), lang, ({ statuses }) => among.map((word) => [word, statuses[word] ?? '']))
  const whole = find(table, value)
  const found = whole ?? find(table, firstPart(value))
  return statusWords.find((word) => word === found)
}

/** A set of states by name. It is asked of every cell, and the sets stand still. */
function useOf(among: readonly StatusWord[]): string {
  const known = uses.get(among)
  if (known !== undefined) return known
  const use = `status ${among.join()}`
  uses.set(among, use)
  return use
}
const uses = new WeakMap<readonly StatusWord[], string>()

/** "Active (renews soon)", "Active – auto" → "Active". */
const firstPart = (text: string): string => text.split(/[(:;,·•|–—]/)[0]?.trim() ?? ''

const units = ['day', 'week', 'month', 'quarter', 'halfYear', 'year'] as const
const lengths: Record<(typeof units)[number], BillingPeriod> = {
  day: { count: 1, unit: 'day' },
  week: { count: 1, unit: 'week' },
  month: { count: 1, unit: 'month' },
  quarter: { count: 3, unit: 'month' },
  halfYear: { count: 6, unit: 'month' },
  year: { count: 1, unit: 'year' },
}

/** "monthly", "3 months", "P1Y", "every 2 years", "jährlich", "年". `times` comes from a column of its own. */
export function periodOf(value: unknown, lang: string, times = 1): BillingPeriod | undefined {
  if (typeof value !== 'string' || value.length > 60 || times < 1 || times > 120) return undefined
  const iso = /^P(\d{1,3})([DWMY])$/.exec(value.trim())
  if (iso) return scaled({ D: 'day', W: 'week', M: 'month', Y: 'year' } as const, iso[2] as 'D', Number(iso[1])) // the pattern allows no other letter
  const table = lookup('period', lang, ({ periods }) => units.map((unit) => [unit, periods[unit]]))
  const words = wordsOf(value)
  const count = words.find((word) => /^\d{1,3}$/.test(word))
  const text = words.filter((word) => !/^\d+$/.test(word) && !every.has(word)).join(' ')
  const unit = units.find((name) => name === (table.get(text) ?? table.get(text.replaceAll(' ', ''))))
  return unit ? sized(lengths[unit], Number(count ?? 1) * times) : undefined
}

const every = new Set([
  'every',
  'each',
  'per',
  'billed',
  'paid',
  'alle',
  'jede',
  'tous',
  'les',
  'toutes',
  'cada',
  'ogni',
  'elke',
  'per',
  'var',
  'hver',
  'co',
  'a',
  'the',
  'period',
  'plan',
  'billing',
  'ごと',
  'pro',
  'par',
  'por',
])

const scaled = (
  names: Record<'D' | 'W' | 'M' | 'Y', BillingPeriod['unit']>,
  letter: 'D' | 'W' | 'M' | 'Y',
  count: number,
) => sized({ count: 1, unit: names[letter] }, count)

/** Twelve months are a year: the same period has one form. */
function sized({ count, unit }: BillingPeriod, times: number): BillingPeriod | undefined {
  const total = count * times
  if (total < 1 || total > 120) return undefined
  return unit === 'month' && total % 12 === 0 ? { count: total / 12, unit: 'year' } : { count: total, unit }
}

/** "Never", "n/a", "lifetime": said, but not a day. */
export const isNever = (value: unknown, lang: string): boolean =>
  typeof value === 'string' &&
  find(
    lookup('never', lang, ({ periods }) => [['never', periods.never]]),
    value,
  ) !== undefined

/** "42 of 50": the words that stand between, in every language. */
export const pairWords: Set<string> = new Set(Object.values(languages).flatMap(({ of }) => of.split('|').map(fold)))

export const isUnlimited = (value: unknown, lang: string): boolean =>
  typeof value === 'string' &&
  value.length < 40 &&
  (value.trim() === '∞' ||
    find(
      lookup('unlimited', lang, ({ headers }) => [['unlimited', headers.unlimited ?? '']]),
      value,
    ) !== undefined)
