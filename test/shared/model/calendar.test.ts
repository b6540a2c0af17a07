import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  addPace,
  dayNumber,
  dayOf,
  daysBetween,
  monthIndex,
  paceOf,
  weekday,
} from '../../../shared/model/calendar.ts'

const months = (day: string, count: number) => dayOf(addMonths(dayNumber(day), count))

describe('days', () => {
  test('are numbered as the platform numbers them, from 1900 to 2200, each a weekday after the one before', () => {
    const first = dayNumber('1900-01-01')
    const all = Array.from({ length: dayNumber('2200-12-31') - first + 1 }, (_, at) => first + at)
    const wrong = all.filter((number) => {
      const platform = new Date(number * 86_400_000)
      const text = platform.toISOString().slice(0, 10)
      return dayOf(number) !== text || dayNumber(text) !== number || (weekday(number) + 1) % 7 !== platform.getUTCDay()
    })
    expect([all.length, wrong]).toEqual([109_938, []])
  })

  test('are counted over month, leap and year', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
    expect(daysBetween('2027-01-01', '2026-12-31')).toBe(-1)
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('1900-02-28', 1)).toBe('1900-03-01')
    expect(addDays('2000-02-28', 1)).toBe('2000-02-29')
  })
})

describe('months', () => {
  test.each([
    ['2026-01-31', ['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30', '2026-07-31']],
    ['2027-12-31', ['2028-01-31', '2028-02-29', '2028-03-31', '2028-04-30']],
    ['2026-01-30', ['2026-02-28', '2026-03-30']],
    ['2026-01-29', ['2026-02-28', '2026-03-29']],
    ['2026-11-15', ['2026-12-15', '2027-01-15']],
  ])('counted from %s keep its day where the month has it', (anchor, expected) => {
    expect(expected.map((_, at) => months(anchor, at + 1))).toEqual(expected)
  })

  test.each([
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2096-02-29', 48, '2100-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-31', -2, '2025-11-30'],
    ['2026-01-15', -13, '2024-12-15'],
    ['2026-05-31', 0, '2026-05-31'],
  ])('%s and %i months is %s', (day, count, expected) => expect(months(day, count)).toBe(expected))

  test('land in the month they name, on the same day or on its last', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_000, max: 84_000 }), fc.integer({ min: -1200, max: 1200 }), (day, count) => {
        const to = addMonths(day, count)
        expect(monthIndex(to)).toBe(monthIndex(day) + count)
        const [from, landed] = [dayOf(day).slice(8), dayOf(to).slice(8)]
        if (landed !== from) expect([landed < from, monthIndex(to + 1)]).toEqual([true, monthIndex(to) + 1])
      }),
    )
  })
})

test('weeks are days and years are months', () => {
  const from = dayNumber('2024-02-29')
  expect(dayOf(addPace(from, paceOf({ count: 2, unit: 'week' })))).toBe('2024-03-14')
  expect(dayOf(addPace(from, paceOf({ count: 45, unit: 'day' })))).toBe('2024-04-14')
  expect(dayOf(addPace(from, paceOf({ count: 1, unit: 'year' }), 4))).toBe('2028-02-29')
  expect(dayOf(addPace(from, paceOf({ count: 3, unit: 'month' }), -1))).toBe('2023-11-29')
})
