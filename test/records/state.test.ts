import { expect, test } from 'vitest'
import { createClient } from '../../extension/records/clients.ts'
import { stateRecord } from '../../extension/records/edit.ts'
import { fieldOf } from '../../shared/inventory/fold.ts'
import { newId } from '../../shared/model/id.ts'
import { freshDatabase } from '../support/device.ts'

test('what a person states is one record, on its way to the server field by field', async () => {
  const db = freshDatabase()
  const client = await createClient(db, 'Zoo')
  const price = { minor: 25_000, currency: 'USD' }
  const lot = await stateRecord(db, client, 'lot', { subscription: newId(), quantity: 1, packSize: 13, price })
  const record = await db.records.get([client, lot.ok ? lot.value : ''])
  expect(record && [record.type, fieldOf(record, 'price')?.value, fieldOf(record, 'packSize')?.value]).toEqual([
    'lot',
    price,
    13,
  ])
  expect((await db.outbox.where({ scope: client }).toArray()).map(({ body }) => body.kind)).toEqual(
    Array(4).fill('set'),
  )
})

test('it can be said again: a null takes a field back', async () => {
  const db = freshDatabase()
  const client = await createClient(db, 'Zoo')
  const id = newId()
  await stateRecord(db, client, 'decision', { choice: 'cancel', reason: 'no budget' }, id)
  await stateRecord(db, client, 'decision', { choice: 'renew', reason: null }, id)
  const record = await db.records.get([client, id])
  expect(record && [fieldOf(record, 'choice')?.value, fieldOf(record, 'reason')]).toEqual(['renew', undefined])
})

test('a value that the field cannot have: nothing of it is written', async () => {
  const db = freshDatabase()
  const client = await createClient(db, 'Zoo')
  const refused = await stateRecord(db, client, 'lot', { quantity: 5, priceBasis: 'by weight' })
  expect(refused).toMatchObject({ ok: false, problem: { code: 'BAD_VALUE' } })
  expect([await db.records.where({ scope: client }).count(), await db.outbox.where({ scope: client }).count()]).toEqual(
    [0, 0],
  )
})
