import { expect, test } from 'vitest'
import { beliefsOf } from '../../../shared/inventory/belief.ts'
import { fieldsOf } from '../../../shared/inventory/fields-of.ts'
import { emptyRecord, fieldOf } from '../../../shared/inventory/fold.ts'
import type { InventoryRecord } from '../../../shared/inventory/record.ts'
import { newId } from '../../../shared/model/id.ts'

const record = (change: Partial<InventoryRecord>): InventoryRecord => ({
  ...emptyRecord(newId(), 'subscription'),
  ...change,
})
const cell = (value: string | number) => ({
  value,
  source: 'json' as const,
  at: '2026-11-01T00:00:00Z',
  observation: newId(),
})
const edit = (value: string | number | null) => ({ value, seq: 1, by: newId(), at: '2026-11-02T00:00:00Z' })

test('a person’s value stands before a captured one; one that was taken back does not', () => {
  const one = record({
    cells: { product: cell('Desk'), seatsPurchased: cell(5), plan: cell('Pro') },
    edits: { seatsPurchased: edit(7), plan: edit(null), owner: edit('ada@example.com') },
  })
  const [belief] = beliefsOf([one]).subscription
  expect(belief?.values).toEqual({ product: 'Desk', seatsPurchased: 7, plan: 'Pro', owner: 'ada@example.com' })
  expect(belief?.from('seatsPurchased')).toMatchObject({ by: 'person', value: 7 })
  expect(Object.keys(belief?.values ?? {}).sort()).toEqual(
    fieldsOf(one)
      .map(({ field }) => field)
      .sort(),
  )
  for (const { field, value } of fieldsOf(one)) expect(value).toEqual(fieldOf(one, field)?.value)
})

test('what is deleted, or is the workspace’s, is nobody’s inventory', () => {
  const beliefs = beliefsOf([record({ deleted: 4 }), record({ type: 'client' }), record({ type: 'lot' })])
  expect(Object.entries(beliefs).flatMap(([type, { length }]) => (length > 0 ? [[type, length]] : []))).toEqual([
    ['lot', 1],
  ])
})
