import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { priceHistory, priceRises } from '../../../../shared/inventory/money/price-history.ts'
import { newId } from '../../../../shared/model/id.ts'
import type { Fields, Observation } from '../../../../shared/model/observation.ts'
import { sightingOf } from '../../../support/ops.ts'

const month = { count: 1, unit: 'month' }
const eur = (minor: number) => ({ minor, currency: 'EUR' })
const seen = (at: string, fields: Fields): Observation => {
  const sighting = sightingOf()
  return { id: newId(), rec: newId(), sighting: { ...sighting, fields, capture: { ...sighting.capture, at } } }
}
const edit = (field: string, value: Fields[string], at: string) => ({ field, edit: { value, seq: 1, by: newId(), at } })
const percents = (observations: Observation[], edits: ReturnType<typeof edit>[] = []) =>
  priceRises(priceHistory(observations, edits)).map(({ basisPoints }) => basisPoints)

describe('the history of a price', () => {
  test('has every price that was ever seen or stated, with its day and source, in any order of arrival', () => {
    const all = [
      seen('2025-01-10T09:00:00Z', { unitPrice: eur(1_000), billingPeriod: month }),
      seen('2025-06-10T09:00:00Z', { unitPrice: eur(1_000), totalPrice: eur(10_000), seatsPurchased: 10 }),
      seen('2026-01-10T09:00:00Z', { unitPrice: eur(1_200), billingPeriod: month }),
      seen('2026-02-10T09:00:00Z', { product: 'Desk' }),
    ]
    const stated = [edit('unitPrice', eur(1_150), '2026-03-01T00:00:00Z')]
    const history = priceHistory(all, stated)
    expect(history.map(({ at, field, price, by }) => [at.slice(0, 10), field, price.minor, by.kind])).toEqual([
      ['2025-01-10', 'unitPrice', 1_000, 'capture'],
      ['2025-06-10', expect.any(String), expect.any(Number), 'capture'],
      ['2025-06-10', expect.any(String), expect.any(Number), 'capture'],
      ['2026-01-10', 'unitPrice', 1_200, 'capture'],
      ['2026-03-01', 'unitPrice', 1_150, 'person'],
    ])
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (turned) => {
        expect(priceHistory(turned, stated)).toEqual(history)
      }),
    )
  })
})

describe('a rise', () => {
  const price = (at: string, minor: number, rest: Fields = { billingPeriod: month }) =>
    seen(`${at}T09:00:00Z`, { unitPrice: eur(minor), ...rest })

  test('is between two prices of the same thing, in hundredths of a percent', () => {
    const rises = priceRises(priceHistory([price('2025-01-01', 1_000), price('2026-01-01', 1_075)], []))
    expect(rises).toMatchObject([
      { basisPoints: 750, by: { minor: 75n, currency: 'EUR' }, from: { price: eur(1_000) } },
    ])
    // 300 → 301 is 33.33… hundredths
    expect(percents([price('2025-01-01', 300), price('2026-01-01', 301)])).toEqual([33])
  })

  test.each<[string, Fields]>([
    ['in another currency', { unitPrice: { minor: 1_200, currency: 'USD' }, billingPeriod: month }],
    ['without a currency', { unitPrice: { minor: 1_200, currency: null }, billingPeriod: month }],
    ['for another period', { unitPrice: eur(12_000), billingPeriod: { count: 1, unit: 'year' } }],
    ['for a period that nobody said', { unitPrice: eur(1_200) }],
    ['of another field', { totalPrice: eur(12_000), billingPeriod: month, seatsPurchased: 12 }],
    ['that fell', { unitPrice: eur(900), billingPeriod: month }],
    ['that is the same', { unitPrice: eur(1_000), billingPeriod: month }],
  ])('is none %s', (_, fields) => {
    expect(percents([price('2025-01-01', 1_000), seen('2026-01-01T09:00:00Z', fields)])).toEqual([])
  })

  test('of a total is one only of equally many; twelve months are a year', () => {
    const total = (at: string, minor: number, seats: number | undefined, period: Fields[string]) =>
      seen(`${at}T09:00:00Z`, {
        totalPrice: eur(minor),
        billingPeriod: period,
        ...(seats === undefined ? {} : { seatsPurchased: seats }),
      })
    const [year, twelve] = [
      { count: 1, unit: 'year' },
      { count: 12, unit: 'month' },
    ]
    expect(percents([total('2025-01-01', 1_000, 10, year), total('2026-01-01', 1_100, 10, twelve)])).toEqual([1_000])
    expect(percents([total('2025-01-01', 1_000, 10, year), total('2026-01-01', 1_100, 11, year)])).toEqual([])
    expect(
      percents([total('2025-01-01', 1_000, undefined, year), total('2026-01-01', 1_100, undefined, year)]),
    ).toEqual([])
  })

  test('is seen across a page that shows something else between, and once a person said what the price is for', () => {
    const between = price('2025-06-01', 12_000, { billingPeriod: { count: 1, unit: 'year' } })
    expect(percents([price('2025-01-01', 1_000), between, price('2026-01-01', 1_100)])).toEqual([1_000])
    const bare = [price('2025-01-01', 1_000, {}), price('2026-01-01', 1_100, {})]
    expect(percents(bare)).toEqual([])
    expect(percents(bare, [edit('billingPeriod', month, '2026-02-01T00:00:00Z')])).toEqual([1_000])
  })

  test('from nothing, or from a credit, is no percentage', () => {
    expect(percents([price('2025-01-01', 0), price('2026-01-01', 100)])).toEqual([])
    expect(percents([price('2025-01-01', -100), price('2026-01-01', 100)])).toEqual([])
  })
})
