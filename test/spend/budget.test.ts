import { expect, test } from 'vitest'
import { BudgetWords, isOpen, ofMonth } from '../../extension/spend/budget.tsx'
import { domainOf } from '../../extension/spend/chart.tsx'

const of = { minor: 24_000_00, currency: 'EUR' }
const said = (total: bigint, more: { currency?: string; isWhole?: boolean } = {}) =>
  BudgetWords({ of, total, currency: 'EUR', isWhole: true, ...more }).props.children

test('how a sum stands to the budget is said in words', () => {
  expect(said(16_000_00n)).toBe('€8,000.00 left of the budget of €24,000.00 a year')
  expect(said(24_000_00n)).toBe('€0.00 left of the budget of €24,000.00 a year')
  expect(said(24_000_01n)).toBe('€0.01 over the budget of €24,000.00 a year')
})

test('a sum that lacks something, or is in another currency, is not measured as if it were whole', () => {
  expect(said(16_000_00n, { isWhole: false })).toContain('without what is named below')
  expect(said(30_000_00n, { isWhole: false })).toContain('over the budget of €24,000.00 a year, without')
  expect(said(16_000_00n, { currency: 'CHF' })).toBe(
    'The budget of €24,000.00 a year is in another currency than these sums',
  )
})

test('the axis reaches to the line', () => {
  const low = [{ byMonth: [100n, 200n] }]
  expect(domainOf([low, low], ofMonth(of))).toEqual({ lowest: 0, highest: 2_000_00 })
  expect(domainOf([low, low]).highest).toBe(200)
})

test('a year that is over is not measured by the present budget', () => {
  expect(isOpen(['2026-01', '2026-12'], '2027-02')).toBe(false)
  expect(isOpen(['2026-03', '2027-02'], '2027-02')).toBe(true)
})
