import { describe, expect, test } from 'vitest'
import { emptyRecord } from '../../shared/inventory/fold.ts'
import type { InventoryRecord } from '../../shared/inventory/record.ts'
import { inventoryTree, positionOf, VendorNode, vendorsOf } from '../../shared/inventory/tree.ts'
import { newId } from '../../shared/model/id.ts'
import type { FieldValue } from '../../shared/model/observation.ts'
import type { RecordType } from '../../shared/model/record-type.ts'

const at = '2026-11-20T09:00:00.000Z'

function record(
  vendor: string,
  values: Record<string, FieldValue>,
  type: RecordType = 'subscription',
): InventoryRecord {
  const cells = Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      { value, source: 'json' as const, at, observation: newId() },
    ]),
  )
  return { ...emptyRecord(newId(), type), vendor, seenAt: at, cells }
}

const names = (vendor: string) =>
  vendor.endsWith('northwind.example') ? { domain: 'northwind.example', name: 'Northwind' } : undefined

describe('the tree', () => {
  const rows = [
    record('admin.northwind.example', {
      product: 'Desk',
      plan: 'Pro',
      seatsPurchased: 10,
      seatsAssigned: 12,
      renewsOn: '2027-03-01',
    }),
    record('northwind.example', { product: 'Desk', plan: 'Basic' }),
    record('northwind.example', { product: 'Atlas' }),
    record('constructor', { product: '__proto__' }),
    { ...record('gone.example', { product: 'Gone' }), deleted: 7 },
    record('northwind.example', { email: 'ada@example.com' }, 'assignment'),
  ]
  const decided = { termEndsOn: '2027-02-28', choice: 'cancel', noticeSentOn: '2026-11-20' } as const
  const of = (decisions?: Map<string, typeof decided>) =>
    inventoryTree(rows, { nameVendor: names, today: '2026-11-27', aroundOf: () => ({ decisions }) })
  const tree = of()

  test('puts what one vendor sells under one vendor, by product', () => {
    expect(tree.map(({ vendor }) => vendor)).toEqual(['constructor', 'northwind.example'])
    expect(tree[1]?.products.map(({ name, subscriptions }) => [name, subscriptions.length])).toEqual([
      ['Atlas', 1],
      ['Desk', 2],
    ])
    expect(tree.every((node) => VendorNode.safeParse(node).success)).toBe(true)
  })

  test('says when each renews, or ends where its cancellation was sent', () => {
    const renewals = (nodes: VendorNode[]) =>
      nodes.flatMap(({ products }) =>
        products.flatMap(({ subscriptions }) => subscriptions.flatMap((each) => each.renewal ?? [])),
      )
    expect(renewals(tree)).toEqual([{ on: '2027-03-01', how: 'unknown' }])
    expect(renewals(of(new Map([[decided.termEndsOn, decided]])))).toEqual([{ on: '2027-02-28', how: 'ends' }])
  })

  test('counts every kind of record of a vendor', () => {
    expect(vendorsOf(rows, names)).toContainEqual({
      vendor: 'northwind.example',
      name: 'Northwind',
      records: { subscription: 3, assignment: 1 },
    })
    expect(vendorsOf(rows, names).map(({ vendor }) => vendor)).not.toContain('gone.example')
  })
})

describe('a position', () => {
  test('says what is over-assigned, and nothing that no source showed', () => {
    const position = positionOf(record('v.example', { seatsPurchased: 10, seatsAssigned: 12 }))
    expect(position).toEqual({
      purchased: { count: 10, source: 'json', at },
      assigned: { count: 12, source: 'json', at },
      overAssigned: 2,
    })
  })

  test('of an unlimited plan is never over-assigned', () => {
    expect(
      positionOf(record('v.example', { seatsPurchased: 1, seatsAssigned: 12, unlimited: true })).overAssigned,
    ).toBeUndefined()
  })
})
