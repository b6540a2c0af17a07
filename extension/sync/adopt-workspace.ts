import type { Uuid } from '../../shared/model/id.ts'
import type { Database } from '../db/database.ts'

/**
 * Until now this device had a workspace of its own making. Its clients and bindings, and the ops that tell of them,
 * move to the server's: ids stay, only the scope changes. Inside the caller's transaction; nothing of that scope was
 * ever sent, so nothing is confirmed.
 */
export async function adoptWorkspace(db: Database, own: Uuid, given: Uuid): Promise<void> {
  if (own === given) return
  const scope = await db.scopes.get(own)
  if (!scope) return
  await db.scopes.delete(own)
  await db.scopes.put({ ...scope, scope: given })
  const records = db.records.where('[scope+id]').between([own], [own, []])
  const moved = (await records.toArray()).map((record) => ({ ...record, scope: given }))
  await records.delete()
  await db.records.bulkPut(moved)
  const listing = db.listing.where('[scope+type+name+id]').between([own], [own, []])
  const listed = (await listing.toArray()).map((entry) => ({ ...entry, scope: given }))
  await listing.delete()
  await db.listing.bulkPut(listed)
  const outbox = db.outbox.where('[scope+op]').between([own], [own, []])
  const ops = (await outbox.toArray()).map((op) => ({ ...op, scope: given }))
  await outbox.delete()
  await db.outbox.bulkPut(ops)
}
