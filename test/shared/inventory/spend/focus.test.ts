import { describe, expect, test } from 'vitest'
import { Rates } from '../../../../shared/inventory/money/rates.ts'
import { billedOf } from '../../../../shared/inventory/spend/billed.ts'
import { spendOf } from '../../../../shared/inventory/spend/lines.ts'
import { headings, type SpendView, sharesOf } from '../../../../shared/inventory/spend/look-back.ts'
import { matchLines } from '../../../../shared/inventory/spend/matching.ts'
import type { Charge } from '../../../../shared/model/charge.ts'
import { belief } from '../../../support/beliefs.ts'

/** How FOCUS writes down what is bought as software: its scenarios for SaaS, each with the figures that follow from it. */

const usd = (dollars: number) => ({ minor: dollars * 100, currency: 'USD' })
const today = '2026-11-27'
const monthsOf = (year: number) =>
  Array.from({ length: 12 }, (_, at): [from: string, until: string] => [
    `${year}-${String(at + 1).padStart(2, '0')}-01`,
    at === 11 ? `${year + 1}-01-01` : `${year}-${String(at + 2).padStart(2, '0')}-01`,
  ])

const charge = (values: Charge) => belief('charge', { publisher: 'desk.example', skuId: 'DESK-PRO', ...values })
const desk = belief(
  'subscription',
  { product: 'Desk', sku: 'DESK-PRO', seatsPurchased: 15 },
  { id: 'desk', vendor: 'desk.example' },
)

function read(charges: ReturnType<typeof charge>[]) {
  const { lines } = spendOf(charges, [], (said) => said)
  const wish = { currency: 'USD', rates: new Rates([]) }
  const byMonth = (view: SpendView) =>
    headings(sharesOf(lines, view, wish).shares, ({ month }) => month).map(({ key, minor }) => `${key} ${minor}`)
  const matches = matchLines(lines, [desk], [], { vendorKey: (said) => said, today })
  return { lines, byMonth, matches, billed: billedOf(matches, today).get('desk') }
}

const prepaid = (fields: Charge = {}): Charge => ({
  category: 'purchase',
  frequency: 'one-time',
  billedCost: usd(1_200),
  quantity: 10,
  billingPeriodStart: '2026-01-01',
  billingPeriodEnd: '2026-02-01',
  chargePeriodStart: '2026-01-01',
  chargePeriodEnd: '2027-01-01',
  ...fields,
})

describe('a year that is paid at its beginning', () => {
  test('is cash in one month and cost on each of its days', () => {
    const { byMonth, billed } = read([charge(prepaid())])
    expect(byMonth('cash')).toEqual(['2026-01 120000'])
    expect(byMonth('spread').slice(0, 2)).toEqual(['2026-01 10192', '2026-02 9205'])
    expect(byMonth('spread')).toHaveLength(12)
    expect(billed).toMatchObject({ quantity: 10, asOf: today })
  })

  test('with the months that use it up: the bill says itself what they cost, and nothing counts twice', () => {
    const months = monthsOf(2026).map(([from, until]) =>
      charge({
        category: 'usage',
        frequency: 'recurring',
        billedCost: usd(0),
        effectiveCost: usd(100),
        quantity: 10,
        billingPeriodStart: from,
        billingPeriodEnd: until,
        chargePeriodStart: from,
        chargePeriodEnd: until,
      }),
    )
    const { byMonth, billed } = read([charge(prepaid({ effectiveCost: usd(0) })), ...months])
    expect(byMonth('cash').filter((month) => !month.endsWith(' 0'))).toEqual(['2026-01 120000'])
    expect(byMonth('spread')).toEqual(monthsOf(2026).map(([from]) => `${from.slice(0, 7)} 10000`))
    expect(billed?.quantity).toBe(10)
  })
})

test('seats that are bought by quantity are matched by their SKU, with the reason', () => {
  const { matches } = read([charge(prepaid())])
  expect(matches).toMatchObject([{ is: 'matched', subscription: 'desk', reasons: ['sku', 'vendor'] }])
})

test('seats that are added in the middle of a term are billed beside those before', () => {
  const added = prepaid({
    billedCost: usd(300),
    quantity: 5,
    billingPeriodStart: '2026-07-01',
    billingPeriodEnd: '2026-08-01',
    chargePeriodStart: '2026-07-01',
  })
  const { byMonth, billed } = read([charge(prepaid()), charge(added)])
  expect(byMonth('cash')).toEqual(['2026-01 120000', '2026-07 30000'])
  expect(billed).toMatchObject({ quantity: 15, asOf: today })
  // 1,200 × 31/365 + 300 × 31/184 = 101.92 + 50.54
  expect(byMonth('spread')[6]).toBe('2026-07 15246')
})

test('what is billed in arrears is cash in the month of the bill and cost in the month before', () => {
  const { byMonth, billed } = read([
    charge({
      category: 'usage',
      frequency: 'recurring',
      billedCost: usd(150),
      quantity: 15,
      billingPeriodStart: '2026-11-01',
      billingPeriodEnd: '2026-12-01',
      chargePeriodStart: '2026-10-01',
      chargePeriodEnd: '2026-11-01',
    }),
  ])
  expect(byMonth('cash')).toEqual(['2026-11 15000'])
  expect(byMonth('spread')).toEqual(['2026-10 15000'])
  // Of today nothing was billed yet: the latest billed day counts.
  expect(billed).toMatchObject({ quantity: 15, asOf: '2026-10-31' })
})

test('a bill that differs from month to month is what it was in each, and is no count of seats', () => {
  const amounts = [312, 287, 355]
  const { byMonth, billed, matches } = read(
    amounts.map((dollars, at) => {
      const [from = '', until = ''] = monthsOf(2026)[at + 7] ?? []
      return charge({
        category: 'usage',
        frequency: 'usage-based',
        billedCost: usd(dollars),
        quantity: dollars * 10,
        unit: 'GB',
        billingPeriodStart: from,
        billingPeriodEnd: until,
        chargePeriodStart: from,
        chargePeriodEnd: until,
      })
    }),
  )
  const expected = ['2026-08 31200', '2026-09 28700', '2026-10 35500']
  expect(byMonth('cash')).toEqual(expected)
  expect(byMonth('spread')).toEqual(expected)
  expect(matches.every(({ is }) => is === 'matched')).toBe(true)
  expect(billed).toBeUndefined()
})

test('tax is spent and is no seat; a credit takes away', () => {
  const { byMonth, billed } = read([
    charge(prepaid()),
    charge(prepaid({ category: 'tax', billedCost: usd(240), quantity: 1 })),
    charge(prepaid({ category: 'credit', billedCost: usd(-40), quantity: 1 })),
  ])
  expect(byMonth('cash')).toEqual(['2026-01 140000'])
  expect(billed?.quantity).toBe(10)
})
