import { Dexie } from 'dexie'
import { IDBKeyRange, indexedDB } from 'fake-indexeddb'
import { onTestFinished } from 'vitest'
import { Database } from '../../extension/db/database.ts'

// Dexie looks for the browser's when it is loaded, and imports are sorted: so it is told.
Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange })

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
