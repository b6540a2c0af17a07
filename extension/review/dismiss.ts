import type { Uuid } from '../../shared/model/id.ts'
import { type Outcome, ok } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { stored } from '../db/storage-problem.ts'
import { fingerprintOf } from './fingerprint.ts'

/** The same content is not proposed again; a changed one is. */
export const dismissDraft = (db: Database, id: Uuid): Promise<Outcome<null>> =>
  stored(async () => {
    const draft = await db.drafts.get(id)
    if (!draft) return ok(null)
    const fingerprint = await fingerprintOf(draft.sighting)
    await db.transaction('rw', [db.drafts, db.dismissed], async () => {
      await db.dismissed.put({ id, fingerprint })
      await db.drafts.delete(id)
    })
    return ok(null)
  })
