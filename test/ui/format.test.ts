import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ageOf,
  dayOf,
  formatDay,
  formatInstant,
  formatMoney,
  formatPeriod,
  hostOf,
  relativeDay,
  safeLink,
} from '../../extension/ui/format.ts'
import { addDays, daysBetween } from '../../shared/model/calendar.ts'

const en = 'en-GB'
const spaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('money', () => {
  test.each([
    [{ minor: 123450, currency: 'EUR' }, en, '€1,234.50'],
    [{ minor: 123450, currency: 'EUR' }, 'de-DE', '1.234,50 €'],
    [{ minor: 1200, currency: 'JPY' }, en, 'JP¥1,200'],
    [{ minor: 1234567, currency: 'KWD' }, en, 'KWD 1,234.567'],
    [{ minor: -50, currency: 'USD' }, en, '-US$0.50'],
    [{ minor: 0, currency: 'EUR' }, en, '€0.00'],
    [{ minor: 14900, currency: null }, en, '149.00 (currency not shown)'],
  ])('%j in %s is %s', (money, locale, text) => expect(spaces(formatMoney(money, locale))).toBe(text))

  test('an amount beyond the exactness of a double keeps its cents', () =>
    expect(formatMoney({ minor: 9_007_199_254_740_991, currency: 'USD' }, 'en-US')).toBe('$90,071,992,547,409.91'))

  test('every amount keeps every digit', () =>
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom('EUR', 'JPY', 'KWD'), (minor, currency) => {
        const digits = formatMoney({ minor, currency }, 'en-US').replace(/\D/g, '')
        expect(Number(digits)).toBe(Math.abs(minor))
      }),
    ))
})

describe('days', () => {
  test.each([
    ['2027-02-06', 'today'],
    ['2027-02-07', 'tomorrow'],
    ['2027-02-05', 'yesterday'],
    ['2027-03-12', 'in 34 days'],
    ['2026-11-04', '94 days ago'],
    ['2028-02-06', 'in 12 months'],
    ['2030-02-06', 'in 3 years'],
  ])('%s is %s', (day, words) => expect(relativeDay(day, '2027-02-06', en)).toBe(words))

  test('a day is the same day in every time zone', () => expect(formatDay('2027-03-12', en)).toBe('12 Mar 2027'))

  test('the change to summer time is a day like any other', () => {
    expect(daysBetween('2027-03-27', '2027-03-29')).toBe(2)
    expect(addDays('2027-03-27', 2)).toBe('2027-03-29')
  })

  test('the day after the last covered one, over the ends of months and years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2027-12-31', 1)).toBe('2028-01-01')
  })

  test('adding days and counting them are the same thing', () =>
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
        expect(daysBetween('2027-02-06', addDays('2027-02-06', days))).toBe(days)
      }),
    ))

  test('today is the person’s day, not UTC’s', () => {
    expect(dayOf(new Date(2027, 1, 6, 23, 59))).toBe('2027-02-06')
    expect(dayOf(new Date(2027, 1, 7, 0, 1))).toBe('2027-02-07')
  })
})

describe('instants', () => {
  const now = new Date(2027, 1, 6, 14, 20)
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString()

  test.each([
    [0, 'just now'],
    [1, '1 minute ago'],
    [59, '59 minutes ago'],
    [60, '1 hour ago'],
    [23 * 60, '23 hours ago'],
    [26 * 60, 'yesterday'],
  ])('%d minutes ago is %s', (minutes, words) => expect(ageOf(ago(minutes), now, en)).toBe(words))

  test('a clock that is ahead is no age', () => expect(ageOf(ago(-90), now, en)).toBe('just now'))

  test('the same day shows the time alone', () => {
    expect(formatInstant(ago(18), now, en)).toBe('14:02')
    expect(formatInstant(ago(24 * 60), now, en)).toBe('5 Feb, 14:20')
  })
})

test('periods are words', () => {
  expect([1, 3].map((count) => formatPeriod({ count, unit: 'month' }))).toEqual(['monthly', 'every 3 months'])
})

describe('addresses come from pages', () => {
  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'chrome://settings',
    ' \tjavascript:1',
    '',
  ])('%j is no link', (url) => expect(safeLink(url)).toBeUndefined())
  test('http and https are', () => expect(safeLink('https://example.com/a')).toBe('https://example.com/a'))
  test('what has no host is shown as it is', () => expect(hostOf('nonsense')).toBe('nonsense'))
})
