import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Belief, Beliefs } from '../../../shared/inventory/belief.ts'
import { beliefsOf } from '../../../shared/inventory/belief.ts'
import { entitlementsOf } from '../../../shared/inventory/entitlements.ts'
import { namesFrom } from '../../../shared/inventory/names.ts'
import { belief } from '../../support/beliefs.ts'

const names = namesFrom([], () => undefined)
const of = (change: Partial<Beliefs>) => entitlementsOf({ ...beliefsOf([]), ...change }, names).all
const subscription = (values: Belief<'subscription'>['values'], around = {}) => belief('subscription', values, around)
const seat = (values: Belief<'assignment'>['values'], around = {}) => belief('assignment', values, around)

test('several purchases of one SKU are one entitlement beside the pool that sums them', () => {
  const pool = subscription({ sku: 'E5', product: 'Office E5', seatsPurchased: 30 })
  const purchases = ['one', 'two'].map((subscriptionId) =>
    subscription({ sku: 'E5', subscriptionId, seatsPurchased: 15 }),
  )
  const [entitlement, ...others] = of({ subscription: [pool, ...purchases] })
  expect(others).toEqual([])
  expect(entitlement?.pool).toBe(pool)
  expect(entitlement?.purchases.map(({ id }) => id).sort()).toEqual(purchases.map(({ id }) => id).sort())
})

test('two tenants of one vendor are two entitlements, and a seat belongs to its own', () => {
  const other = { vendor: 'example.com', id: 'tenant-2' }
  const subscriptions = [subscription({ sku: 'E5' }), subscription({ sku: 'E5' }, { account: other })]
  const found = of({
    subscription: subscriptions,
    assignment: [seat({ sku: 'E5', email: 'a@x.example' }, { account: other })],
  })
  expect(found.map(({ assignments }) => assignments.length)).toEqual([0, 1])
})

describe('whose seat it is', () => {
  test.each([
    ['by SKU, whatever it is called', { sku: 'b', product: 'Other name' }, 'B'],
    ['by product and plan', { product: 'Desk', plan: 'Pro' }, 'A'],
    ['by product where only one plan of it is bought', { product: 'Board' }, 'B'],
  ])('%s', (_, values, expected) => {
    const found = of({
      subscription: [
        subscription({ sku: 'A', product: 'Desk', plan: 'Pro' }),
        subscription({ sku: 'C', product: 'Desk', plan: 'Team' }),
        subscription({ sku: 'B', product: 'Board', plan: 'Pro' }),
      ],
      assignment: [seat(values)],
    })
    expect(found.find(({ assignments }) => assignments.length > 0)?.purchases[0]?.values.sku).toBe(expected)
  })

  test('a product of two plans tells nothing: the seat is in neither', () => {
    const subscriptions = ['Pro', 'Team'].map((plan) => subscription({ product: 'Desk', plan }))
    expect(
      of({ subscription: subscriptions, assignment: [seat({ product: 'Desk' })] }).flatMap((one) => one.assignments),
    ).toEqual([])
  })

  test('a file that names no account is matched by vendor, unless two accounts have the product', () => {
    const other = { vendor: 'example.com', id: 'tenant-2' }
    const imported = seat({ product: 'Desk' }, { account: null })
    const one = of({ subscription: [subscription({ product: 'Desk' })], assignment: [imported] })
    expect(one[0]?.assignments).toEqual([imported])
    const two = of({
      subscription: [subscription({ product: 'Desk' }), subscription({ product: 'Desk' }, { account: other })],
      assignment: [imported],
    })
    expect(two.flatMap(({ assignments }) => assignments)).toEqual([])
  })
})

test('the order in which records come changes nothing', () => {
  const subscriptions = ['A', 'A', 'B', undefined].map((sku, at) =>
    subscription({ sku, product: `P${at % 2}` } as Belief<'subscription'>['values']),
  )
  const seats = ['A', 'B', 'C'].map((sku) => seat({ sku }))
  const shape = (change: Partial<Beliefs>) =>
    of(change)
      .map(({ key, purchases, assignments }) => [
        key,
        purchases.map(({ id }) => id),
        assignments.map(({ id }) => id).sort(),
      ])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
  const expected = shape({ subscription: subscriptions, assignment: seats })
  fc.assert(
    fc.property(
      fc.shuffledSubarray(subscriptions, { minLength: 4 }),
      fc.shuffledSubarray(seats, { minLength: 3 }),
      (some, others) => {
        expect(shape({ subscription: some, assignment: others })).toEqual(expected)
      },
    ),
  )
})
