import { expect, test, vi } from 'vitest'
import { thisDevice } from '../../extension/db/scopes.ts'
import { deriveEntries, keepEntries } from '../../extension/inventory/derive-entries.ts'
import { keptEntriesReader, unpacked } from '../../extension/inventory/kept-entries.ts'
import { createClient } from '../../extension/records/clients.ts'
import { deleteRecord, editField } from '../../extension/records/edit.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { accept } from '../support/accepted.ts'
import { freshDatabase } from '../support/device.ts'
import { sightingOf } from '../support/sightings.ts'

const [today, build] = ['2026-11-28', '1.0.0']

async function withClient(...products: string[]) {
  const db = freshDatabase()
  const client = await createClient(db, 'Zoo')
  const ids: Uuid[] = []
  for (const product of products)
    ids.push(await accept(db, sightingOf({ product, owner: 'Wen Zhao' }, { key: product })))
  return { db, client, ids, wish: { client, today, build }, read: keptEntriesReader(db, { client, today, build }) }
}
const namesIn = async (read: ReturnType<typeof keptEntriesReader>) => {
  const { kept, isFresh } = await read()
  return { names: kept?.entries.map(({ product }) => product.name), isFresh }
}

test('nothing is kept at first; then what was worked out, until something is written', async () => {
  const { db, client, read, wish } = await withClient('Desk')
  expect(await namesIn(read)).toEqual({ names: undefined, isFresh: false })
  expect(await keepEntries(db, wish)).toEqual({ kept: true })
  expect(await namesIn(read)).toEqual({ names: ['Desk'], isFresh: true })
  const { kept } = await read()
  await accept(db, sightingOf({ product: 'Chat' }, { key: 'Chat' }))
  expect(await namesIn(read)).toEqual({ names: ['Desk'], isFresh: false })
  expect((await read()).kept, 'the same object, so that nothing is sorted anew').toBe(kept)
  await keepEntries(db, wish)
  expect((await namesIn(read)).names?.sort()).toEqual(['Chat', 'Desk'])
  expect(await namesIn(keptEntriesReader(db, { client, today: '2026-11-29', build }))).toMatchObject({ isFresh: false })
  expect(await namesIn(keptEntriesReader(db, { client, today, build: '1.0.1' }))).toEqual({ isFresh: false })
})

test('a client without a subscription has an empty list, which holds as any other', async () => {
  const { db, read, wish } = await withClient()
  expect(await keepEntries(db, wish)).toEqual({ kept: true })
  expect(await namesIn(read)).toEqual({ names: [], isFresh: true })
})

test('the last one that is deleted leaves the list', async () => {
  const { db, client, ids, read, wish } = await withClient('Desk')
  await keepEntries(db, wish)
  for (const id of ids) await deleteRecord(db, client, id)
  await keepEntries(db, wish)
  expect(await namesIn(read)).toEqual({ names: [], isFresh: true })
})

test('where people are not shown any more, what was kept while they were is not shown either', async () => {
  const { db, client, read, wish } = await withClient('Desk')
  await keepEntries(db, wish)
  expect((await read()).kept?.entries.map(({ owner }) => owner)).toEqual(['Wen Zhao'])
  const { workspace } = await thisDevice(db)
  await editField(db, workspace, client, 'peopleMode', 'counts-only')
  expect((await read()).kept).toBeUndefined()
  await keepEntries(db, wish)
  expect((await read()).kept?.entries.map(({ owner }) => owner)).toEqual([undefined])
})

test('on a full disk the list is worked out all the same, and nothing is said to be kept', async () => {
  const { db, wish } = await withClient('Desk')
  const full = vi.spyOn(db.derived, 'put').mockRejectedValue(new DOMException('full', 'QuotaExceededError'))
  expect(unpacked(await deriveEntries(db, wish)).entries.map(({ product }) => product.name)).toEqual(['Desk'])
  expect(await keepEntries(db, wish)).toEqual({ kept: false })
  full.mockRestore()
})
