import { expect, test } from 'vitest'
import type { Database } from '../../extension/db/database.ts'
import { forget, give, join, say, separate } from '../../extension/people/state.ts'
import { createClient } from '../../extension/records/clients.ts'
import { stateRecord } from '../../extension/records/edit.ts'
import { wholeOf } from '../../extension/records/whole.ts'
import type { PersonView } from '../../shared/inventory/people/persons.ts'
import { newId, type Uuid } from '../../shared/model/id.ts'
import type { Fields } from '../../shared/model/observation.ts'
import { accept } from '../support/accepted.ts'
import { freshDatabase } from '../support/device.ts'
import { sightingOf } from '../support/sightings.ts'

const today = '2026-11-27'
const at = { ada: 'ada@contoso.example', other: 'ada@contoso-labs.example' }

async function client(...seats: Fields[]) {
  const db = freshDatabase()
  const id = await createClient(db, 'Contoso')
  for (const fields of seats)
    await accept(db, { ...sightingOf(fields, { key: String(fields.email ?? fields.accountId) }), type: 'assignment' })
  return { db, id }
}
const persons = async (db: Database, id: Uuid) => (await wholeOf(db, id, today)).inventory.persons
const by = async (db: Database, id: Uuid, email: string): Promise<PersonView> => {
  const view = (await persons(db, id)).byEmail(email)
  if (!view) throw new Error(email)
  return view
}
/** Every person with how many accounts, by address. */
const shape = async (db: Database, id: Uuid) =>
  [...(await persons(db, id)).views.values()]
    .map(({ emails, accounts }) => [[...emails].sort().join(' '), accounts.length])
    .sort()

const two = () => client({ email: at.ada, person: 'Ada', product: 'Desk' }, { email: at.other, product: 'Desk' })
const apart = [
  [at.other, 1],
  [at.ada, 1],
]
const together = [[`${at.other} ${at.ada}`, 2]]

test('what is said of somebody is one record with their addresses; said again it is the same, and each goes back', async () => {
  const { db, id } = await two()
  const first = await say(db, id, await by(db, id, at.ada), { kind: 'employee', endsOn: '2026-12-31', manager: null })
  expect(first.outcome.ok).toBe(true)
  const stated = (await by(db, id, at.ada)).stated
  expect(stated?.values).toEqual({ emails: [at.ada], kind: 'employee', endsOn: '2026-12-31' })
  const second = await say(db, id, await by(db, id, at.ada), { endsOn: '2026-06-30', department: 'Sales', kind: null })
  const after = await by(db, id, at.ada)
  expect([after.stated?.id, after.left?.on]).toEqual([stated?.id, '2026-06-30'])
  await second.undo()
  expect((await by(db, id, at.ada)).stated?.values).toEqual(stated?.values)
  await first.undo()
  expect((await by(db, id, at.ada)).stated).toBeUndefined()
})

test('a person without any account can be said, and a value that is none says why', async () => {
  const { db, id } = await client()
  await say(db, id, undefined, { name: 'New joiner', startsOn: '2027-01-04' })
  expect([...(await persons(db, id)).views.values()].map(({ name }) => name)).toEqual(['New joiner'])
  const refused = await say(db, id, undefined, { name: 'x'.repeat(501) })
  expect(refused.outcome).toMatchObject({ ok: false, problem: { code: 'BAD_VALUE' } })
})

test('two are one person, and two again', async () => {
  const { db, id } = await two()
  expect(await shape(db, id)).toEqual(apart)
  const done = await join(db, id, await by(db, id, at.ada), await by(db, id, at.other))
  expect(await shape(db, id)).toEqual(together)
  await done.undo()
  expect(await shape(db, id)).toEqual(apart)
  await join(db, id, await by(db, id, at.ada), await by(db, id, at.other))
  const split = await separate(db, id, await by(db, id, at.ada), at.other)
  expect(await shape(db, id)).toEqual(apart)
  await split.undo()
  expect(await shape(db, id)).toEqual(together)
})

test('two records become one: what the one does not say is kept from the other; undone, both are as they were', async () => {
  const { db, id } = await two()
  await stateRecord(db, id, 'person', { name: 'Ada Lovelace', emails: [at.ada], kind: 'employee' }, newId())
  await stateRecord(db, id, 'person', { name: 'A. L.', emails: [at.other], department: 'Research' }, newId())
  const done = await join(db, id, await by(db, id, at.ada), await by(db, id, at.other))
  const { stated } = await by(db, id, at.other)
  expect(stated?.values).toEqual({
    name: 'Ada Lovelace',
    emails: [at.ada, at.other],
    kind: 'employee',
    department: 'Research',
  })
  expect(await shape(db, id)).toEqual(together)
  await done.undo()
  expect(await shape(db, id)).toEqual(apart)
  expect((await by(db, id, at.ada)).stated?.values).not.toHaveProperty('department')
  expect((await by(db, id, at.other)).stated?.values.name).toBe('A. L.')
})

test('the record that there is takes the other’s addresses, whichever of the two was looked at', async () => {
  const { db, id } = await two()
  await stateRecord(db, id, 'person', { name: 'Ada Lovelace', emails: [at.other] }, newId())
  await join(db, id, await by(db, id, at.ada), await by(db, id, at.other))
  expect(await shape(db, id)).toEqual(together)
  expect((await by(db, id, at.ada)).name).toBe('Ada Lovelace')
})

test('what people said is taken away, the accounts stay', async () => {
  const { db, id } = await two()
  await say(db, id, await by(db, id, at.ada), { name: 'Ada Lovelace' })
  const done = await forget(db, id, (await by(db, id, at.ada)).stated?.id ?? '')
  expect([(await by(db, id, at.ada)).name, await shape(db, id)]).toEqual(['Ada', apart])
  await done.undo()
  expect((await by(db, id, at.ada)).name).toBe('Ada Lovelace')
})

test('an account without an address is given to somebody by a person’s word, which can be taken back', async () => {
  const { db, id } = await client(
    { email: at.ada, product: 'Desk' },
    { accountId: '7', person: 'Ada', product: 'Board' },
  )
  const nobodys = [...(await persons(db, id)).views.values()].find(({ emails }) => emails.length === 0)
  if (!nobodys) throw new Error('everybody has an address')
  const done = await give(db, id, nobodys, await by(db, id, at.ada))
  expect(await shape(db, id)).toEqual([[at.ada, 2]])
  await done.undo()
  expect((await by(db, id, at.ada)).accounts).toHaveLength(1)
})

test('nobody is made one by a name', async () => {
  const { db, id } = await client(
    { email: at.ada, person: 'Ada Lovelace', product: 'Desk' },
    { email: at.other, person: 'Ada Lovelace', product: 'Desk' },
  )
  expect(await shape(db, id)).toEqual(apart)
})
