import { expect, test } from 'vitest'
import { type Belief, beliefsOf } from '../../../../shared/inventory/belief.ts'
import { entitlementsOf } from '../../../../shared/inventory/entitlements.ts'
import { annualTotal } from '../../../../shared/inventory/money/annual.ts'
import { pricedOf } from '../../../../shared/inventory/money/priced.ts'
import { Rates } from '../../../../shared/inventory/money/rates.ts'
import { namesFrom } from '../../../../shared/inventory/names.ts'
import { belief } from '../../../support/beliefs.ts'

const month = { count: 1, unit: 'month' } as const
const year = { count: 1, unit: 'year' } as const
const today = '2026-11-27'
const rates = new Rates([
  { id: 'r', values: { on: '2026-11-26', base: 'EUR', rates: { USD: '1.25' }, source: 'ECB', kind: 'spot' } },
])

test('what runs is added up in the client’s currency; what is left out is named with its reason', () => {
  const subscriptions = [
    belief(
      'subscription',
      { unitPrice: { minor: 1_000, currency: 'EUR' }, seatsPurchased: 10, billingPeriod: month },
      { id: 'eur' },
    ),
    belief('subscription', { totalPrice: { minor: 12_500, currency: 'USD' }, billingPeriod: year }, { id: 'usd' }),
    belief('subscription', { totalPrice: { minor: 9_900, currency: 'CHF' }, billingPeriod: month }, { id: 'chf' }),
    belief('subscription', { totalPrice: { minor: 500, currency: null }, billingPeriod: month }, { id: 'none' }),
    belief('subscription', { unitPrice: { minor: 500, currency: 'EUR' }, billingPeriod: month }, { id: 'seats' }),
    belief('subscription', { totalPrice: { minor: 500, currency: 'EUR' } }, { id: 'period' }),
    belief('subscription', { status: 'canceled', totalPrice: { minor: 500, currency: 'EUR' } }, { id: 'gone' }),
    belief('subscription', { status: 'trialing', totalPrice: { minor: 500, currency: 'EUR' } }, { id: 'trial' }),
    belief(
      'subscription',
      { totalPrice: { minor: 700, currency: 'EUR' }, billingPeriod: year, endsOn: '2026-11-01' },
      { id: 'over' },
    ),
    belief('subscription', { billingPeriod: year }, { id: 'lots' }),
  ]
  const lots = [
    belief('lot', {
      subscription: 'lots',
      quantity: 1,
      packSize: 13,
      price: { minor: 25_000, currency: 'USD' },
      priceBasis: 'per-pack',
    }),
    belief('lot', { subscription: 'nobody’s', quantity: 1, price: { minor: 1, currency: 'EUR' }, priceBasis: 'flat' }),
    belief('lot', { quantity: 1 }),
  ]
  const total = annualTotal(subscriptions, lots, { currency: 'EUR', rates, today })
  // 10 × 10.00 × 12 = 1,200.00; 125.00 / 1.25 = 100.00; 7.00; 250.00 / 1.25 = 200.00
  expect(total.parts.map(({ id, minor }) => [id, minor])).toEqual([
    ['eur', 120_000n],
    ['usd', 10_000n],
    ['over', 700n],
    ['lots', 20_000n],
  ])
  expect(total.minor).toBe(150_700n)
  expect(total.leftOut.map(({ id, reason }) => [id, reason])).toEqual([
    ['chf', 'no-rate'],
    ['none', 'no-currency'],
  ])
  // 12 × 99.00 a year
  expect(total.leftOutSums[0]).toEqual({ currency: 'CHF', minor: 118_800n, count: 1 })
  expect(total.unpriced).toEqual([
    { id: 'seats', reason: 'no-quantity' },
    { id: 'period', reason: 'no-period' },
  ])
  expect([total.ended, total.trials, total.unconfirmed]).toEqual([['gone'], ['trial'], ['over']])
})

test('a purchase is not counted again in the sum that a console shows of all of them', () => {
  const names = namesFrom([], () => undefined)
  const priced = { totalPrice: { minor: 100, currency: 'EUR' }, sku: 'desk', billingPeriod: year }
  const pool = belief('subscription', { ...priced, seatsPurchased: 3 }, { id: 'pool' })
  const purchases = (values: object) =>
    ['a', 'b'].map((id) => belief('subscription', { sku: 'desk', subscriptionId: id, ...values }, { id }))
  const ids = (...subscriptions: Belief<'subscription'>[]) =>
    pricedOf(entitlementsOf({ ...beliefsOf([]), subscription: subscriptions }, names).all).map(({ id }) => id)
  expect(ids(pool, ...purchases(priced)).sort()).toEqual(['a', 'b'])
  expect(ids(pool, ...purchases({}))).toEqual(['pool'])
  expect(ids(pool)).toEqual(['pool'])
})
