import { describe, expect, test } from 'vitest'
import type { Belief } from '../../../shared/inventory/belief.ts'
import type { Entitlement } from '../../../shared/inventory/entitlements.ts'
import { positionOf } from '../../../shared/inventory/position.ts'
import { belief } from '../../support/beliefs.ts'

const today = '2026-11-27'
const entitlement = (change: Partial<Entitlement>): Entitlement => ({
  key: 'k',
  vendor: { key: 'example.com', name: 'Example', categories: [] },
  product: { key: 'p', name: 'Desk' },
  pool: null,
  purchases: [],
  lots: [],
  assignments: [],
  ...change,
})
const bought = (values: Belief<'subscription'>['values'], seenAt?: string) =>
  belief('subscription', values, seenAt === undefined ? {} : { seenAt })
const lot = (values: Belief<'lot'>['values']) => belief('lot', values)
const seat = (values: Belief<'assignment'>['values']) => belief('assignment', values)
const counts = (change: Partial<Entitlement>) => {
  const { unlimited, overAssigned, unassigned, ...parts } = positionOf(entitlement(change), today)
  return {
    ...Object.fromEntries(Object.entries(parts).map(([name, { count }]) => [name, count])),
    overAssigned,
    unassigned,
  }
}

test('each part has its own source and the day of its oldest fact', () => {
  const purchases = [
    bought({ seatsPurchased: 10 }, '2026-10-01T00:00:00Z'),
    bought({ seatsPurchased: 5 }, '2026-11-01T00:00:00Z'),
  ]
  expect(positionOf(entitlement({ purchases }), today).purchased).toEqual({
    count: 15,
    from: 'purchases',
    asOf: '2026-10-01',
  })
})

describe('units that are not seats', () => {
  const of = (values: Belief<'subscription'>['values'], seats = { seatsPurchased: 100, seatsAssigned: 40 }) =>
    counts({ purchases: [bought({ ...seats, ...values })] })
  const beyond = { seatsPurchased: 40, seatsAssigned: 100 }

  test('what is given one by one is to spare', () => {
    expect(of({ metricKind: 'device' })).toMatchObject({ unassigned: 60 })
    expect(of({ metric: 'user' })).toMatchObject({ unassigned: 60 })
    expect(of({ metric: 'Token holder' })).toMatchObject({ unassigned: 60 })
  })

  test('what is used up is not to spare, and more of it than was bought is too much', () => {
    for (const values of [
      { metricKind: 'credit' },
      { metricKind: 'usage' },
      { metric: 'GB' },
      { metric: 'API calls' },
    ] as const) {
      expect(of(values).unassigned).toBeUndefined()
      expect(of(values, beyond)).toMatchObject({ overAssigned: 60 })
    }
    expect(of({ metricKind: 'named-user', metric: 'credits' })).toMatchObject({ unassigned: 60 })
  })

  test('concurrent users are more people than units, and that is right', () => {
    expect(of({ metricKind: 'concurrent-user' }, beyond).overAssigned).toBeUndefined()
    expect(of({ metricKind: 'concurrent-user' }).unassigned).toBeUndefined()
  })

  test('counted in several ways, nothing is to spare', () => {
    const purchases = [
      bought({ seatsPurchased: 10, seatsAssigned: 1, metricKind: 'named-user' }),
      bought({ seatsPurchased: 10, seatsAssigned: 1, metricKind: 'credit' }),
    ]
    expect(counts({ purchases }).unassigned).toBeUndefined()
  })
})

describe('what is not known is not counted', () => {
  test('one purchase without a figure leaves the sum unknown', () => {
    expect(counts({ purchases: [bought({ seatsPurchased: 10 }), bought({ product: 'Desk' })] })).toEqual({})
  })

  test('a canceled or expired purchase is not part of it', () => {
    const purchases = [bought({ seatsPurchased: 10 }), bought({ seatsPurchased: 5, status: 'canceled' })]
    expect(counts({ purchases })).toMatchObject({ purchased: 10 })
  })

  test('the pool stands for its purchases', () => {
    const change = {
      pool: bought({ seatsPurchased: 30, seatsAssigned: 12 }),
      purchases: [bought({ seatsPurchased: 15 })],
    }
    expect(counts(change)).toMatchObject({ purchased: 30, assigned: 12, unassigned: 18 })
  })

  test('seats that were captured one by one are at least so many: what is left over stays unknown', () => {
    const change = { purchases: [bought({ seatsPurchased: 10 })], assignments: [seat({ email: 'a@x.example' })] }
    expect(counts(change)).toEqual({ purchased: 10, assigned: 1, overAssigned: undefined, unassigned: undefined })
  })

  test('active is counted only where every seat says when it was last used', () => {
    const used = [seat({ lastActiveOn: '2026-11-01' }), seat({ lastActiveOn: '2026-01-01' })]
    expect(counts({ assignments: used })).toMatchObject({ active: 1 })
    expect(counts({ assignments: [...used, seat({ email: 'b@x.example' })] })).not.toHaveProperty('active')
  })
})

test('more assigned than purchased is over-assigned, never negative seats', () => {
  expect(counts({ purchases: [bought({ seatsPurchased: 10, seatsAssigned: 13 })] })).toMatchObject({
    overAssigned: 3,
    unassigned: undefined,
  })
})

test('unlimited is a flag: nothing is left over and nothing is over', () => {
  const position = positionOf(
    entitlement({ purchases: [bought({ unlimited: true, seatsPurchased: 1, seatsAssigned: 500 })] }),
    today,
  )
  expect([position.unlimited, position.overAssigned, position.unassigned]).toEqual([true, undefined, undefined])
})

test('lots: those valid today, in packs; contracted and purchased where no console shows it', () => {
  const lots = [
    lot({ quantity: 2, packSize: 13 }),
    lot({ quantity: 5, startsOn: '2026-01-01', endsOn: '2026-11-27' }),
    lot({ quantity: 100, endsOn: '2026-11-26' }),
    lot({ quantity: 100, startsOn: '2026-11-28' }),
  ]
  expect(counts({ lots })).toMatchObject({ contracted: 31, purchased: 31 })
  expect(counts({ lots: [...lots, lot({ purchaseOrder: 'PO-1' })] })).toEqual({})
})
