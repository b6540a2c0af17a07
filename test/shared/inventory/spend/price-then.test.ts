import { describe, expect, test } from 'vitest'
import type { PricePoint } from '../../../../shared/inventory/money/price-history.ts'
import { spendOf } from '../../../../shared/inventory/spend/lines.ts'
import { matchLines } from '../../../../shared/inventory/spend/matching.ts'
import type { Charge } from '../../../../shared/model/charge.ts'
import type { Lot } from '../../../../shared/model/lot.ts'
import type { Subscription } from '../../../../shared/model/subscription.ts'
import { belief } from '../../../support/beliefs.ts'

const eur = (minor: number) => ({ minor, currency: 'EUR' })
const month = { count: 1, unit: 'month' } as const
const vendor = 'desk.example'
const vendorKey = (said: string) => said

type Sub = { values: Subscription; prices?: PricePoint[]; lots?: Lot[]; seenAt?: string }

const seen = (at: string, minor: number, quantity: number): PricePoint => ({
  field: 'unitPrice',
  price: eur(minor),
  at: `${at}T09:00:00Z`,
  basis: 'per-unit',
  quantity,
  period: month,
  by: { kind: 'capture', observation: at },
})

/** What a line of so much, charged from a day or billed on it, is said to pay for. */
function saidOf(subs: Record<string, Sub>, charge: Charge): string[] {
  const { lines } = spendOf([belief('charge', charge, { id: 'line', vendor })], [], vendorKey)
  const [match] = matchLines(
    lines,
    Object.entries(subs).map(([id, { values, seenAt }]) =>
      belief('subscription', { billingPeriod: month, ...values }, { id, vendor, ...(seenAt ? { seenAt } : {}) }),
    ),
    Object.entries(subs).flatMap(([subscription, { lots = [] }]) =>
      lots.map((lot) => belief('lot', { subscription, ...lot })),
    ),
    { vendorKey, today: '2026-11-28', pricesOf: (id) => subs[id]?.prices ?? [] },
  )
  if (match?.is === 'matched') return [match.subscription, ...match.reasons]
  return match?.is === 'asked' ? [match.why, ...match.candidates] : []
}
const from = (day: string, minor: number, until = `${day.slice(0, 8)}28`): Charge => ({
  billedCost: eur(minor),
  chargePeriodStart: day,
  chargePeriodEnd: until,
})

// Ten euro a seat until some day between June and September of 2025, twelve since; eight seats, then ten.
const desk: Sub = {
  values: { product: 'Desk', unitPrice: eur(1_200), seatsPurchased: 10 },
  prices: [
    seen('2025-02-01', 1_000, 8),
    seen('2025-06-01', 1_000, 8),
    seen('2025-09-01', 1_200, 8),
    seen('2026-03-01', 1_200, 10),
  ],
}
const other: Sub = { values: { product: 'Mail', totalPrice: eur(33) } }

describe('a line pays by the price that was then', () => {
  test.each<[string, Charge, string[]]>([
    ['of last year', from('2025-04-01', 8_000), ['desk', 'amount', 'period', 'vendor']],
    ['before the first that was seen', from('2024-04-01', 8_000), ['desk', 'amount', 'period', 'vendor']],
    ['which is not the one of today', from('2025-04-01', 12_000), ['vendor-only', 'desk', 'mail']],
    ['either, between two that were seen', from('2025-07-01', 8_000), ['desk', 'amount', 'period', 'vendor']],
    ['either, between two that were seen', from('2025-07-01', 9_600), ['desk', 'amount', 'period', 'vendor']],
    ['which is over', from('2025-10-01', 8_000), ['vendor-only', 'desk', 'mail']],
    ['of as many as there were then', from('2025-10-01', 9_600), ['desk', 'amount', 'period', 'vendor']],
    ['of today', from('2026-11-01', 12_000), ['desk', 'amount', 'period', 'vendor']],
    ['so many times', { ...from('2025-04-01', 3_000), quantity: 3 }, ['desk', 'unit-price', 'period', 'vendor']],
    ['so many times', { ...from('2026-04-01', 3_000), quantity: 3 }, ['vendor-only', 'desk', 'mail']],
  ])('%s: %j', (_, charge, expected) => {
    // The period of one bill is a month in February alone; elsewhere only the beginning counts.
    const said = saidOf({ desk, mail: other }, charge).filter((word) => word !== 'period')
    expect(said).toEqual(expected.filter((word) => word !== 'period'))
  })

  test('of a bill that does not say what it is for, by the month around it', () => {
    const bill = (on: string, minor: number) => saidOf({ desk }, { billedCost: eur(minor), billingPeriodStart: on })
    expect(bill('2025-09-20', 8_000)).toEqual(['desk', 'amount', 'vendor'])
    expect(bill('2025-10-20', 8_000)).toEqual(['vendor-only', 'desk'])
  })

  test('of two, it is the one that cost so much then', () => {
    const always: Sub = { values: { product: 'Desk B', unitPrice: eur(1_200), seatsPurchased: 10 } }
    expect(saidOf({ desk, always }, from('2025-04-01', 12_000))[0]).toBe('always')
    expect(saidOf({ desk, always }, from('2026-04-01', 12_000))[0]).toBe('several')
  })

  test('a price that a person corrects holds from that day, whatever the console goes on to show', () => {
    const corrected: Sub = {
      values: { product: 'Desk', unitPrice: eur(900), seatsPurchased: 10 },
      seenAt: '2026-05-01T09:00:00Z',
      prices: [seen('2026-01-01', 1_000, 10), seen('2026-04-01', 1_000, 10), seen('2026-07-01', 1_000, 10)],
    }
    expect(saidOf({ corrected }, from('2026-08-01', 9_000))[0]).toBe('corrected')
    expect(saidOf({ corrected }, from('2026-02-01', 9_000))[0]).toBe('vendor-only')
    expect(saidOf({ corrected }, from('2026-02-01', 10_000))[0]).toBe('corrected')
  })

  test('of the lots that were valid then, one by one and together', () => {
    const lot = (minor: number, startsOn: string, endsOn?: string): Lot => ({
      quantity: 1,
      price: eur(minor),
      priceBasis: 'per-unit',
      startsOn,
      ...(endsOn ? { endsOn } : {}),
    })
    const lots = [lot(500, '2025-01-01', '2025-12-31'), lot(70, '2025-07-01'), lot(9, '2026-03-01')]
    const sold: Sub = { values: { product: 'Desk' }, lots }
    const paid = (day: string, minor: number) => saidOf({ sold }, from(day, minor))[0] === 'sold'
    expect([500, 70, 9, 570, 579, 79].map((minor) => paid('2025-03-01', minor))).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ])
    expect([500, 70, 9, 570, 579, 79].map((minor) => paid('2025-08-01', minor))).toEqual([
      true,
      true,
      false,
      true,
      false,
      false,
    ])
    expect([500, 70, 9, 570, 579, 79].map((minor) => paid('2026-04-01', minor))).toEqual([
      false,
      true,
      true,
      false,
      false,
      true,
    ])
  })
})
