import { expect, onTestFinished, test } from 'vitest'
import type { Database } from '../../extension/db/database.ts'
import { dryRun, importable } from '../../extension/import/dry-run.ts'
import { takeBack } from '../../extension/import/take-back.ts'
import { writeRows } from '../../extension/import/write.ts'
import { createClient, setActiveClient } from '../../extension/records/clients.ts'
import { editField } from '../../extension/records/edit.ts'
import { subscriptionsOf } from '../../extension/records/queries.ts'
import { newId, type Uuid } from '../../shared/model/id.ts'
import { freshDatabase } from '../support/device.ts'
import { importFile, rowsOf } from '../support/imported.ts'
import { pairedDevice } from '../support/paired.ts'
import { startServer } from '../support/server.ts'

const alpha = 'Alpha Suite,50,2027-12-31\n'
const beta = 'Beta Tool,5,2027-06-30\n'
const file = (...rows: string[]) => `Product,Total licenses,Expiration date\n${rows.join('')}`
const later = '2027-02-06T10:00:00.000Z'
const nobody = () => undefined

/** One file that stays open: however often it is imported, it is the same capture. */
function opened(db: Database, client: Uuid, text: string, at = '2026-01-05T10:00:00.000Z') {
  const act = { id: newId(), name: 'file.csv', at }
  const running = { signal: new AbortController().signal, onProgress: nobody }
  return {
    write: async () =>
      writeRows(db, client, importable((await dryRun(db, client, await rowsOf(text), act, running)) ?? []), running),
    undo: (added: Uuid[]) => takeBack(db, { added, client, capture: act.id }, nobody),
  }
}
const namesIn = async (db: Database, client: Uuid) =>
  (await subscriptionsOf(db, client)).shown.map(({ fields }) => fields.product?.value)

test('what was added is deleted, what was there stays, and the same file adds it again', async () => {
  const db = freshDatabase()
  const client = await createClient(db, 'Contoso')
  await importFile(db, client, file(alpha))
  const { write, undo } = opened(db, client, file('Alpha Suite,60,2027-12-31\n', beta), later)
  const { added, changed } = await write()
  expect([added.length, changed]).toEqual([1, 1])
  expect(await undo(added)).toEqual({ deleted: 1, stayed: 0, problem: null })
  expect(await namesIn(db, client)).toEqual(['Alpha Suite'])
  expect((await write()).added).toEqual(added)
  expect(await namesIn(db, client)).toEqual(['Alpha Suite', 'Beta Tool'])
})

test('C1: imported again after all of it was synced, it is here and with a colleague', async () => {
  const server = await startServer()
  onTestFinished(() => server.close())
  const one = await pairedDevice(server, server.a)
  const client = await createClient(one.db, 'Contoso')
  const { write, undo } = opened(one.db, client, file(alpha))
  const { added } = await write()
  await one.sync()
  await undo(added)
  await one.sync()
  await write()
  await one.sync()
  expect(await namesIn(one.db, client)).toEqual(['Alpha Suite'])
  const two = await pairedDevice(server, server.a)
  await two.sync()
  expect(await namesIn(two.db, client)).toEqual(['Alpha Suite'])
})

test('what a person, or another source, spoke of since stays', async () => {
  const db = freshDatabase()
  const client = await createClient(db, 'Contoso')
  const gamma = 'Gamma Desk,7,2027-06-30\n'
  const { write, undo } = opened(db, client, file(alpha, beta, gamma))
  const { added } = await write()
  await editField(db, client, added[0] ?? '', 'seatsPurchased', 77)
  await importFile(db, client, file('Beta Tool,6,2027-06-30\n'))
  expect(await undo(added)).toEqual({ deleted: 1, stayed: 2, problem: null })
  expect(await namesIn(db, client)).toEqual(['Alpha Suite', 'Beta Tool'])
})

test('under another client nothing is deleted, and nothing is said to be', async () => {
  const db = freshDatabase()
  const client = await createClient(db, 'Contoso')
  const { write, undo } = opened(db, client, file(alpha))
  const { added } = await write()
  await createClient(db, 'Northwind')
  expect(await undo(added)).toMatchObject({ deleted: 0, problem: { code: 'IMPORT_CLIENT_SWITCHED' } })
  await setActiveClient(db, client)
  expect(await namesIn(db, client)).toEqual(['Alpha Suite'])
})
