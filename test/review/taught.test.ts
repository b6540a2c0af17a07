import { expect, test } from 'vitest'
import { createClient } from '../../extension/records/clients.ts'
import { deleteRecord } from '../../extension/records/edit.ts'
import { viewDrafts } from '../../extension/review/drafts.ts'
import { newVisit } from '../../extension/review/new-visit.ts'
import { receiveReading } from '../../extension/review/receive.ts'
import { definitionOf, firstLesson } from '../../extension/teach/lesson.ts'
import { listTaught, saveTaught } from '../../extension/teach/taught.ts'
import { newId } from '../../shared/model/id.ts'
import { freshDatabase } from '../support/device.ts'
import { readingOf, sightingOf } from '../support/sightings.ts'

const url = 'https://my.shelf.example/tools'
const lesson = { ...firstLesson(url), fields: [{ field: 'product', places: [{ selector: 'h3' }], text: '' }] }

/** The name that is said of a draft which this connector read. */
async function said(connector: (db: ReturnType<typeof freshDatabase>) => Promise<string>) {
  const db = freshDatabase()
  const client = await createClient(db, 'One')
  const definition = definitionOf(lesson)
  if (definition) await saveTaught(db, { name: 'Tool shelf', vendor: 'shelf.example', definition })
  const sighting = sightingOf({ key: 'Planner' })
  sighting.capture.connector.id = await connector(db)
  const visit = newVisit({ id: newId(), tab: 1, url, title: '', openedAt: sighting.capture.at })
  await receiveReading(db, visit, readingOf([sighting]))
  return (await viewDrafts(db, await db.drafts.toArray(), client)).map(({ taught }) => taught)
}
const idOf = async (db: ReturnType<typeof freshDatabase>) => `taught-${(await listTaught(db))[0]?.id}`

test('a draft says which taught connector read it, also after that was deleted', async () => {
  expect(await said(idOf)).toEqual(['Tool shelf'])
  const deleted = await said(async (db) => {
    const id = await idOf(db)
    for (const one of await listTaught(db)) await deleteRecord(db, one.scope, one.id)
    return id
  })
  expect(deleted).toEqual(['Tool shelf'])
})

test('one that this device does not know is said to be taught all the same; a built-in one is not', async () => {
  expect(await said(async () => `taught-${newId()}`)).toEqual([''])
  expect(await said(async () => 'slack')).toEqual([undefined])
})
