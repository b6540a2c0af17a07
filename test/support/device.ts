import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { onTestFinished } from 'vitest'
import { Database } from '../../extension/db/database.ts'

let count = 0

/** A device's database of its own, deleted when the test ends. */
export function freshDatabase(): Database {
  const db = new Database(`test-${process.pid}-${++count}`)
  onTestFinished(async () => {
    db.close({ disableAutoOpen: true })
    await Dexie.delete(db.name)
  })
  return db
}
