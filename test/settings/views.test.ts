import { expect, test } from 'vitest'
import { removeView, saveView, viewsOf } from '../../extension/settings/views.ts'
import { freshDatabase } from '../support/device.ts'

const view = { columns: ['name', 'price'], order: { by: 'price', down: true }, group: null, filters: ['soon'] }

test('a view is kept under its name, one of the same name gives way, and a removed one can be put back', async () => {
  const db = freshDatabase()
  expect(await saveView(db, 'inventory', { name: 'Soon', view })).toBeUndefined()
  await saveView(db, 'inventory', { name: 'By cost', view: { ...view, filters: [] } })
  await saveView(db, 'people', { name: 'Soon', view })
  expect((await viewsOf(db, 'inventory')).map(({ name }) => name)).toEqual(['By cost', 'Soon'])

  const former = await saveView(db, 'inventory', { name: 'Soon', view: { ...view, group: 'vendor' } })
  expect(former).toEqual({ name: 'Soon', view })
  expect((await viewsOf(db, 'inventory')).find(({ name }) => name === 'Soon')?.view.group).toBe('vendor')

  const removed = await removeView(db, 'inventory', 'Soon')
  expect((await viewsOf(db, 'inventory')).map(({ name }) => name)).toEqual(['By cost'])
  expect((await viewsOf(db, 'people')).map(({ name }) => name)).toEqual(['Soon'])
  if (removed) await saveView(db, 'inventory', removed)
  expect((await viewsOf(db, 'inventory')).length).toBe(2)
})
