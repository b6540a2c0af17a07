import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byMonths, monthAfter } from '../../../../shared/inventory/spend/split.ts'
import { addDays } from '../../../../shared/model/calendar.ts'

test('a year of 1,200.00 by its days', () => {
  const months = byMonths(120_000n, { from: '2026-01-01', until: '2027-01-01' })
  // Due up to the end of July 1,200.00 × 212 / 365 = 696.986…, of August × 243 / 365 = 798.904…: August has 101.91
  expect(months.map(({ month, minor }) => `${month} ${minor}`)).toEqual([
    '2026-01 10192',
    '2026-02 9205',
    '2026-03 10192',
    '2026-04 9863',
    '2026-05 10192',
    '2026-06 9863',
    '2026-07 10192',
    '2026-08 10191',
    '2026-09 9863',
    '2026-10 10192',
    '2026-11 9863',
    '2026-12 10192',
  ])
})

test('months that are touched by a day are there; a month that begins with the end is not', () => {
  expect(byMonths(10n, { from: '2028-02-29', until: '2028-03-01' })).toEqual([{ month: '2028-02', minor: 10n }])
  expect(byMonths(10n, { from: '2026-12-31', until: '2027-01-02' }).map(({ month }) => month)).toEqual([
    '2026-12',
    '2027-01',
  ])
  expect(monthAfter('2026-12')).toBe('2027-01')
  expect(monthAfter('2026-01', -1)).toBe('2025-12')
})

test('the parts are the whole, each within a minor unit of its share, whatever the amount and the days', () => {
  const start = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1990-01-01', days))
  fc.assert(
    fc.property(
      fc.bigInt(-(10n ** 20n), 10n ** 20n),
      start,
      fc.integer({ min: 1, max: 2_000 }),
      (minor, from, days) => {
        const parts = byMonths(minor, { from, until: addDays(from, days) })
        expect(parts.reduce((sum, part) => sum + part.minor, 0n)).toBe(minor)
        // Day by day, as an oracle counts them.
        const inMonth = new Map<string, number>()
        for (let day = 0; day < days; day++) {
          const month = addDays(from, day).slice(0, 7)
          inMonth.set(month, (inMonth.get(month) ?? 0) + 1)
        }
        expect(parts.map(({ month }) => month)).toEqual([...inMonth.keys()])
        for (const part of parts) {
          const off = part.minor * BigInt(days) - minor * BigInt(inMonth.get(part.month) ?? 0)
          expect(off <= BigInt(days) && off >= -BigInt(days)).toBe(true)
        }
      },
    ),
  )
})
