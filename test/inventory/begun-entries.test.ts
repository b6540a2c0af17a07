import { expect, test } from 'vitest'
import { beginReading, takeBegun } from '../../extension/inventory/begun-entries.ts'
import { keepEntries } from '../../extension/inventory/derive-entries.ts'
import { createClient } from '../../extension/records/clients.ts'
import { accept } from '../support/accepted.ts'
import { freshDatabase } from '../support/device.ts'
import { sightingOf } from '../support/sightings.ts'

test('what was read ahead is taken once, by the list that it is of; what comes after the screen is kept for nobody', async () => {
  const db = freshDatabase()
  const wish = { client: await createClient(db, 'Zoo'), today: '2026-11-28', build: '1.0.0' }
  await accept(db, sightingOf({ product: 'Desk' }, { key: 'Desk' }))
  await keepEntries(db, wish)
  await beginReading(db, wish)
  expect(takeBegun(wish)?.now.kept?.entries.map(({ product }) => product.name)).toEqual(['Desk'])
  expect(takeBegun(wish)).toBeUndefined()
  await beginReading(db, wish)
  expect(takeBegun(wish), 'it came too late, and would be old when the list is opened next').toBeUndefined()
})
