import type { Uuid } from '../../shared/model/id.ts'
import { newOrderedId } from '../../shared/model/make-id.ts'
import { type Outcome, ok, type Problem } from '../../shared/problem.ts'
import { layOver, recordsById } from '../db/beliefs.ts'
import type { Database } from '../db/database.ts'
import { enqueue } from '../db/outbox.ts'
import type { StoredRecord } from '../db/schema.ts'
import { stored } from '../db/storage-problem.ts'
import { notThisClient, type Written } from './write.ts'

const batch = 100

export type TakenBack = {
  deleted: number
  /** What somebody said something of since: a person, or a console that was captured. */
  stayed: number
  problem: Problem | null
}
type Import = Pick<Written, 'added'> & { client: Uuid; capture: Uuid }

/**
 * What an import added is deleted; the same file adds it again. What it said of things that were there stays seen, and
 * so does what was added and is not the import's alone any more.
 */
export async function takeBack(
  db: Database,
  { added, ...of }: Import,
  onProgress: (done: number) => void,
): Promise<TakenBack> {
  const back = { deleted: 0, stayed: 0 }
  for (let at = 0; at < added.length; at += batch) {
    const ids = added.slice(at, at + batch)
    const outcome = await stored(() => deleteUntouched(db, of, ids))
    if (!outcome.ok) return { ...back, problem: outcome.problem }
    back.deleted += outcome.value.deleted
    back.stayed += outcome.value.stayed
    onProgress(at + ids.length)
  }
  return { ...back, problem: null }
}

const deleteUntouched = (
  db: Database,
  { client, capture }: Omit<Import, 'added'>,
  ids: Uuid[],
): Promise<Outcome<{ deleted: number; stayed: number }>> =>
  db.transaction('rw', [db.settings, db.scopes, db.outbox, db.observations, db.records, db.listing], async () => {
    const refused = await notThisClient(db, client)
    if (refused) return refused
    const living = (await recordsById(db, client, ids)).flatMap((record) => (record?.deleted === 0 ? record : []))
    const touched = await touchedOf(db, client, living, capture)
    const due = living.filter(({ id }) => !touched.has(id))
    const at = new Date().toISOString()
    const ops = due.map(({ id, type, rev }) => ({
      ...{ op: newOrderedId(), kind: 'del' as const, rec: id },
      ...{ type, base: rev, at },
    }))
    if (ops.length > 0) {
      await enqueue(db, { id: client, kind: 'client' }, ops)
      await layOver(db, client, ops)
    }
    return ok({ deleted: due.length, stayed: touched.size })
  })

/** Those of which something else was said than by the import. */
async function touchedOf(db: Database, client: Uuid, records: StoredRecord[], capture: Uuid): Promise<Set<Uuid>> {
  const keys = records.map(({ id }): [Uuid, Uuid] => [client, id])
  const seen = await db.observations.where('[scope+rec]').anyOf(keys).toArray()
  const others = seen.filter(({ observation }) => observation.sighting.capture.id !== capture)
  const edited = records.filter(({ edits }) => Object.keys(edits).length > 0)
  return new Set([...others.map(({ rec }) => rec), ...edited.map(({ id }) => id)])
}
