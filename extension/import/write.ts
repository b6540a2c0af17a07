import { observeAs } from '../../shared/inventory/people/kept.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Observation } from '../../shared/model/observation.ts'
import { fail, type Outcome, ok, type Problem } from '../../shared/problem.ts'
import { addOps, layOver, recordsById, revive } from '../db/beliefs.ts'
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
  /** What was not there before: taken back, it is deleted. */
  added: Uuid[]
  /** How many records that were there it said something new of. */
  changed: number
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
  const told: Told[] = []
  const after = (rows: number, left: number, problem: Problem | null): Written => ({
    rows,
    left,
    problem,
    ...sorted(told),
  })
  for (let at = 0; at < rows.length; at += batch) {
    if (signal.aborted) return after(at, rows.length - at, null)
    const planned = rows.slice(at, at + batch).flatMap((row) => row.planned)
    const outcome = await stored(() => writeBatch(db, client, planned))
    if (!outcome.ok) return after(at, rows.length - at, outcome.problem)
    told.push(...outcome.value)
    onProgress(Math.min(at + batch, rows.length))
  }
  return after(rows.length, 0, null)
}

/** A record that something was said of; several rows may speak of one. */
type Told = { rec: Uuid; isNew: boolean }

function sorted(told: Told[]): Pick<Written, 'added' | 'changed'> {
  const added = new Set(told.flatMap(({ rec, isNew }) => (isNew ? [rec] : [])))
  const changed = new Set(told.flatMap(({ rec }) => (added.has(rec) ? [] : [rec])))
  return { added: [...added], changed: changed.size }
}

/** All that takes hashing comes before the transaction (C3). */
async function writeBatch(db: Database, client: Uuid, planned: Planned[]): Promise<Outcome<Told[]>> {
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
      const known = await db.observations.bulkGet(telling.map(({ observation: { id } }): [Uuid, Uuid] => [client, id]))
      // C1: what was written before, and deleted since, is confirmed or waits; it only lives again.
      const ops = telling.flatMap(({ observation, record }, place) =>
        known[place] ? revive(record, observation.rec, at) : addOps(observation, record, at),
      )
      if (ops.length === 0) return ok([])
      const added = telling.filter((_, place) => !known[place])
      await db.observations.bulkAdd(added.map(({ observation }) => row(client, observation)))
      await enqueue(db, { id: client, kind: 'client' }, ops)
      await layOver(db, client, ops)
      return ok(telling.map(({ observation: { rec }, record }) => ({ rec, isNew: record?.deleted !== 0 })))
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
export async function notThisClient(db: Database, client: Uuid): Promise<Outcome<never> | undefined> {
  const { workspace } = await thisDevice(db)
  const owner = await db.records.get([workspace, client])
  if (owner?.deleted !== 0) return fail('NO_CLIENT')
  const active = await getSetting(db, 'activeClient')
  return active?.client === client ? undefined : fail('IMPORT_CLIENT_SWITCHED')
}
