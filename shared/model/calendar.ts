import type { Day } from './day.ts'
import type { Span } from './span.ts'

/**
 * Calendar arithmetic on whole days, counted from 1970-01-01. Numbers, because ten thousand contracts are computed at
 * once and because a day is no instant: nothing here knows a clock or a time zone.
 */

/** Days of all months before, in a year that begins with March: the leap day is then its last one. */
const beforeMonth = (fromMarch: number) => Math.floor((153 * fromMarch + 2) / 5)

function numberOf(year: number, month: number, day: number): number {
  const [y, m] = month > 2 ? [year, month - 3] : [year - 1, month + 9]
  const era = Math.floor(y / 400)
  const inEra = y - era * 400
  const leaps = Math.floor(inEra / 4) - Math.floor(inEra / 100)
  return era * 146_097 + inEra * 365 + leaps + beforeMonth(m) + day - 1 - 719_468
}

function partsOf(number: number): [year: number, month: number, day: number] {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const leapless =
    dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)
  const inEra = Math.floor(leapless / 365)
  const dayOfYear = dayOfEra - (365 * inEra + Math.floor(inEra / 4) - Math.floor(inEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  return [inEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - beforeMonth(fromMarch) + 1]
}

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const lengthOf = (year: number, month: number) => (month === 2 && isLeap(year) ? 29 : (lengths[month - 1] ?? 0))

export const dayNumber = (day: Day): number =>
  numberOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)))

export function dayOf(number: number): Day {
  const [year, month, day] = partsOf(number)
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`
}

/** Months since year 0: what two days of the same month share. */
export function monthIndex(number: number): number {
  const [year, month] = partsOf(number)
  return year * 12 + month - 1
}

/** The same day so many months on, or the last of a month that is too short for it. Never count on from a result: it may have been cut. */
export function addMonths(number: number, months: number): number {
  const [year, month, day] = partsOf(number)
  const index = year * 12 + month - 1 + months
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  return numberOf(toYear, toMonth, Math.min(day, lengthOf(toYear, toMonth)))
}

/** Years are months and weeks are days: only these two cannot be told in one another. */
export type Pace = { by: 'day' | 'month'; count: number }

export const paceOf = ({ count, unit }: Span): Pace => {
  if (unit === 'day' || unit === 'week') return { by: 'day', count: unit === 'week' ? count * 7 : count }
  return { by: 'month', count: unit === 'year' ? count * 12 : count }
}

export const addPace = (number: number, { by, count }: Pace, times = 1): number =>
  by === 'day' ? number + count * times : addMonths(number, count * times)

/** 0 for Monday to 6 for Sunday. 1970-01-01 was a Thursday. */
export const weekday = (number: number): number => (((number + 3) % 7) + 7) % 7

/** Whole days from one calendar day to another; negative where `to` is the earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from)

export const addDays = (day: Day, days: number): Day => dayOf(dayNumber(day) + days)
