import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Rates } from '../../../../shared/inventory/money/rates.ts'
import { totalOf } from '../../../../shared/inventory/money/total.ts'
import type { Rate } from '../../../../shared/model/rate.ts'

const ecb = (on: string, rates: Record<string, string>): Rate => ({
  on,
  base: 'EUR',
  rates,
  source: 'ECB',
  kind: 'spot',
})
const rates = (...values: Rate[]) => new Rates(values.map((each, at) => ({ id: `rate-${at}`, values: each })))
const known = rates(
  ecb('2026-11-20', { USD: '1.10', GBP: '0.85', JPY: '163.17', KWD: '0.3321' }),
  ecb('2026-11-23', { USD: '1.12', GBP: '0.86' }),
  { on: '2026-11-23', base: 'EUR', rates: { USD: '1.00' }, source: 'CFO', kind: 'budget' },
)
const day = '2026-11-24'

describe('a rate', () => {
  test.each([
    ['2026-11-19', undefined],
    ['2026-11-20', '2026-11-20'],
    ['2026-11-22', '2026-11-20'],
    ['2026-11-23', '2026-11-23'],
    ['2026-11-30', '2026-11-23'],
    ['2026-12-01', undefined],
  ])('on %s is the one of %s', (asked, on) => expect(known.find('EUR', 'USD', asked)?.used.on).toBe(on))

  test('stands for as many days as asked, and only in its kind', () => {
    expect(known.find('EUR', 'USD', '2026-12-10', { within: 30 })?.used.on).toBe('2026-11-23')
    expect(known.find('EUR', 'USD', day, { kind: 'budget' })?.used).toMatchObject({ source: 'CFO', kind: 'budget' })
    expect(known.find('EUR', 'USD', day, { kind: 'average' })).toBeUndefined()
  })

  test.each([
    ['EUR', 'USD', 10_000, 11_200n],
    ['USD', 'EUR', 11_200, 10_000n],
    // Across by the euro: 100.00 × 0.86 / 1.12 = 76.785714…
    ['USD', 'GBP', 10_000, 7_679n],
    ['USD', 'USD', 10_000, 10_000n],
    // 100.00 × 163.17 = 16,317 whole yen: of 20 November, as the later day has none.
    ['EUR', 'JPY', 10_000, 16_317n],
    ['JPY', 'EUR', 16_317, 10_000n],
    ['EUR', 'KWD', 10_000, 33_210n],
    ['KWD', 'JPY', 33_210, 16_317n],
  ])('turns %s into %s: %i → %s', (currency, to, minor, result) =>
    expect(known.convert({ minor, currency }, to, day)).toMatchObject({ ok: true, minor: result }),
  )

  test('half a cent goes to the even one', () => {
    const half = rates(ecb(day, { USD: '1.5' }))
    expect(half.convert({ minor: 1, currency: 'EUR' }, 'USD', day)).toMatchObject({ minor: 2n })
    expect(half.convert({ minor: 3, currency: 'EUR' }, 'USD', day)).toMatchObject({ minor: 4n })
  })

  test.each([
    [{ minor: 1, currency: 'CHF' }, 'EUR', 'no-rate'],
    [{ minor: 1, currency: null }, 'EUR', 'no-currency'],
    [{ minor: 1, currency: 'BTC' }, 'EUR', 'unlisted-currency'],
  ])('%j is not converted: %s %s', (money, to, reason) =>
    expect(known.convert(money, to, day)).toEqual({ ok: false, reason }),
  )

  test('a record that lacks its day, base, kind or numbers is none; of two of a day the same one stands in any order', () => {
    const { on: _, ...undated } = ecb(day, { USD: '1.1' })
    const broken = rates(
      undated,
      { ...ecb(day, {}), rates: { USD: '0' } },
      { on: day, base: 'EUR', rates: { USD: '2' } },
    )
    expect(broken.find('EUR', 'USD', day)).toBeUndefined()
    const [bank, other] = [{ ...ecb(day, { USD: '1.2' }), source: 'Bank' }, ecb(day, { USD: '1.1' })]
    for (const order of [rates(bank, other), rates(other, bank)])
      expect(order.find('EUR', 'USD', day)?.used.source).toBe('Bank')
  })
})

const currencies = ['EUR', 'USD', 'GBP', 'JPY', 'KWD', 'CHF', 'BTC', null] as const
const amounts = fc.array(
  fc.record({
    id: fc.uuid(),
    money: fc.record({ minor: fc.maxSafeInteger(), currency: fc.constantFrom(...currencies) }),
    on: fc.constantFrom('2026-11-20', '2026-11-23', '2026-11-24', '2026-12-20'),
  }),
  { maxLength: 40 },
)

describe('a total', () => {
  test('names what it left out, how much and in which currency, and the rates that it used', () => {
    const total = totalOf(
      [
        { id: 'a', money: { minor: 10_000, currency: 'EUR' }, on: day },
        { id: 'b', money: { minor: 11_200, currency: 'USD' }, on: day },
        { id: 'c', money: { minor: 500, currency: 'CHF' }, on: day },
        { id: 'd', money: { minor: 700, currency: 'CHF' }, on: day },
        { id: 'e', money: { minor: 900, currency: null }, on: day },
      ],
      { currency: 'EUR', rates: known },
    )
    expect(total.minor).toBe(20_000n)
    expect(total.leftOut.map(({ id, reason }) => [id, reason])).toEqual([
      ['c', 'no-rate'],
      ['d', 'no-rate'],
      ['e', 'no-currency'],
    ])
    expect(total.leftOutSums).toEqual([
      { currency: 'CHF', minor: 1_200n, count: 2 },
      { currency: null, minor: 900n, count: 1 },
    ])
    expect(total.rates).toEqual([
      { from: 'USD', to: 'EUR', on: '2026-11-23', base: 'EUR', source: 'ECB', kind: 'spot' },
    ])
    expect(total.original).toEqual([
      { currency: 'EUR', minor: 10_000n },
      { currency: 'USD', minor: 11_200n },
    ])
  })

  test('is the sum of its parts, in every currency and order, and every amount is in it or left out', () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom('EUR', 'USD', 'JPY', 'KWD'), (parts, currency) => {
        const total = totalOf(parts, { currency, rates: known })
        expect(total.parts.reduce((sum, { minor }) => sum + minor, 0n)).toBe(total.minor)
        expect(total.parts.length + total.leftOut.length).toBe(parts.length)
        expect(total.leftOutSums.reduce((sum, { count }) => sum + count, 0)).toBe(total.leftOut.length)
        const turned = totalOf([...parts].reverse(), { currency, rates: known })
        expect(turned).toMatchObject({ minor: total.minor, original: total.original, rates: total.rates })
        expect(turned.leftOutSums).toEqual(total.leftOutSums)
      }),
    )
  })

  test('there and back is what it was, to within the rounding of the smaller unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (minor) => {
        const there = known.convert({ minor, currency: 'EUR' }, 'USD', day)
        const back = there.ok ? known.convert({ minor: there.minor, currency: 'USD' }, 'EUR', day) : there
        expect(back.ok && Math.abs(Number(back.minor) - minor) <= 1).toBe(true)
      }),
    )
  })
})
