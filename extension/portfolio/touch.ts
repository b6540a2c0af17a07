import type { Uuid } from '../../shared/model/id.ts'
import type { Database } from '../db/database.ts'
import { getSetting } from '../settings/store.ts'

/** Reads one record of a scope, and so is told of every one of it that is written; without a scope, of the workspace's. */
export async function touch(db: Database, client?: Uuid): Promise<void> {
  const scope = client ?? (await getSetting(db, 'device'))?.workspace
  if (scope !== undefined) await db.records.where('[scope+id]').between([scope, ''], [scope, '\uffff']).first()
}
