import { expect, test } from 'vitest'
import { Database } from '../../extension/db/database.ts'
import { thisDevice } from '../../extension/db/scopes.ts'
import { listClients } from '../../extension/records/clients.ts'
import { editField } from '../../extension/records/edit.ts'
import { findIn } from '../../extension/search/find.ts'
import { loadNames, type Names } from '../../extension/search/load.ts'
import { shownThings } from '../../extension/search/shown.ts'
import type { PeopleMode } from '../../shared/model/client.ts'
import { newId } from '../../shared/model/id.ts'
import { twoClients } from '../e2e/search-states.ts'

async function seeded() {
  const db = new Database(newId())
  await twoClients(db)
  const clients = await listClients(db)
  const contoso = clients.find(({ name }) => name.startsWith('Contoso'))?.id ?? ''
  return { db, clients, contoso }
}
type Seeded = Awaited<ReturnType<typeof seeded>>

const setMode = async ({ db, contoso }: Seeded, mode: PeopleMode) =>
  editField(db, (await thisDevice(db)).workspace, contoso, 'peopleMode', mode)

async function read({ db, clients }: Seeded): Promise<Names> {
  const names: Names = new Map()
  await loadNames(
    db,
    clients.map(({ id }) => id),
    names,
    new AbortController().signal,
  )
  return names
}

async function shown({ db, clients }: Seeded, names: Names, typed: string) {
  const found = findIn(names.values(), typed, 24, ({ name }) => name)
  return shownThings(
    db,
    found.map(({ of }) => of),
    clients,
  )
}

test('somebody with several seats is found once, by name and by address', async () => {
  const seed = await seeded()
  const names = await read(seed)
  expect((await shown(seed, names, 'jonas lindqvist')).map(({ title }) => title)).toEqual(['Jonas Lindqvist'])
  expect((await shown(seed, names, 'jonas.lindqvist@contoso'))[0]?.title).toBe('Jonas Lindqvist')
})

test('a vendor is found once for each client, by the name that its record says', async () => {
  const seed = await seeded()
  const vendors = (await shown(seed, await read(seed), 'microsoft')).filter(({ type }) => type === 'vendor')
  expect(vendors.map(({ title }) => title)).toEqual(['Microsoft', 'Microsoft'])
  expect(new Set(vendors.map(({ client }) => client.id)).size).toBe(2)
})

test.each(['pseudonymous', 'counts-only'] as const)('%s: no name of a person finds anything', async (mode) => {
  const seed = await seeded()
  const before = await read(seed)
  expect((await shown(seed, before, 'amara')).length).toBeGreaterThan(0)
  await setMode(seed, mode)
  expect(await shown(seed, before, 'amara'), 'what was read before is shown no more').toEqual([])
  const found = findIn((await read(seed)).values(), 'amara', 24, ({ name }) => name)
  expect(found, 'nor is it read').toEqual([])
})

test('one client’s names are apart from another’s', async () => {
  const seed = await seeded()
  const names = await read(seed)
  const own = names.get(seed.contoso)
  expect(own && findIn([own], 'figma', 9, ({ name }) => name)).toEqual([])
  expect((await shown(seed, names, 'figma organization'))[0]?.client.id).not.toBe(seed.contoso)
})
