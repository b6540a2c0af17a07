import { archivedRecord, type ClientArchive } from '../../../shared/client-archive.ts'
import { beliefOf } from '../../../shared/inventory/belief.ts'
import { mayNameSomebody } from '../../../shared/inventory/people/masked.ts'
import type { Uuid } from '../../../shared/model/id.ts'
import type { Database } from '../../db/database.ts'
import type { StoredObservation } from '../../db/schema.ts'
import { thisDevice } from '../../db/scopes.ts'
import { accountsOf } from '../../records/accounts.ts'
import { type PeopleShown, peopleShownIn, shownRecord, shownSighting } from '../../records/people-mode.ts'
import type { ConflictRow } from '../../records/queries.ts'
import { jsonFile } from '../../ui/save-file.ts'
import type { Running } from '../running.ts'
import { countOf, inPages } from './in-pages.ts'

type Archived = { file: Blob; records: number; observations: number; conflicts: number }

/**
 * Everything of one client as JSON, its people as the client's mode shows them (`ClientArchive` reads it). Records are read
 * before what they point to: an observation that comes meanwhile is in it without its record, never the other way round.
 */
export async function archiveOf(db: Database, client: Uuid, at: Date, running: Running): Promise<Archived> {
  const people = await peopleShownIn(db, client)
  const [records, observations] = await Promise.all([countOf(db.records, client), countOf(db.observations, client)])
  const file = new Pieces(JSON.stringify(await headOf(db, client, people, at)))
  const told = (is: 'records' | 'observations', all: number) => (done: number) => {
    running.signal.throwIfAborted()
    running.onProgress({ is, done, all: Math.max(done, all) })
  }
  const counts = {
    records: await file.list(
      'records',
      inPages(db.records, client),
      (record) => archivedRecord(shownRecord(record, people)),
      told('records', records),
    ),
    observations: await file.list(
      'observations',
      inPages(db.observations, client),
      (observation) => observationRow(observation, people),
      told('observations', observations),
    ),
    conflicts: await file.list(
      'conflicts',
      inPages(db.confirmed, client),
      ({ row }) => (row.kind === 'conflict' ? shownConflict(row, people) : undefined),
      () => running.signal.throwIfAborted(),
    ),
  }
  return { file: file.end(), ...counts }
}

/** A JSON object whose lists are too long for one text. What is written of it is the browser's, not in our memory. */
class Pieces {
  readonly #parts: Blob[]

  constructor(head: string) {
    this.#parts = [new Blob([head.slice(0, -1)])]
  }

  async list<T>(
    name: string,
    pages: AsyncIterable<T[]>,
    shown: (row: T) => unknown,
    onProgress: (done: number) => void,
  ): Promise<number> {
    let [read, written] = [0, 0]
    this.#parts.push(new Blob([`,\n${JSON.stringify(name)}:[`]))
    onProgress(read)
    for await (const page of pages) {
      const texts = page.flatMap((row) => JSON.stringify(shown(row)) ?? [])
      if (texts.length > 0) this.#parts.push(new Blob([written === 0 ? '\n' : ',\n', texts.join(',\n')]))
      read += page.length
      written += texts.length
      onProgress(read)
    }
    this.#parts.push(new Blob(['\n]']))
    return written
  }

  end = (): Blob => jsonFile(...this.#parts, '}\n')
}

async function headOf(db: Database, client: Uuid, { mode }: PeopleShown, at: Date) {
  const { workspace } = await thisDevice(db)
  const about = await db.records.get([workspace, client])
  const head: Omit<ClientArchive, 'records' | 'observations' | 'conflicts'> = {
    format: 'stocktake-client-1',
    client: { id: client, ...(about ? beliefOf({ ...about, type: 'client' }).values : {}) },
    at: at.toISOString(),
    people: mode,
    accounts: await accountsOf(db, client),
  }
  return head
}

const observationRow = (
  { rec, rev, observation }: StoredObservation,
  people: PeopleShown,
): ClientArchive['observations'][number] => {
  const sighting = shownSighting(observation.sighting, rec, people)
  return { kind: 'observation', id: observation.id, rev, type: sighting.type, value: { ...observation, sighting } }
}

/** The value that did not stand may be a name as well, or a whole record with one. */
function shownConflict(row: ConflictRow, { mode }: PeopleShown): ConflictRow {
  if (mode === 'full' || !mayNameSomebody(row.type, row.field)) return row
  const { value: _, ...rest } = row
  return rest
}
