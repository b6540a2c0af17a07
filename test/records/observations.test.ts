import { expect, test } from 'vitest'
import { createClient } from '../../extension/records/clients.ts'
import { stateRecord } from '../../extension/records/edit.ts'
import { whenSeen } from '../../extension/records/observations.ts'
import { accept, show } from '../support/accepted.ts'
import { freshDatabase } from '../support/device.ts'
import { sightingOf } from '../support/sightings.ts'

const [first, second, third] = ['2026-01-05T10:00:00.000Z', '2026-03-05T10:00:00.000Z', '2026-06-05T10:00:00.000Z']

test('a record is first seen at its earliest capture and last at its latest look, also one that changed nothing', async () => {
  const db = freshDatabase()
  const client = await createClient(db, 'Zoo')
  const id = await accept(db, sightingOf({ product: 'Chat', seatsPurchased: 10 }, { at: first }))
  await accept(db, sightingOf({ product: 'Chat', seatsPurchased: 8 }, { at: second }))
  expect((await whenSeen(db, client, [id])).get(id)).toEqual({ first, last: second })
  await show(db, [sightingOf({ product: 'Chat', seatsPurchased: 8 }, { at: third })])
  expect((await whenSeen(db, client, [id])).get(id)).toEqual({ first, last: third })
})

test('what people wrote was never seen', async () => {
  const db = freshDatabase()
  const client = await createClient(db, 'Zoo')
  const lot = await stateRecord(db, client, 'lot', { quantity: 5 })
  expect(await whenSeen(db, client, lot.ok ? [lot.value] : [])).toEqual(new Map())
})
