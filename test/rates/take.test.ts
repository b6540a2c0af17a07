import { expect, test } from 'vitest'
import { knownRates, takeEcb, takeTyped } from '../../extension/rates/take.ts'
import { createClient } from '../../extension/records/clients.ts'
import { deleteRecord } from '../../extension/records/edit.ts'
import { wholeOf } from '../../extension/records/whole.ts'
import { freshDatabase } from '../support/device.ts'

const today = '2026-11-27'
const file = 'Date,USD,JPY,\n2026-11-27,1.0827,163.20,\n2026-11-26,1.0801,162.95,\n1999-01-04,1.1789,133.73,\n'

test('a file gives its recent days to the workspace; the same file again changes nothing', async () => {
  const db = freshDatabase()
  const client = await createClient(db, 'Contoso')
  expect(await takeEcb(db, file, today)).toEqual({ ok: true, value: { days: 2, known: 0, older: 1, latest: today } })
  const ops = await db.outbox.count()
  expect(await takeEcb(db, file, today)).toEqual({ ok: true, value: { days: 0, known: 2, older: 1, latest: today } })
  expect(await db.outbox.count()).toBe(ops)
  const { rates } = await wholeOf(db, client, today)
  expect(rates.convert({ minor: 10_827, currency: 'USD' }, 'EUR', today)).toMatchObject({ ok: true, minor: 10_000n })
})

test('a damaged file is refused whole, and nothing is written', async () => {
  const db = freshDatabase()
  const broken = file.replace('1.0801', 'n/a?')
  expect(await takeEcb(db, broken, today)).toMatchObject({ ok: false, problem: { code: 'RATES_DAMAGED' } })
  expect((await knownRates(db)).rates).toEqual([])
})

test('a typed rate stands beside the published one of that day; both can be taken away', async () => {
  const db = freshDatabase()
  await takeEcb(db, file, today)
  await takeTyped(db, { on: today, base: 'EUR', rates: { USD: '1.10' }, source: 'Our bank', kind: 'spot' })
  await takeTyped(db, { on: today, base: 'EUR', rates: { CHF: '0.95' }, source: 'Our bank', kind: 'spot' })
  const { workspace, rates } = await knownRates(db)
  expect(rates.find(({ source }) => source === 'Our bank')?.rates).toEqual({ USD: '1.10', CHF: '0.95' })
  expect(rates.map(({ on, source }) => `${on} ${source}`).sort()).toEqual([
    '2026-11-26 ECB',
    '2026-11-27 ECB',
    '2026-11-27 Our bank',
  ])
  const client = await createClient(db, 'Contoso')
  const whole = await wholeOf(db, client, today)
  const dollars = whole.rates.convert({ minor: 11_000, currency: 'USD' }, 'EUR', today)
  expect(dollars, 'what a person said stands before what was published').toMatchObject({ ok: true, minor: 10_000n })
  for (const { id } of rates) await deleteRecord(db, workspace, id)
  expect((await knownRates(db)).rates).toEqual([])
  // Removed, and then chosen once more: it is there again.
  expect(await takeEcb(db, file, today)).toMatchObject({ ok: true, value: { days: 2 } })
  expect((await knownRates(db)).rates).toHaveLength(2)
})
