import { describe, expect, test } from 'vitest'
import { createClient } from '../../extension/records/clients.ts'
import { deleteRecord, editField } from '../../extension/records/edit.ts'
import { definitionOf, firstLesson, type Lesson } from '../../extension/teach/lesson.ts'
import { changeTaught, connectorsNow, listTaught, saveTaught } from '../../extension/teach/taught.ts'
import { freshDatabase } from '../support/device.ts'

const lesson: Lesson = {
  ...firstLesson('https://my.shelf.example/tools'),
  list: { selector: 'article.tile' },
  fields: [{ field: 'product', places: [{ selector: 'h3' }], text: 'Planner' }],
}
const definition = definitionOf(lesson) ?? fail()
function fail(): never {
  throw new Error('the lesson tells nothing')
}
const opened = async (db: ReturnType<typeof freshDatabase>) => (await listTaught(db))[0] ?? fail()
const wider = definitionOf({
  ...lesson,
  fields: [...lesson.fields, { field: 'seatsPurchased', places: [{ label: ['On the shelf'] }], text: '15' }],
})

const running = async (db: ReturnType<typeof freshDatabase>) =>
  (await connectorsNow(db)).flatMap(({ id, name }) => (id.startsWith('taught-') ? [name] : []))

test('a taught connector runs until it is paused or deleted', async () => {
  const db = freshDatabase()
  await createClient(db, 'One')
  await saveTaught(db, { name: 'Shelf', vendor: 'shelf.example', definition })
  expect(await running(db)).toEqual(['Shelf'])
  const [one] = await listTaught(db)
  if (!one) throw new Error('nothing is listed')
  await editField(db, one.scope, one.id, 'paused', true)
  expect(await running(db)).toEqual([])
  await editField(db, one.scope, one.id, 'paused', false)
  await deleteRecord(db, one.scope, one.id)
  expect(await running(db)).toEqual([])
})

test.each(['', 'microsoft.com', 'elf.example', 'example'])(
  'one that names %j as its vendor is kept and never run',
  async (vendor) => {
    const db = freshDatabase()
    await createClient(db, 'One')
    await saveTaught(db, { name: 'Shelf', vendor: 'shelf.example', definition })
    const [one] = await listTaught(db)
    if (!one) throw new Error('nothing is listed')
    await db.records.update([one.scope, one.id], (record) => {
      const edit = record.edits.vendor
      if (edit) edit.value = vendor
    })
    expect((await listTaught(db)).map(({ name }) => name)).toEqual(['Shelf'])
    expect(await running(db)).toEqual([])
  },
)

test('a definition that this device cannot read is kept, named, and never run', async () => {
  const db = freshDatabase()
  await createClient(db, 'One')
  await saveTaught(db, { name: 'Shelf', vendor: 'shelf.example', definition })
  const [one] = await listTaught(db)
  if (!one) throw new Error('nothing is listed')
  await editField(db, one.scope, one.id, 'definition', '{"version":1,"matches":["https://*/*"],"records":[]}')
  expect(await listTaught(db)).toMatchObject([{ name: 'Shelf', definition: null }])
  expect(await running(db)).toEqual([])
})

describe('changed', () => {
  const begin = async () => {
    const db = freshDatabase()
    await createClient(db, 'One')
    await saveTaught(db, { name: 'Shelf', vendor: 'shelf.example', definition })
    return { db, one: await opened(db) }
  }

  test('it is the same record in its next version, told to colleagues as an edit', async () => {
    const { db, one } = await begin()
    const before = await db.outbox.count()
    const change = { name: 'Tool shelf', vendor: 'shelf.example', definition: wider ?? fail() }
    expect(await changeTaught(db, one, change)).toMatchObject({ ok: true })
    expect(await listTaught(db)).toEqual([{ ...one, name: 'Tool shelf', definition: { ...wider, version: 2 } }])
    const told = (await db.outbox.toArray()).sort((a, b) => a.order - b.order).slice(before)
    expect(told.map(({ rec, body }) => [rec, body.kind, 'field' in body ? body.field : ''])).toEqual([
      [one.id, 'set', 'definition'],
      [one.id, 'set', 'name'],
    ])
    const [runs] = (await connectorsNow(db)).filter(({ id }) => id.startsWith('taught-'))
    expect(runs?.version).toBe(2)
  })

  test('not over what a colleague saved meanwhile, until the person has seen that', async () => {
    const { db, one } = await begin()
    await changeTaught(db, one, { name: 'Shelf', vendor: 'shelf.example', definition: wider ?? fail() })
    const mine = { name: 'Shelf', vendor: 'shelf.example', definition }
    expect(await changeTaught(db, one, mine)).toMatchObject({ ok: false, problem: { code: 'TAUGHT_MEANWHILE' } })
    expect((await opened(db)).definition).toEqual({ ...wider, version: 2 })
    expect(await changeTaught(db, await opened(db), mine)).toMatchObject({ ok: true })
    expect((await opened(db)).definition).toEqual({ ...definition, version: 3 })
  })

  test('a new name is not undone by who had it open under the former one', async () => {
    const { db, one } = await begin()
    await editField(db, one.scope, one.id, 'name', 'Renamed')
    await changeTaught(db, one, { name: 'Shelf', vendor: 'shelf.example', definition: wider ?? fail() })
    expect((await opened(db)).name).toBe('Renamed')
  })

  test('what was deleted meanwhile is not brought back', async () => {
    const { db, one } = await begin()
    await deleteRecord(db, one.scope, one.id)
    expect(await changeTaught(db, one, { ...one, definition })).toMatchObject({ problem: { code: 'NOT_FOUND' } })
    expect(await listTaught(db)).toEqual([])
  })
})
