import { Day } from '../../../shared/model/day.ts'
import { languages } from '../vocabulary/index.ts'
import { fold } from '../words.ts'

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
  if (typeof value === 'number') return fromEpoch(value)
  if (typeof value !== 'string' || value.length > 80) return undefined
  const text = value.trim().replace(/[\u00a0\u202f]/g, ' ')
  return fromIso(text) ?? fromDigits(text) ?? fromCjk(text) ?? fromNumbers(text, order) ?? fromNames(text, lang)
}

/** Seconds or milliseconds since 1970, from 1980 to 2100: a smaller or larger number is a count, not an instant. */
function fromEpoch(value: number): Day | undefined {
  const milliseconds =
    value >= 3.15e11 && value <= 4.1e12 ? value : value >= 3.15e8 && value <= 4.1e9 ? value * 1000 : null
  return milliseconds === null ? undefined : new Date(milliseconds).toISOString().slice(0, 10)
}

const fromDigits = (text: string): Day | undefined => (/^\d{9,13}$/.test(text) ? fromEpoch(Number(text)) : undefined)

function fromIso(text: string): Day | undefined {
  const match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\.?(?:[T ,].{0,40})?$/.exec(text)
  return match ? day(Number(match[1]), Number(match[2]), Number(match[3])) : undefined
}

function fromCjk(text: string): Day | undefined {
  const match = /(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]/.exec(text)
  return match ? day(Number(match[1]), Number(match[2]), Number(match[3])) : undefined
}

function fromNumbers(text: string, order: DayOrder): Day | undefined {
  const match = /^(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4})(?:[ ,].{0,30})?$/.exec(text)
  if (!match) return undefined
  const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])]
  // Points between the numbers are written where the day comes first; no language with points begins with the month.
  const stated = match[2] === '.' ? 'dmy' : order
  if (first > 12 || first === second) return day(year, second, first)
  if (second > 12) return day(year, first, second)
  return stated === null ? undefined : stated === 'dmy' ? day(year, second, first) : day(year, first, second)
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

/** One value of a column that can only be read one way decides for its ambiguous neighbors; contradictions decide nothing. */
export function orderOfColumn(values: unknown[], lang: string): DayOrder {
  const seen = new Set<DayOrder>()
  for (const value of values.slice(0, 500)) {
    const match =
      typeof value === 'string' && value.length < 40 ? /^(\d{1,2})[-/](\d{1,2})[-/]\d{4}/.exec(value.trim()) : null
    if (match && Number(match[1]) > 12) seen.add('dmy')
    if (match && Number(match[2]) > 12) seen.add('mdy')
  }
  const [only] = seen
  return seen.size === 1 && only ? only : seen.size > 1 ? null : orderOf(lang)
}

/** "29 janvier 2027", "Jan 29, 2022", "Thu, 18 Jun 2026 12:05:04 +0000", "29. Januar 2027". */
function fromNames(text: string, lang: string): Day | undefined {
  // A year and a day are digits: most texts that are no date end here.
  if (!/\d{4}/.test(text) || !/\p{L}{3}/u.test(text)) return undefined
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

/** Month names as Intl writes them, long and short, alone and beside a day (Polish declines them). */
function monthsOf(lang: string): Map<string, number> {
  const known = monthNames.get(lang)
  if (known) return known
  const names = new Map<string, number>(lang === 'en' ? [['sept', 9]] : [])
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
