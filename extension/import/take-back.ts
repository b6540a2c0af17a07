import type { Uuid } from '../../shared/model/id.ts'
import { newOrderedId } from '../../shared/model/make-id.ts'
import { type Outcome, ok } from '../../shared/problem.ts'
import { layOver, recordsById } from '../db/beliefs.ts'
import type { Database } from '../db/database.ts'
import { enqueue } from '../db/outbox.ts'
import { stored } from '../db/storage-problem.ts'

const batch = 100

/** What an import added is deleted again; the same file brings it back. What it said of things that were there stays seen. */
export async function deleteAdded(db: Database, client: Uuid, added: Uuid[]): Promise<Outcome<null>> {
  for (let at = 0; at < added.length; at += batch) {
    const outcome = await stored(() => deleteBatch(db, client, added.slice(at, at + batch)))
    if (!outcome.ok) return outcome
  }
  return ok(null)
}

const deleteBatch = (db: Database, client: Uuid, ids: Uuid[]): Promise<Outcome<null>> =>
  db.transaction('rw', [db.settings, db.scopes, db.outbox, db.records, db.listing], async () => {
    const at = new Date().toISOString()
    const living = (await recordsById(db, client, ids)).flatMap((record) => (record?.deleted === 0 ? record : []))
    const ops = living.map(({ id, type, rev }) => ({
      ...{ op: newOrderedId(), kind: 'del' as const, rec: id },
      ...{ type, base: rev, at },
    }))
    if (ops.length === 0) return ok(null)
    await enqueue(db, { id: client, kind: 'client' }, ops)
    await layOver(db, client, ops)
    return ok(null)
  })
