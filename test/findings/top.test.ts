import { expect, test } from 'vitest'
import { thisDevice } from '../../extension/db/scopes.ts'
import { topFindings } from '../../extension/findings/top.ts'
import { createClient } from '../../extension/records/clients.ts'
import { editField } from '../../extension/records/edit.ts'
import { wholeOf } from '../../extension/records/whole.ts'
import { accept } from '../support/accepted.ts'
import { freshDatabase } from '../support/device.ts'
import { sightingOf } from '../support/sightings.ts'

const today = '2026-11-27'
const monthly = { billingPeriod: { count: 1, unit: 'month' }, unitPrice: { minor: 1_000, currency: 'EUR' } }

test('what the popup tells: how many are open, what they save, the first by day and by money, and whose page helps', async () => {
  const db = freshDatabase()
  const client = await createClient(db, 'Zoo')
  const top = async () => topFindings(await wholeOf(db, client, today), today)
  expect(await top()).toEqual({ count: 0, sums: [], first: [] })

  const desk = await accept(
    db,
    sightingOf({
      product: 'Desk',
      renewsOn: '2026-12-20',
      autoRenews: true,
      seatsPurchased: 5,
      seatsAssigned: 5,
      ...monthly,
    }),
  )
  for (const [name, spare] of [
    ['Few', 1],
    ['Many', 7],
    ['Some', 3],
  ] as const)
    await accept(
      db,
      sightingOf({ product: name, seatsPurchased: 10, seatsAssigned: 10 - spare, ...monthly }, { key: name }),
    )
  const { workspace } = await thisDevice(db)
  await editField(db, workspace, client, 'currency', 'EUR')
  const { count, sums, first } = await top()
  expect([count, sums]).toEqual([4, [{ minor: 132_000, currency: 'EUR' }]])
  expect(first.map(({ kind, product, subscription }) => [kind, product, subscription])).toEqual([
    ['renewal-undecided', 'Desk', desk],
    ['unassigned', 'Many', undefined],
    ['unassigned', 'Some', undefined],
  ])
  expect(
    first.every(({ records }) => records.length === 0),
    'no list of people travels',
  ).toBe(true)
})
