import { expect, test } from 'vitest'
import { createClient } from '../../extension/inventory/clients.ts'
import { deleteRecord, editField } from '../../extension/inventory/edit.ts'
import { definitionOf } from '../../extension/teach/lesson.ts'
import { connectorsNow, listTaught, saveTaught } from '../../extension/teach/taught.ts'
import { freshDatabase } from '../support/device.ts'

const definition = definitionOf(
  {
    type: 'subscription',
    list: { selector: 'article.tile' },
    name: 'Shelf',
    vendor: 'shelf.example',
    fields: [{ field: 'product', places: [{ selector: 'h3' }], text: 'Planner' }],
    constants: {},
    key: [],
  },
  'https://my.shelf.example/tools',
)
if (!definition) throw new Error('the lesson tells nothing')

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
