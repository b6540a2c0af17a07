import type { Database } from '../db/database.ts'
import { getSetting, putSetting } from './store.ts'

/** The connectors of ours that are paused on this device, by their ids. */
export const pausedConnectors = async (db: Database): Promise<Set<string>> =>
  new Set((await getSetting(db, 'paused'))?.connectors)

export const pauseConnector = (db: Database, id: string, isPaused: boolean): Promise<void> =>
  db.transaction('rw', db.settings, async () => {
    const paused = await pausedConnectors(db)
    if (isPaused) paused.add(id)
    else paused.delete(id)
    await putSetting(db, { key: 'paused', connectors: [...paused].sort() })
  })
