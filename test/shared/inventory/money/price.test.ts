import { describe, expect, test } from 'vitest'
import { annualOf, runningOf } from '../../../../shared/inventory/money/annual.ts'
import { priceOf } from '../../../../shared/inventory/money/price.ts'
import type { Lot } from '../../../../shared/model/lot.ts'
import type { Subscription } from '../../../../shared/model/subscription.ts'

const usd = (minor: number) => ({ minor, currency: 'USD' })
const month = { count: 1, unit: 'month' } as const
const today = '2026-11-27'
const cost = (values: Subscription, lots: Lot[] = []) => {
  const price = priceOf(values, lots, today)
  return price.known ? [price.money.minor, price.by] : price.reason
}

describe('the price of a subscription', () => {
  test.each<[string, Subscription, unknown]>([
    ['a total is the price of all', { totalPrice: usd(25_000), seatsPurchased: 13 }, [25_000n, 'total']],
    ['a unit price is multiplied', { unitPrice: usd(1_250), seatsPurchased: 40 }, [50_000n, 'unit-price']],
    [
      'a total stands before a unit price',
      { totalPrice: usd(900), unitPrice: usd(100), seatsPurchased: 10 },
      [900n, 'total'],
    ],
    [
      'a pack of 13 seats for $250 is 250',
      { unitPrice: usd(25_000), priceBasis: 'per-pack', packSize: 13, seatsPurchased: 13 },
      [25_000n, 'unit-price'],
    ],
    [
      'two packs are 500',
      { unitPrice: usd(25_000), priceBasis: 'per-pack', packSize: 13, seatsPurchased: 26 },
      [50_000n, 'unit-price'],
    ],
    [
      'a flat price is not multiplied',
      { unitPrice: usd(25_000), priceBasis: 'flat', seatsPurchased: 13 },
      [25_000n, 'unit-price'],
    ],
    [
      'a total that a person calls per unit',
      { totalPrice: usd(500), priceBasis: 'per-unit', seatsPurchased: 3 },
      [1_500n, 'unit-price'],
    ],
    ['no seats cost nothing', { unitPrice: usd(500), seatsPurchased: 0 }, [0n, 'unit-price']],
    ['nothing is known', { seatsPurchased: 5 }, 'no-price'],
    ['of how many is not known', { unitPrice: usd(500) }, 'no-quantity'],
    ['of unlimited seats', { unitPrice: usd(500), unlimited: true, seatsPurchased: 9999 }, 'unlimited'],
    ['of packs of unknown size', { unitPrice: usd(500), priceBasis: 'per-pack', seatsPurchased: 26 }, 'no-pack-size'],
    ['half a pack', { unitPrice: usd(500), priceBasis: 'per-pack', packSize: 13, seatsPurchased: 20 }, 'part-of-pack'],
  ])('%s', (_, values, expected) => expect(cost(values)).toEqual(expected))

  test.each<[string, Lot[], Subscription, unknown]>([
    [
      'every lot by its own basis',
      [
        { quantity: 10, price: usd(1_000), priceBasis: 'per-unit' },
        { quantity: 2, packSize: 13, price: usd(25_000), priceBasis: 'per-pack' },
        { quantity: 1, packSize: 13, price: usd(100), priceBasis: 'per-unit' },
        { quantity: 5, price: usd(4_000), priceBasis: 'flat' },
      ],
      { seatsPurchased: 54, totalPrice: usd(1) },
      [10_000n + 50_000n + 1_300n + 4_000n, 'lots'],
    ],
    [
      'only those that are valid today',
      [
        { quantity: 10, price: usd(1_000), priceBasis: 'per-unit', endsOn: '2026-11-26' },
        { quantity: 10, price: usd(1_100), priceBasis: 'per-unit', startsOn: '2026-11-27', endsOn: '2026-11-27' },
        { quantity: 10, price: usd(1_200), priceBasis: 'per-unit', startsOn: '2026-11-28' },
      ],
      {},
      [11_000n, 'lots'],
    ],
    ['a basis that nobody stated', [{ quantity: 13, price: usd(25_000) }], {}, 'no-basis'],
    [
      'a part of the seats only',
      [{ quantity: 3, price: usd(100), priceBasis: 'per-unit' }],
      { seatsPurchased: 13 },
      'lots-incomplete',
    ],
    [
      'a part, where the console knows the whole',
      [{ quantity: 3, price: usd(100), priceBasis: 'per-unit' }],
      { seatsPurchased: 13, totalPrice: usd(1_300) },
      [1_300n, 'total'],
    ],
    [
      'two currencies',
      [
        { quantity: 1, price: usd(100), priceBasis: 'flat' },
        { quantity: 1, price: { minor: 100, currency: 'EUR' }, priceBasis: 'flat' },
      ],
      {},
      'several-currencies',
    ],
  ])('by lots: %s', (_, lots, values, expected) => expect(cost(values, lots)).toEqual(expected))
})

describe('a year', () => {
  test('of a monthly price is twelve of it; of a price whose period nobody said, not known', () => {
    const values: Subscription = { unitPrice: usd(1_250), seatsPurchased: 40 }
    expect(annualOf({ ...values, billingPeriod: month }, [], today)).toMatchObject({ money: { minor: 600_000n } })
    expect(annualOf(values, [], today)).toEqual({ known: false, reason: 'no-period' })
  })

  test('12.50 a month that is billed once a year is 150 a year, not 12.50', () => {
    const values: Subscription = { unitPrice: usd(1_250), seatsPurchased: 1, billingPeriod: { count: 1, unit: 'year' } }
    expect(annualOf({ ...values, pricePeriod: month }, [], today)).toMatchObject({ money: { minor: 15_000n } })
  })

  test('of three years for 1,000.00 is 333.33, and beyond what a number counts it stays exact', () => {
    const three = { count: 3, unit: 'year' } as const
    expect(annualOf({ totalPrice: usd(100_000), billingPeriod: three }, [], today)).toMatchObject({
      money: { minor: 33_333n },
    })
    const huge: Subscription = {
      unitPrice: usd(9_007_199_254_740_991),
      seatsPurchased: 1_000_000,
      billingPeriod: month,
    }
    expect(annualOf(huge, [], today)).toMatchObject({ money: { minor: 9_007_199_254_740_991n * 12_000_000n } })
  })
})

test.each<[Subscription, string]>([
  [{}, 'runs'],
  [{ status: 'active', endsOn: '2026-11-27' }, 'runs'],
  [{ status: 'active', endsOn: '2026-11-26' }, 'unconfirmed'],
  [{ renewsOn: '2026-11-27' }, 'unconfirmed'],
  [{ renewsOn: '2026-11-28' }, 'runs'],
  [{ endsOn: '2026-11-26', autoRenews: true }, 'runs'],
  [{ endsOn: '2026-11-26', renewalMode: 'tacit' }, 'runs'],
  [{ endsOn: '2026-11-26', autoRenews: false }, 'ended'],
  [{ endsOn: '2026-11-26', renewalMode: 'none' }, 'ended'],
  [{ status: 'canceled' }, 'ended'],
  [{ status: 'expired', autoRenews: true }, 'ended'],
  [{ status: 'trialing' }, 'trial'],
  [{ status: 'suspended' }, 'runs'],
])('%j %s', (values, expected) => expect(runningOf(values, today)).toBe(expected))
