import type { ProblemCode } from '../../shared/problem.ts'
import { Database } from './database.ts'
import { NewerDatabase } from './storage-problem.ts'

// zod would try to make code from text, which an extension's policy refuses and reports. Said where every copy of zod
// looks for it, so that the popup, which paints without zod, does not load it for this.
const zod = globalThis as { __zod_globalConfig?: { jitless?: boolean } }
zod.__zod_globalConfig = { ...zod.__zod_globalConfig, jitless: true }

type Listener = (code: ProblemCode) => void

/**
 * C10: Dexie would let an older build write a newer database, silently. It is refused when it opens; when a newer build
 * wants to upgrade, this context closes and stays closed; and where another window holds an upgrade up, that is told.
 */
export function guard(db: Database, tell: Listener): Database {
  const ours = db.verno
  db.on('ready', () => {
    // Dexie multiplies its versions by ten, and counts up below that where it repairs a schema.
    const onDisk = Math.floor(db.backendDB().version / 10)
    if (onDisk <= ours) return
    tell('NEWER_DATABASE')
    db.close({ disableAutoOpen: true })
    throw new NewerDatabase(`written by version ${onDisk}, this is ${ours}`)
  })
  db.on('versionchange', () => {
    db.close({ disableAutoOpen: true })
    tell('NEWER_DATABASE')
    // Stops Dexie's own answer, which closes too but opens again at the next use.
    return false
  })
  db.on('blocked', () => tell('DATABASE_BLOCKED'))
  return db
}

const listeners = new Set<Listener>()
let told: ProblemCode | undefined

/** Tells of what keeps the database from being used, also of what was told before. */
export function onDatabaseProblem(listener: Listener): () => void {
  listeners.add(listener)
  if (told) listener(told)
  return () => listeners.delete(listener)
}

/** The one database of this context. It opens at its first use. */
export const database: Database = guard(new Database(), (code) => {
  told = code
  for (const listener of listeners) listener(code)
})
