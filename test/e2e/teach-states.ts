import type { Database } from '../../extension/db/database.ts'
import { definitionOf, firstLesson } from '../../extension/teach/lesson.ts'
import { listTaught, saveTaught } from '../../extension/teach/taught.ts'
import type { ScreenState } from './screen-states.ts'
import { clients, connected, draftOf, sessionOf } from './seed.ts'

const host = 'portal.lumenboard.example'
const at = { url: `https://${host}/plan`, allowed: true }

const taught = async (db: Database) => {
  await clients(db)
  await connected(db, 0)
  const field = (name: string, label: string) => ({ field: name, places: [{ label: [label] }], text: '' })
  const lesson = {
    ...firstLesson(at.url),
    name: 'Lumenboard plans',
    fields: [field('product', 'Board'), field('seatsPurchased', 'Bought')],
  }
  const definition = definitionOf(lesson)
  if (definition) await saveTaught(db, { ...lesson, definition })
  const [one] = await listTaught(db)
  const visit = sessionOf(host, { found: 1 })
  const fields = { product: 'Lumenboard Business', seatsPurchased: 24 }
  const seen = { host, vendor: 'lumenboard.example', account: null, fields, source: 'page' as const }
  const draft = await draftOf(visit.id, seen)
  draft.sighting.capture.connector.id = `taught-${one?.id}`
  await db.sessions.put(visit)
  await db.drafts.put(draft)
}

/** Where a person sees that a reading comes from what their workspace taught. */
export const teachStates: ScreenState[] = [
  { name: 'popup-taught', screen: 'popup', at, fill: taught, shows: 'taught' },
  {
    name: 'review-taught',
    screen: 'review',
    fill: taught,
    act: (page) => page.getByRole('button', { name: /source of Product/ }).focus(),
    shows: 'Read by “Lumenboard plans”, which your workspace taught',
  },
  {
    name: 'popup-vendors-taught',
    screen: 'popup',
    fill: async (db) => {
      await taught(db)
      await db.sessions.clear()
      await db.drafts.clear()
    },
    act: async (page) => {
      await page.getByRole('button', { name: 'Vendors to allow' }).click()
      await page.getByText('Lumenboard plans').scrollIntoViewIfNeeded()
    },
    shows: 'Lumenboard plans',
  },
]
