import type { Database } from '../db/database.ts'
import type { SavedView } from './list-view.ts'
import { getSetting, putSetting } from './store.ts'

/** The views of one list, by name. */
export const viewsOf = async (db: Database, list: string): Promise<SavedView[]> =>
  (await getSetting(db, 'views'))?.lists[list] ?? []

/** Keeps a view; one of the same name gives way, and is returned. */
export const saveView = (db: Database, list: string, saved: SavedView): Promise<SavedView | undefined> =>
  change(db, list, (views) => [...views.filter(({ name }) => name !== saved.name), saved], saved.name)

export const removeView = (db: Database, list: string, name: string): Promise<SavedView | undefined> =>
  change(db, list, (views) => views.filter((view) => view.name !== name), name)

function change(
  db: Database,
  list: string,
  next: (views: SavedView[]) => SavedView[],
  name: string,
): Promise<SavedView | undefined> {
  return db.transaction('rw', db.settings, async () => {
    const lists = (await getSetting(db, 'views'))?.lists ?? {}
    const views = lists[list] ?? []
    const changed = next(views).sort((a, b) => a.name.localeCompare(b.name))
    await putSetting(db, { key: 'views', lists: { ...lists, [list]: changed } })
    return views.find((view) => view.name === name)
  })
}
