import { Day } from '../../../shared/model/day.ts'
import { languages } from '../vocabulary/index.ts'
import { fold } from '../words.ts'
import { narrow } from './number.ts'

/** Which of two small numbers is the day; null where nothing on the page says it. */
export type DayOrder = 'dmy' | 'mdy' | null

const pad = (value: number) => String(value).padStart(2, '0')
function day(year: number, month: number, date: number): Day | undefined {
  const text = `${String(year).padStart(4, '0')}-${pad(month)}-${pad(date)}`
  return Day.safeParse(text).success ? text : undefined
}

/**
 * A calendar day from what machines and people write. Of an instant the day as written is kept, without moving it into
 * another time zone: the contract's day is the one that the console shows.
 */
export function dayOf(value: unknown, lang: string, order: DayOrder = orderOf(lang)): Day | undefined {
  const [only, another] = daysOf(value, lang, order)
  return another === undefined ? only : undefined
}

/** The days that a text can mean: one; two where nothing says whether the day or the month comes first; or none. */
export function daysOf(value: unknown, lang: string, order: DayOrder = orderOf(lang)): Day[] {
  if (typeof value === 'number') return one(fromEpoch(value))
  if (typeof value !== 'string' || value.length > 80) return []
  const text = narrow(value).trim()
  const stated = fromIso(text) ?? fromDigits(text) ?? fromMicrosoft(text) ?? fromCjk(text)
  return stated ? [stated] : (fromNumbers(text, order) ?? one(fromNames(text, lang)))
}

const one = (found: Day | undefined): Day[] => (found ? [found] : [])

/** Seconds since 1970, or a thousand, a million, a billion times as many, from 1980 to 2100: other numbers are counts. */
function fromEpoch(value: number): Day | undefined {
  if (Number.isInteger(value) && value >= 1980_01_01 && value <= 2100_12_31) return fromCompact(String(value))
  const scale = [1, 1e3, 1e6, 1e9].find((times) => value >= 3.15e8 * times && value <= 4.1e9 * times)
  return scale === undefined ? undefined : new Date((value / scale) * 1000).toISOString().slice(0, 10)
}

const fromDigits = (text: string): Day | undefined =>
  /^(?:\d{8,13}|\d{16}|\d{19}|\d{9,10}\.\d{1,9})$/.test(text) ? fromEpoch(Number(text)) : undefined

/** `20270131` */
const fromCompact = (text: string): Day | undefined =>
  day(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)))

/** `/Date(1518685950940+0000)/` */
function fromMicrosoft(text: string): Day | undefined {
  const milliseconds = /^\/Date\((\d{9,14})(?:[+-]\d{4})?\)\/$/.exec(text)?.[1]
  return milliseconds === undefined ? undefined : fromEpoch(Number(milliseconds))
}

function fromIso(text: string): Day | undefined {
  const match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\.?(?:[T ,].{0,40})?$/.exec(text)
  // 0001-01-01, 1970-01-01 and 9999-12-31 stand for "none" and "never".
  return match && Number(match[1]) > 1970 && Number(match[1]) < 2200
    ? day(Number(match[1]), Number(match[2]), Number(match[3]))
    : undefined
}

/** The years that Japanese eras began before. */
const eras: Record<string, number> = { 令和: 2018, 平成: 1988 }

function fromCjk(text: string): Day | undefined {
  const match = /(令和|平成)? ?(\d{4}|\d{1,2}|元) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]/.exec(text)
  if (!match) return undefined
  const year = match[2] === '元' ? 1 : Number(match[2])
  const from = match[1] === undefined ? 0 : (eras[match[1]] ?? 0)
  return year > 99 || from > 0 ? day(from + year, Number(match[3]), Number(match[4])) : undefined
}

/** Undefined where the text is not made of three numbers. */
function fromNumbers(text: string, order: DayOrder): Day[] | undefined {
  const match = /^(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4}|\d{2})(?:[ ,].{0,30})?$/.exec(text)
  if (!match) return undefined
  const [first, second] = [Number(match[1]), Number(match[3])]
  // Points between the numbers are written where the day comes first; no language with points begins with the month.
  const stated = match[2] === '.' ? 'dmy' : order
  const short = match[4]?.length === 2
  // 27/03/01 may as well begin with its year: two digits are a year only where the order is known.
  if (short && stated === null) return []
  const year = Number(match[4]) + (short ? 2000 : 0)
  const dayFirst = day(year, second, first)
  const monthFirst = day(year, first, second)
  if (short) return one(stated === 'dmy' ? dayFirst : monthFirst)
  if (!dayFirst || !monthFirst || first === second) return one(dayFirst ?? monthFirst)
  return stated === null ? [dayFirst, monthFirst] : [stated === 'dmy' ? dayFirst : monthFirst]
}

/** The order that a language states by itself. Plain "en" does not: 03/04 is March in Boston and April in Leeds. */
export function orderOf(lang: string): DayOrder {
  const known = orders.get(lang)
  if (known !== undefined) return known
  const order = statedOrder(lang)
  if (orders.size < 100) orders.set(lang, order)
  return order
}
const orders = new Map<string, DayOrder>()

function statedOrder(lang: string): DayOrder {
  const code = lang.toLowerCase()
  if (code === '' || code === 'en') return null
  try {
    const parts = new Intl.DateTimeFormat(lang).formatToParts(0).map(({ type }) => type)
    if (parts.indexOf('year') < parts.indexOf('day')) return null
    return parts.indexOf('day') < parts.indexOf('month') ? 'dmy' : 'mdy'
  } catch {
    return null // not a language tag
  }
}

/** What the values themselves say: the order where they agree, null where they contradict, undefined where none tells. */
export function statedBy(values: unknown[]): DayOrder | undefined {
  const seen = new Set<DayOrder>()
  for (const value of values) {
    if (typeof value !== 'string' || value.length < 8 || value.length >= 40) continue
    const match = /^\s*(\d{1,2})[-/](\d{1,2})[-/]\d{4}/.exec(value)
    if (match && Number(match[1]) > 12) seen.add('dmy')
    if (match && Number(match[2]) > 12) seen.add('mdy')
  }
  const [only] = seen
  return seen.size > 1 ? null : only
}

/** One value of a column that can only be read one way decides for its ambiguous neighbors; else the other columns, else the language. */
export const orderOfColumn = (values: unknown[], lang: string, around?: DayOrder): DayOrder => {
  const own = statedBy(values.slice(0, 500))
  if (own !== undefined) return own
  return around === undefined ? orderOf(lang) : around
}

/** "29 janvier 2027", "Jan 29, 2022", "Thu, 18 Jun 2026 12:05:04 +0000", "29. Januar 2027". */
function fromNames(text: string, lang: string): Day | undefined {
  // A year and a day are digits: most texts that are no date end here.
  if (!/\d{4}|\d{1,2}[- ]\p{L}{3,9}\.?[- ]\d{2}$/u.test(text) || !/\p{L}{3}/u.test(text)) return undefined
  const words = fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  if (words.length < 3 || words.length > 14) return undefined
  const months = [lang.slice(0, 2), ...Object.keys(languages)].map(monthsOf)
  for (const names of months) {
    const at = words.findIndex((word) => names.has(word))
    const month = at < 0 ? undefined : names.get(words[at] ?? '')
    if (month !== undefined) return nearMonth(words, at, month)
  }
  return undefined
}

/** The day stands before or after the month; the year after both, or before both. */
function nearMonth(words: string[], at: number, month: number): Day | undefined {
  const number = (index: number) =>
    Number(/^(\d{1,4})(?:st|nd|rd|th|er|º|ª|o)?$/.exec(words[index] ?? '')?.[1] ?? Number.NaN)
  // "29 de enero de 2027": one small word may stand between.
  const step = (index: number, by: 1 | -1) =>
    Number.isNaN(number(index)) && /^(?:de|den|of|d)$/.test(words[index] ?? '') ? index + by : index
  const before = number(step(at - 1, -1))
  const next = step(at + 1, 1)
  const after = number(next)
  const later = number(step(next + 1, 1))
  if (before >= 1 && before <= 31 && after >= 1900) return day(after, month, before)
  // 01-Mar-27: the day, its month and a short year, and nothing else.
  if (words.length === 3 && at === 1 && before >= 1 && before <= 31 && after <= 99)
    return day(2000 + after, month, before)
  if (after >= 1 && after <= 31 && later >= 1900) return day(later, month, after)
  if (before >= 1900 && after >= 1 && after <= 31) return day(before, month, after)
  return undefined
}

const monthNames = new Map<string, Map<string, number>>()

const forms = [
  { month: 'long' },
  { month: 'short' },
  { month: 'long', day: 'numeric' },
  { month: 'short', day: 'numeric' },
] as const

/** Forms that people write and Intl does not. */
const otherForms = (lang: string): [string, number][] =>
  (languages[lang]?.months ?? '')
    .split('|')
    .filter(Boolean)
    .map((pair) => pair.split('='))
    .map(([name = '', month]) => [fold(name), Number(month)])

/** Month names as Intl writes them, long and short, alone and beside a day (Polish declines them). */
function monthsOf(lang: string): Map<string, number> {
  const known = monthNames.get(lang)
  if (known) return known
  const names = new Map<string, number>(otherForms(lang))
  for (const form of forms)
    for (const [index, name] of monthsIn(lang, form).entries())
      if (/^\p{L}{3,}$/u.test(name)) names.set(name, index + 1)
  if (monthNames.size < 60) monthNames.set(lang, names)
  return names
}

function monthsIn(lang: string, form: Intl.DateTimeFormatOptions): string[] {
  try {
    const format = new Intl.DateTimeFormat(lang || 'en', { ...form, timeZone: 'UTC' })
    const name = (month: number) =>
      format.formatToParts(Date.UTC(2026, month, 15)).find(({ type }) => type === 'month')?.value ?? ''
    return Array.from({ length: 12 }, (_, month) => fold(name(month)).replace(/\./g, ''))
  } catch {
    return [] // a page may state any text as its language
  }
}
