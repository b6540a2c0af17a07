import { applyEdits } from '../../shared/inventory/fold.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { RecordType } from '../../shared/model/record-type.ts'
import type { Row } from '../../shared/sync.ts'
import { blank, foldHere, layOp, recordsById } from './beliefs.ts'
import type { Database } from './database.ts'
import { dropRecords, putRecords } from './listing.ts'
import type { OutboxOp, ScopeState, StoredObservation, StoredRecord } from './schema.ts'

/** Why beliefs must be derived anew, by record. */
export type Touched = {
  /** Observations that came. They are folded in without reading the others, because the fold is a join. */
  come: StoredObservation[]
  /** Records whose edits or deletion changed. */
  parts: Set<Uuid>
  /** Records that lost an observation: all of theirs are folded again. */
  cells: Set<Uuid>
  /** Revs of conflict rows: they were seen, so the next edit of the record stands on them. */
  revs: Map<Uuid, number>
}

type Place = Pick<ScopeState, 'scope' | 'cursor'>
type RecordRow = Extract<Row, { kind: 'record' }>
/** What people did to a record: as confirmed, and what is laid over it. */
type People = { confirmed: RecordRow | undefined; pending: OutboxOp[] }

/** C1: the belief is what the pull confirmed, with ops that are queued, or acked above the cursor, laid over. */
export async function refold(db: Database, place: Place, { come, parts, cells, revs }: Touched): Promise<void> {
  const whole = [...new Set([...parts, ...cells])]
  const people = await peoplesPart(db, place, whole)
  const seen = byRecord([
    ...come.filter(({ rec }) => !cells.has(rec)),
    ...(await observationsOf(db, place.scope, cells)),
  ])
  const ids = [...new Set([...whole, ...seen.keys(), ...revs.keys()])]
  const before = await recordsById(db, place.scope, ids)
  const after = ids.map((id, at) => {
    const type = before[at]?.type ?? typeFrom(seen.get(id), people.get(id))
    if (type === undefined) return undefined
    const stored = before[at] ?? blank(place.scope, id, type)
    const start = cells.has(id) ? withoutCells(stored) : stored
    const folded = (seen.get(id) ?? []).reduce(
      (record, { observation, rev }) => foldHere(record, observation, rev),
      start,
    )
    const record = layPeople(folded, people.get(id))
    return isNothing(record) ? undefined : { ...record, rev: Math.max(record.rev, revs.get(id) ?? 0) }
  })
  await writeRecords(db, before, after)
}

async function writeRecords(db: Database, before: (StoredRecord | undefined)[], after: (StoredRecord | undefined)[]) {
  const kept = before.filter((_, at) => after[at] !== undefined)
  await putRecords(
    db,
    kept,
    after.flatMap((record) => record ?? []),
  )
  await dropRecords(
    db,
    before.flatMap((record, at) => (record && after[at] === undefined ? record : [])),
  )
}

function layPeople(record: StoredRecord, people: People | undefined): StoredRecord {
  if (!people) return record
  const confirmed = applyEdits(record, people.confirmed ?? { edits: {}, deleted: 0, rev: 0 })
  const edits = people.pending.filter(({ body }) => body.kind !== 'add')
  return edits.reduce((laid, { body, device }) => layOp(laid, body, device), confirmed)
}

const withoutCells = (record: StoredRecord): StoredRecord => ({
  ...blank(record.scope, record.id, record.type),
  rev: record.rev,
  ...(record.lookedAt === undefined ? {} : { lookedAt: record.lookedAt }),
})

/** Nobody ever saw or said anything of it: an add that was refused leaves no trace but its quarantine. */
const isNothing = ({ cells, edits, deleted }: StoredRecord): boolean =>
  deleted === 0 && Object.keys(cells).length === 0 && Object.keys(edits).length === 0

const typeFrom = (seen: StoredObservation[] | undefined, people: People | undefined): RecordType | undefined =>
  seen?.[0]?.observation.sighting.type ?? people?.confirmed?.type ?? people?.pending[0]?.body.type

function byRecord<T extends { rec: Uuid }>(rows: T[]): Map<Uuid, T[]> {
  const groups = new Map<Uuid, T[]>()
  for (const row of rows) {
    const group = groups.get(row.rec)
    if (group) group.push(row)
    else groups.set(row.rec, [row])
  }
  return groups
}

const keysIn = (scope: Uuid, ids: Iterable<Uuid>) => [...ids].map((id): [Uuid, Uuid] => [scope, id])

async function observationsOf(db: Database, scope: Uuid, recs: Set<Uuid>): Promise<StoredObservation[]> {
  if (recs.size === 0) return []
  return db.observations.where('[scope+rec]').anyOf(keysIn(scope, recs)).toArray()
}

async function peoplesPart(db: Database, { scope, cursor }: Place, ids: Uuid[]): Promise<Map<Uuid, People>> {
  if (ids.length === 0) return new Map()
  const rows = await db.confirmed.bulkGet(keysIn(scope, ids))
  const ops = await db.outbox.where('[scope+rec]').anyOf(keysIn(scope, ids)).toArray()
  const pending = byRecord(ops.filter((op) => isPending(op, cursor)).sort(inOrder))
  return new Map(
    ids.map((id, at) => {
      const row = rows[at]?.row
      return [id, { confirmed: row?.kind === 'record' ? row : undefined, pending: pending.get(id) ?? [] }]
    }),
  )
}

const isPending = ({ state, order }: OutboxOp, cursor: number): boolean =>
  state === 'queued' || (state === 'acked' && order > cursor)

/** Acked ops were made before queued ones; among acked ones the server's order is the device's. */
export const inOrder = (a: OutboxOp, b: OutboxOp): number =>
  a.state === b.state ? a.order - b.order || a.body.n - b.body.n : a.state === 'acked' ? -1 : 1
