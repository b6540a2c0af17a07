import fc from 'fast-check'
import { expect, test } from 'vitest'
import { over, ratioOf, rounded, times, whole } from '../../../../shared/inventory/money/ratio.ts'
import { timesPerYear } from '../../../../shared/inventory/money/year.ts'

test.each([
  [5n, 2n, 2n],
  [7n, 2n, 4n],
  [-5n, 2n, -2n],
  [-7n, 2n, -4n],
  [1n, 3n, 0n],
  [2n, 3n, 1n],
  [-2n, 3n, -1n],
  [0n, 9n, 0n],
])('%s/%s is rounded to %s', (num, den, result) => expect(rounded({ num, den })).toBe(result))

test('rounding is to the nearest, and a half to the even one', () => {
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 30n), 10n ** 30n), fc.bigInt(1n, 10n ** 12n), (num, den) => {
      const far = rounded({ num, den }) * den - num
      const distance = (far < 0n ? -far : far) * 2n
      expect(distance <= den).toBe(true)
      if (distance === den) expect(rounded({ num, den }) % 2n).toBe(0n)
    }),
  )
})

test.each(['', '1,5', '1e3', '.5', '5.', '--1', '1'.repeat(31), ' 1'])('%j is no decimal', (text) =>
  expect(ratioOf(text)).toBeUndefined(),
)

test('a decimal is read as it stands', () => {
  expect(ratioOf('1.0827')).toEqual({ num: 10827n, den: 10000n })
  expect(ratioOf('-0.5')).toEqual({ num: -5n, den: 10n })
  expect(over(whole(1), whole(0))).toBeUndefined()
})

test.each([
  [1, 'month', 1200n],
  [3, 'month', 400n],
  [1, 'year', 100n],
  [3, 'year', 33n],
  [1, 'week', 5214n],
  [4, 'week', 1304n],
  [30, 'day', 1217n],
  [7, 'month', 171n],
] as const)('1.00 each %i %s is %s hundredths a year', (count, unit, minor) =>
  expect(rounded(times(whole(100), timesPerYear({ count, unit })))).toBe(minor),
)
