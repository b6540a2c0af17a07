import { type Money, moneyFromDecimal } from '../../shared/model/money.ts'
import type { FieldValue } from '../../shared/model/observation.ts'
import { SubscriptionStatus } from '../../shared/model/subscription.ts'
import type { Reader, ReaderName } from './define.ts'
import type { Json } from './parse.ts'

/** Names of a vendor's codes, handed in by whoever bundles the tables (only the worker does). */
export type CodeNames = { microsoftProduct?: NameOf; microsoftSku?: NameOf; shown?: ReadShown }
/** A value as people write it in a language, as the value of a field (`subscription.seatsPurchased`). */
export type ReadShown = (as: string, value: string | number | boolean, lang: string) => FieldValue | undefined
type NameOf = (code: string) => string | undefined

/** What a reader may see beside the value: the currency or the number that stands elsewhere in the row, and the tables. */
export type Beside = {
  currency?: Json | undefined
  count?: Json | undefined
  names?: CodeNames | undefined
  lang?: string | undefined
}

type Read = (value: Json, reader: Reader, beside: Beside) => FieldValue | undefined

const textOf = (value: Json): string | undefined => {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value !== 'string') return undefined
  const text = value.replace(/\s+/g, ' ').trim()
  return text === '' ? undefined : text
}

/** The value through a reader, or undefined where it does not say what the reader reads. Nothing is ever guessed. */
export function read(value: Json, reader: Reader, beside: Beside = {}): FieldValue | undefined {
  let given: Json | undefined = value
  if (reader.before !== undefined) given = textBefore(value, reader.before)
  if (reader.after !== undefined && given !== undefined) given = textAfter(given, reader.after)
  if (given === undefined || reader.except?.includes(String(given))) return undefined
  if (reader.lower && typeof given === 'string') given = given.toLowerCase()
  if (reader.words) given = wordOf(given, reader.words)
  return given === undefined ? undefined : readers[reader.name](given, reader, beside)
}

function textBefore(value: Json, mark: string): string | undefined {
  const text = textOf(value)
  const at = text?.indexOf(mark) ?? -1
  return at > 0 ? text?.slice(0, at) : undefined
}

function textAfter(value: Json, mark: string): string | undefined {
  const text = textOf(value)
  const at = text?.lastIndexOf(mark) ?? -1
  return text !== undefined && at >= 0 && at + mark.length < text.length ? text.slice(at + mark.length) : undefined
}

function wordOf(value: Json, words: Record<string, string | number | boolean>): Json | undefined {
  const word = textOf(value)
  if (word === undefined) return undefined
  if (Object.hasOwn(words, word)) return words[word]
  return Object.entries(words).find(([name]) => name.toLowerCase() === word.toLowerCase())?.[1]
}

const text: Read = (value, { say }) => {
  const found = textOf(value)
  return found === undefined || say === undefined ? found : say.replace('{}', () => found)
}

/** Every text of a list; a list that holds anything else is not the one that was meant. */
const list: Read = (value) => {
  const texts = Array.isArray(value)
    ? value.map((entry) => (typeof entry === 'string' ? textOf(entry) : undefined))
    : []
  const known = texts.filter((entry) => entry !== undefined)
  return known.length > 0 && known.length === texts.length ? known : undefined
}

/** Digits, in groups of three where they are grouped at all: a count has no decimals, so a group mark is none. */
const count: Read = (value) => {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? value : undefined
  if (typeof value !== 'string') return undefined
  const digits = value.trim()
  if (/^\d{1,10}$/.test(digits)) return Number(digits)
  const grouped = /^\d{1,3}(?:([.,'’\u00a0\u202f ])\d{3})(?:\1\d{3}){0,2}$/.test(digits)
  return grouped ? Number(digits.replace(/\D/g, '')) : undefined
}

const currencyOf = (value: Json | undefined): string | null =>
  typeof value === 'string' && /^[a-z]{3}$/i.test(value.trim()) ? value.trim().toUpperCase() : null

const amount: Read = (value, { unit }, { currency }): Money | undefined => {
  const code = currencyOf(currency)
  const decimal = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : ''
  if (unit === 'cents') return /^-?\d{1,15}$/.test(decimal) ? { minor: Number(decimal), currency: code } : undefined
  return moneyFromDecimal(unit === 'micros' ? microsToDecimal(decimal) : decimal, code)
}

function microsToDecimal(micros: string): string {
  const match = /^(-?)(\d{1,18})$/.exec(micros)
  if (!match) return ''
  const digits = (match[2] ?? '').padStart(7, '0')
  return `${match[1]}${digits.slice(0, -6)}.${digits.slice(-6)}`
}

/** The last day that a period covers which ends at this instant: one that ends at midnight does not cover that day. */
const lastDay: Read = (value, reader) => {
  const written =
    reader.unit === 'seconds' || reader.unit === 'milliseconds' ? epochToIso(value, reader.unit) : textOf(value)
  if (!written || !/T\d{2}:\d{2}/.test(written) || Number.isNaN(Date.parse(written))) return day(value, reader, {})
  return day(new Date(Date.parse(written) - 1).toISOString(), { name: 'day' }, {})
}

/** The day as written; an epoch only where the connector says its unit. 1970 is how vendors write "never". */
const day: Read = (value, { unit }) => {
  const written = unit === 'seconds' || unit === 'milliseconds' ? epochToIso(value, unit) : textOf(value)
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T ]\d{2}:\d{2})/.exec(written ?? '')
  return match && Number(match[1]) > 1970 && Number(match[1]) < 9999 ? match[0].slice(0, 10) : undefined
}

function epochToIso(value: Json, unit: 'seconds' | 'milliseconds'): string | undefined {
  const epoch = Number(textOf(value))
  const at = new Date(unit === 'seconds' ? epoch * 1000 : epoch)
  return Number.isFinite(epoch) && epoch > 0 && !Number.isNaN(at.getTime()) ? at.toISOString() : undefined
}

const yesNo: Read = (value) => {
  if (typeof value === 'boolean') return value
  const word = typeof value === 'string' ? value.trim().toLowerCase() : ''
  return word === 'true' || word === 'yes' ? true : word === 'false' || word === 'no' ? false : undefined
}

const email: Read = (value) => {
  const address = textOf(value)
  return address && address.length <= 320 && /^[^\s@<>()",;:]+@[^\s@<>()",;:]+\.[^\s@<>()",;:.]+$/.test(address)
    ? address
    : undefined
}

/** One spelling of what is written in two; a number that stands for the same thing is no GUID. */
const guid: Read = (value) => {
  const id = typeof value === 'string' ? value.trim().toLowerCase() : ''
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? id : undefined
}

/** Words that mean the same wherever they stand; whatever else a vendor says is said in `words`. */
const statusWords: Record<string, SubscriptionStatus> = {
  cancelled: 'canceled',
  trial: 'trialing',
  past_due: 'past-due',
}

const subscriptionStatus: Read = (value) => {
  const word = textOf(value)?.toLowerCase() ?? ''
  const status = SubscriptionStatus.safeParse(Object.hasOwn(statusWords, word) ? statusWords[word] : word)
  return status.success ? status.data : undefined
}

const assignmentStatuses = ['active', 'inactive', 'invited', 'suspended', 'deprovisioned', 'unknown']
const assignmentStatus: Read = (value) => {
  const word = textOf(value)?.toLowerCase() ?? ''
  return assignmentStatuses.includes(word) ? word : undefined
}

const periods: Record<string, [number, string]> = {
  day: [1, 'day'],
  daily: [1, 'day'],
  week: [1, 'week'],
  weekly: [1, 'week'],
  month: [1, 'month'],
  monthly: [1, 'month'],
  quarter: [3, 'month'],
  quarterly: [3, 'month'],
  year: [1, 'year'],
  yearly: [1, 'year'],
  annual: [1, 'year'],
  annually: [1, 'year'],
}
const isoUnits: Record<string, string> = { D: 'day', W: 'week', M: 'month', Y: 'year' }

const billingPeriod: Read = (value, _reader, beside) => {
  const word = textOf(value)?.toLowerCase() ?? ''
  const times = beside.count === undefined ? 1 : count(beside.count, { name: 'count' }, {})
  if (typeof times !== 'number' || times === 0) return undefined
  const named = Object.hasOwn(periods, word) ? periods[word] : undefined
  if (named) return { count: named[0] * times, unit: named[1] }
  const iso = /^P(\d{1,3})([DWMY])$/.exec(word.toUpperCase())
  const unit = iso ? isoUnits[iso[2] ?? ''] : undefined
  return unit ? { count: Number(iso?.[1]) * times, unit } : undefined
}

const named =
  (table: 'microsoftProduct' | 'microsoftSku'): Read =>
  (value, _reader, { names }) =>
    names?.[table]?.(textOf(value) ?? '')

const shown: Read = (value, { as }, { names, lang }) =>
  as === undefined || value === null || typeof value === 'object' ? undefined : names?.shown?.(as, value, lang ?? '')

const readers: Record<ReaderName, Read> = {
  text,
  list,
  count,
  amount,
  day,
  lastDay,
  yesNo,
  email,
  guid,
  subscriptionStatus,
  assignmentStatus,
  billingPeriod,
  microsoftProduct: named('microsoftProduct'),
  microsoftSku: named('microsoftSku'),
  shown,
}
