import { expect, test } from 'vitest'
import { type LotValues, lotFields, putLot, unitsToday } from '../../../extension/inventory/page/lots.ts'
import { createClient } from '../../../extension/records/clients.ts'
import { wholeOf } from '../../../extension/records/whole.ts'
import { newId } from '../../../shared/model/id.ts'
import { belief } from '../../support/beliefs.ts'
import { freshDatabase } from '../../support/device.ts'

const today = '2026-11-27'
const typed = (values: Partial<LotValues>): LotValues => ({
  ...(Object.fromEntries(lotFields.map((field) => [field, null])) as LotValues), // one entry for each of the fields
  ...values,
})

test('a lot is added, changed and taken back, field by field as it was', async () => {
  const db = freshDatabase()
  const client = await createClient(db, 'Zoo')
  const of = { db, client, subscription: newId() }
  const lots = async () => (await wholeOf(db, client, today)).inventory.beliefs.lot
  const added = await putLot(of, typed({ quantity: 5, purchaseOrder: 'PO-1', price: { minor: 900, currency: 'EUR' } }))
  const [lot] = await lots()
  expect(lot?.values).toEqual({
    subscription: of.subscription,
    quantity: 5,
    purchaseOrder: 'PO-1',
    price: { minor: 900, currency: 'EUR' },
  })
  const changed = await putLot(of, typed({ quantity: 6, note: 'five were six' }), lot)
  expect((await lots()).map(({ values }) => values)).toEqual([
    { subscription: of.subscription, quantity: 6, note: 'five were six' },
  ])
  await changed.undo()
  expect((await lots()).map(({ values }) => values)).toEqual([lot?.values])
  await added.undo()
  expect(await lots()).toEqual([])
})

test('a value that a lot cannot have: nothing of it is written', async () => {
  const db = freshDatabase()
  const client = await createClient(db, 'Zoo')
  const { outcome } = await putLot({ db, client, subscription: newId() }, typed({ quantity: 5, startsOn: 'soon' }))
  expect(outcome).toMatchObject({ ok: false, problem: { code: 'BAD_VALUE' } })
  expect((await wholeOf(db, client, today)).inventory.beliefs.lot).toEqual([])
})

test('units are those of the lots valid today, packs by what is in them; unknown where one does not say', () => {
  const lots = [
    belief('lot', { quantity: 100 }),
    belief('lot', { quantity: 3, packSize: 10, startsOn: today, endsOn: today }),
    belief('lot', { quantity: 7, endsOn: '2026-11-26' }),
    belief('lot', { quantity: 9, startsOn: '2026-11-28' }),
  ]
  expect(unitsToday(lots, today)).toBe(130)
  expect(unitsToday([...lots, belief('lot', { endsOn: '2026-01-01' })], today)).toBe(130)
  expect(unitsToday([...lots, belief('lot', {})], today)).toBeUndefined()
})
