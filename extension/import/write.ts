import { observeAs } from '../../shared/inventory/people/kept.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Observation } from '../../shared/model/observation.ts'
import { fail, type Outcome, ok, type Problem } from '../../shared/problem.ts'
import { addOps, layOver, recordsById } from '../db/beliefs.ts'
import type { Database } from '../db/database.ts'
import { enqueue } from '../db/outbox.ts'
import { thisDevice } from '../db/scopes.ts'
import { stored } from '../db/storage-problem.ts'
import { peopleModeOf } from '../records/people-mode.ts'
import { getSetting } from '../settings/store.ts'
import type { Planned, RowVerdict } from './dry-run.ts'
import { effectOf } from './effect.ts'

/** Rows written in one transaction: few enough that a cancelled or killed import loses less than a second of work. */
const batch = 100

export type Written = {
  rows: number
  /** Rows that are left, because it was cancelled or stopped. */
  left: number
  /** What was not there before: taken back, it is deleted again. */
  added: Uuid[]
  problem: Problem | null
}

type Running = { signal: AbortSignal; onProgress: (rows: number) => void }

/**
 * Rows become facts of the client that the person named, batch by batch. Every batch is whole or not there, and one that is
 * written again changes nothing: so what was cancelled, or killed, goes on by importing the same file again.
 */
export async function writeRows(
  db: Database,
  client: Uuid,
  rows: RowVerdict[],
  { signal, onProgress }: Running,
): Promise<Written> {
  const added: Uuid[] = []
  for (let at = 0; at < rows.length; at += batch) {
    if (signal.aborted) return { rows: at, left: rows.length - at, added, problem: null }
    const planned = rows.slice(at, at + batch).flatMap((row) => row.planned)
    const outcome = await stored(() => writeBatch(db, client, planned))
    if (!outcome.ok) return { rows: at, left: rows.length - at, added, problem: outcome.problem }
    added.push(...outcome.value)
    onProgress(Math.min(at + batch, rows.length))
  }
  return { rows: rows.length, left: 0, added, problem: null }
}

/** Gives what was not there before. All that takes hashing comes before the transaction (C3). */
async function writeBatch(db: Database, client: Uuid, planned: Planned[]): Promise<Outcome<Uuid[]>> {
  const mode = await peopleModeOf(db, client)
  const observations = await Promise.all(planned.map(({ sighting }) => observeAs(mode, client, sighting)))
  const at = new Date().toISOString()
  return db.transaction(
    'rw',
    [db.settings, db.scopes, db.outbox, db.observations, db.records, db.listing],
    async () => {
      const refused = await notThisClient(db, client)
      if (refused) return refused
      const records = await recordsById(
        db,
        client,
        observations.map(({ rec }) => rec),
      )
      // Looked at once more: another window may have imported the same, or the console may have been captured meanwhile.
      const telling = observations.flatMap((observation, place) => {
        const record = records[place]
        const { kind } = effectOf(observation.sighting, observation.rec, client, record)
        return kind === 'same' ? [] : [{ observation, record }]
      })
      const ops = telling.flatMap(({ observation, record }) => addOps(observation, record, at))
      if (ops.length === 0) return ok([])
      await db.observations.bulkPut(telling.map(({ observation }) => row(client, observation)))
      await enqueue(db, { id: client, kind: 'client' }, ops)
      await layOver(db, client, ops)
      return ok(telling.flatMap(({ observation, record }) => (record?.deleted === 0 ? [] : observation.rec)))
    },
  )
}

const row = (scope: Uuid, observation: Observation) => ({
  scope,
  id: observation.id,
  rec: observation.rec,
  rev: 0,
  observation,
})

/** The guard: the client that the button named is still there and still the active one. */
async function notThisClient(db: Database, client: Uuid): Promise<Outcome<never> | undefined> {
  const { workspace } = await thisDevice(db)
  const owner = await db.records.get([workspace, client])
  if (owner?.deleted !== 0) return fail('NO_CLIENT')
  const active = await getSetting(db, 'activeClient')
  return active?.client === client ? undefined : fail('IMPORT_CLIENT_SWITCHED')
}
