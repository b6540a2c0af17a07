import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sumsOf } from '../../../../shared/inventory/money/sums.ts'
import { listedCurrencies, listedExponent } from '../../../../shared/model/currencies.ts'
import { exponentOf } from '../../../../shared/model/money.ts'

/** Written down from list one by hand, apart from the table that is tested. */
const others: [number, string[]][] = [
  [0, ['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF']],
  [3, ['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']],
  [4, ['CLF', 'UYW']],
] // biome-ignore format: a table

test.each(others)('%i decimals', (exponent, codes) => {
  for (const code of codes) expect(listedExponent(code), code).toBe(exponent)
  expect(listedCurrencies().filter((code) => listedExponent(code) === exponent)).toHaveLength(codes.length)
})

test.each(['EUR', 'USD', 'MRU', 'MGA', 'CHE', 'UYU', 'COU', 'USN', 'XCG', 'VED', 'ZWG', 'TWD', 'HUF', 'IDR', 'COP'])(
  '%s has two decimals',
  (code) => expect(listedExponent(code)).toBe(2),
)

test.each(['XAU', 'XDR', 'XTS', 'XXX', 'BTC', 'eur', '', 'constructor'])('%j is no currency with minor units', (code) =>
  expect(listedExponent(code)).toBeUndefined(),
)

test('every code of list one is there once', () => {
  const codes = listedCurrencies()
  expect(new Set(codes).size).toBe(codes.length)
  // 166 of the list of 2024, XCG, and ten withdrawn ones.
  expect(codes).toHaveLength(140 + 17 + 7 + 2 + 1 + 10)
})

test('sums are the sums of their parts in every currency, in any order and grouping, beyond what a number counts', () => {
  const money = fc.record({
    minor: fc.maxSafeInteger(),
    currency: fc.constantFrom(...listedCurrencies()),
  })
  fc.assert(
    fc.property(fc.array(money, { maxLength: 60 }), fc.nat(), (parts, seed) => {
      const { sums } = sumsOf(parts)
      const at = parts.length ? seed % parts.length : 0
      expect(sumsOf([...parts.slice(at), ...parts.slice(0, at)]).sums).toEqual(sums)
      expect(sumsOf([...sumsOf(parts.slice(0, at)).sums, ...sumsOf(parts.slice(at)).sums]).sums).toEqual(sums)
      for (const { currency, minor } of sums) {
        // An oracle that adds digit by digit: thousands apart, so that nothing passes 2^53.
        const of = parts.filter((part) => part.currency === currency)
        const high = of.reduce((sum, part) => sum + Math.trunc(part.minor / 1e6), 0)
        const low = of.reduce((sum, part) => sum + (part.minor % 1e6), 0)
        expect(minor).toBe(BigInt(high) * 1_000_000n + BigInt(low))
      }
      expect(sums.every(({ currency }) => exponentOf(currency) === listedExponent(currency))).toBe(true)
    }),
  )
})

test('an amount without a currency is in no sum', () => {
  const { sums, withoutCurrency } = sumsOf([
    { minor: 5, currency: null },
    { minor: 7, currency: 'EUR' },
  ])
  expect(sums).toEqual([{ currency: 'EUR', minor: 7n }])
  expect(withoutCurrency).toBe(1)
})
