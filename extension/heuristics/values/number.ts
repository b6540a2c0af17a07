import { fold } from '../words.ts'

/** One form of digits, signs and spaces: `１２` and `￥` of full width, spaces that do not break. */
export const narrow = (text: string): string =>
  /[\u00a0\u2007\u202f\u3000\uff00-\uffef]/.test(text) ? text.normalize('NFKC') : text

/** Digits with whatever separates them; anchored and short, so it cannot run long. */
const shape = /^([-+−(]?)\s?(\d[\d\s.,'’\u00a0\u202f]{0,24})\)?$/

/**
 * A plain decimal ("1234.5") from a number as people write it, or undefined. The last separator is a decimal one where the
 * digits say so; "1.234" and "1,234" depend on the language, and without it they are not read as a fraction.
 */
export function decimalOf(text: string, lang: string, fractionDigits?: number): string | undefined {
  const match = shape.exec(narrow(text).trim())
  if (!match) return undefined
  const body = (match[2] ?? '').replace(/[\s'’\u00a0\u202f]/g, '')
  const plain = withPoint(body.replace(/[.,]$/, ''), lang, fractionDigits)
  if (plain === undefined) return undefined
  const negative = match[1] === '-' || match[1] === '−' || match[1] === '('
  return `${negative ? '-' : ''}${plain.replace(/^0+(?=\d)/, '')}`
}

function withPoint(body: string, lang: string, fractionDigits: number | undefined): string | undefined {
  const last = Math.max(body.lastIndexOf('.'), body.lastIndexOf(','))
  if (last < 0) return body
  const mark = body.charAt(last)
  const other = mark === '.' ? ',' : '.'
  const whole = body.slice(0, last)
  const fraction = body.slice(last + 1)
  if (whole.includes(mark)) return grouped(body, mark) ? body.replaceAll(mark, '') : undefined
  if (whole.includes(other)) return grouped(whole, other) ? `${whole.replaceAll(other, '')}.${fraction}` : undefined
  if (fraction.length !== 3 || whole === '0' || whole === '') return `${whole || '0'}.${fraction}`
  // Three digits are thousands where the currency has no third decimal, whatever the page's language.
  const isFraction =
    fractionDigits === undefined ? mark === decimalMark(lang) : fractionDigits === 3 && mark === decimalMark(lang)
  return isFraction ? `${whole}.${fraction}` : `${whole}${fraction}`
}

/** 1,234,567 and 12,34,567 alike; but not 1,2,3. */
const grouped = (body: string, mark: string): boolean => {
  const parts = body.split(mark)
  return (
    parts[0] !== '' &&
    parts.slice(1, -1).every((part) => part.length === 2 || part.length === 3) &&
    parts.at(-1)?.length === 3
  )
}

const marks = new Map<string, string>()

/** The mark that a language puts before decimals, as Intl knows it. */
function decimalMark(lang: string): string {
  const known = marks.get(lang)
  if (known) return known
  const mark = formatParts(lang).find(({ type }) => type === 'decimal')?.value ?? '.'
  if (marks.size < 200) marks.set(lang, mark)
  return mark
}

function formatParts(lang: string): Intl.NumberFormatPart[] {
  try {
    return new Intl.NumberFormat(lang || 'en').formatToParts(1.5)
  } catch {
    return new Intl.NumberFormat('en').formatToParts(1.5) // a page may state any text as its language
  }
}

/** A whole count that is not negative; a share ("40 %") is none. */
export function countOf(value: unknown, lang: string): number | undefined {
  if (typeof value === 'number') return Number.isInteger(value) && value >= 0 && value <= 1e9 ? value : undefined
  if (typeof value !== 'string' || value.length > 60) return undefined
  const text = narrow(value).trim()
  const decimal = decimalOf(text, lang) ?? decimalOf(withoutNoun(text), lang)
  if (decimal === undefined) return undefined
  const number = Number(decimal)
  return Number.isInteger(number) && number >= 0 && number <= 1e9 ? number : undefined
}

/** "25 seats", "25 Lizenzen", "25席" → "25"; not "25 %", "25 GB", "25 €" and not "v25". */
const withoutNoun = (text: string): string => {
  const match = /^(\d[\d.,'’\s\u00a0\u202f]{0,20}?)\s?(\p{L}{2,24}(?: \p{L}{1,24}){0,2}|[\u3040-\u9fff]{1,12})$/u.exec(
    text,
  )
  return match && !measure.test(match[2] ?? '') ? (match[1] ?? '').trim() : ''
}
const measure =
  /^(?:[kmgt]i?b|bytes?|hours?|days?|months?|years?|minutes?|seconds?|ms|eur|usd|gbp|chf|jpy|st|nd|rd|th|tage|jahre?|monate?|jours?|mois|ans?|d[ií]as?|mes(?:es)?|a[nñ]os?|giorni|mesi|anni|dagen|maand\w*|jaar|dagar|m[aå]nad\w*|[aå]r|dni|円|年|月|日|天|元|個月|个月)$/i

/**
 * "42 of 50", "42 / 50 seats", "42 Lizenzen von 50", "50 席中 42 席": used and whole. Words between stand apart, so that no
 * identifier is one.
 */
export function pairOf(value: unknown, words: Set<string>, lang: string): { used: number; whole: number } | undefined {
  if (typeof value !== 'string' || value.length > 120 || oneNumber.test(value)) return undefined
  const text = narrow(value.replace(/\(\s?\d{1,3}(?:[.,]\d{1,2})?\s?%\s?\)/g, ' ')).trim()
  const [, whole, part] = within.exec(text) ?? []
  if (whole !== undefined && part !== undefined) return counted(part, whole, lang)
  const [, used = '', between, all = ''] = pair.exec(text) ?? []
  return between === undefined || joins(between, words) ? counted(used, all, lang) : undefined
}

/** A plain text with no more than one number in it, as most are. */
const oneNumber = /^[ -/:-~]*(?:\d+[ -/:-~]*)?$/

function counted(used: string, whole: string, lang: string) {
  const [part, all] = [countOf(used.trim(), lang), countOf(whole.trim(), lang)]
  return part === undefined || all === undefined ? undefined : { used: part, whole: all }
}

/** "of", "out of"; with what is counted before it: "licenses of". */
function joins(between: string, words: Set<string>): boolean {
  const parts = fold(between).trim().split(/\s+/)
  return parts.some((_, at) => words.has(parts.slice(at).join(' ')))
}

const digits = String.raw`(\d[\d.,'’]{0,14})`
const pair = new RegExp(
  String.raw`^(?:[^\d]{0,40}[\s:])?${digits}(?:\s+((?:\p{L}{1,14}\s+){1,4})|\s?/\s?)${digits}(?!\s?[%\d/.-])`,
  'u',
)
/** The whole stands first: 50 中 42, 50席のうち42席. */
const within = new RegExp(
  String.raw`^\D{0,12}${digits}\s?[^\d\s]{0,6}?\s?(?:中的|中の|中|のうち|里的)\s?\D{0,4}${digits}(?!\s?[%\d/.-])`,
)
