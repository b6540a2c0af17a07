import type { Uuid } from '../../shared/model/id.ts'
import { isOfWorkspace } from '../../shared/model/record-type.ts'
import { type ChangesResponse, Row } from '../../shared/sync.ts'
import type { Database } from '../db/database.ts'
import { opsIn } from '../db/outbox.ts'
import { refold, type Touched } from '../db/refold.ts'
import type { ScopeState, StoredObservation, UnreadableRow } from '../db/schema.ts'
import { isSame } from './replay.ts'
import { liftOps, syncTables, untouched } from './settle.ts'

/** A page as parsed: what this version understands, and what it keeps as it came (T15). */
type Parsed = { rows: Row[]; unreadable: UnreadableRow[] }

/**
 * C2: rows, cursor and the ops that are confirmed by them move in one transaction. C4: a page that answers an older
 * question (other cursor, other epoch) is dropped. Returns whether it was applied.
 */
export async function applyPage(db: Database, asked: ScopeState, page: ChangesResponse): Promise<boolean> {
  const { scope } = asked
  const { rows, unreadable } = parseRows(asked, page)
  return db.transaction('rw', syncTables(db), async () => {
    const state = await db.scopes.get(scope)
    if (!state || !isSame(state, asked) || (state.epoch !== null && state.epoch !== page.epoch)) return false
    const next: ScopeState = {
      ...state,
      epoch: page.epoch,
      cursor: page.next,
      head: page.head,
      // R8: the head when the first page came; what is purged above it must be told.
      floor: state.floor || Math.max(1, page.head),
      purged: Math.max(state.purged, page.purged),
    }
    const touched = untouched()
    if (next.purged > state.purged) await dropPurged(db, next, touched)
    await storeRows(db, scope, rows, touched)
    await keepUnreadable(db, scope, rows, unreadable)
    const confirmed = opsIn(db, scope, 'acked', { above: state.cursor, upTo: next.cursor })
    await liftOps(db, scope, await confirmed.toArray(), touched)
    await refold(db, next, touched)
    await db.scopes.put(next)
    return true
  })
}

/** T15: a row that does not parse, or belongs elsewhere, holds nothing up: it is kept aside, and counted. */
function parseRows(asked: ScopeState, page: ChangesResponse): Parsed {
  const parsed: Parsed = { rows: [], unreadable: [] }
  for (const raw of page.rows) {
    const row = Row.safeParse(raw)
    if (row.success && isOurs(row.data, asked, page.next)) parsed.rows.push(row.data)
    else parsed.unreadable.push({ scope: asked.scope, ...identityOf(raw), text: textOf(raw) })
  }
  return parsed
}

/** I10: a workspace holds clients, bindings and taught connectors, a client what was captured; and a page only what was asked for. */
function isOurs(row: Row, { kind, cursor }: ScopeState, next: number): boolean {
  if (isOfWorkspace(row.type) !== (kind === 'workspace')) return false
  if (row.rev <= cursor || row.rev > next) return false
  return row.kind !== 'observation' || (row.value.id === row.id && row.value.sighting.type === row.type)
}

function identityOf(raw: unknown): { id: string; rev: number } {
  const row = typeof raw === 'object' && raw !== null ? raw : {}
  const rev = 'rev' in row && typeof row.rev === 'number' ? row.rev : 0
  return { id: 'id' in row && typeof row.id === 'string' ? row.id.slice(0, 100) : `rev ${rev}`, rev }
}

function textOf(raw: unknown): string {
  try {
    return JSON.stringify(raw).slice(0, 64 * 1024)
  } catch {
    // Nested so deeply that it cannot be written again.
    return ''
  }
}

/** R9: before the rows, as what was purged may have come into being anew. What only this device said of it stays. */
async function dropPurged(db: Database, { scope, purged }: ScopeState, touched: Touched): Promise<void> {
  const rows = await db.confirmed.where('[scope+row.kind]').equals([scope, 'record']).toArray()
  const dead = rows.filter(({ row }) => row.kind === 'record' && row.deleted > 0 && row.deleted <= purged)
  const keys = dead.map(({ id }): [Uuid, Uuid] => [scope, id])
  await db.confirmed.bulkDelete(keys)
  const seen = await db.observations.where('[scope+rec]').anyOf(keys).toArray()
  await db.observations.bulkDelete(seen.flatMap(({ id, rev }): [Uuid, Uuid][] => (rev > 0 ? [[scope, id]] : [])))
  for (const { id } of dead) touched.cells.add(id)
}

async function storeRows(db: Database, scope: Uuid, rows: Row[], touched: Touched): Promise<void> {
  for (const row of rows) {
    if (row.kind === 'observation') touched.come.push(storedFrom(scope, row))
    else if (row.kind === 'record') touched.parts.add(row.id)
    else touched.revs.set(row.rec, Math.max(row.rev, touched.revs.get(row.rec) ?? 0))
  }
  await db.observations.bulkPut(touched.come)
  await db.confirmed.bulkPut(rows.flatMap((row) => (row.kind === 'observation' ? [] : { scope, id: row.id, row })))
}

const storedFrom = (scope: Uuid, row: Extract<Row, { kind: 'observation' }>): StoredObservation => ({
  scope,
  id: row.id,
  rec: row.value.rec,
  rev: row.rev,
  observation: row.value,
})

/** A row that can be read now, as it came again, is not kept aside any longer. */
async function keepUnreadable(db: Database, scope: Uuid, rows: Row[], unreadable: UnreadableRow[]): Promise<void> {
  // Nearly always there is none, and a deletion of each row costs as much as writing it.
  const known = await db.unreadable.where('[scope+id]').between([scope], [scope, []]).primaryKeys()
  const readable = new Set(rows.map(({ id }): string => id))
  await db.unreadable.bulkDelete(known.filter(([, id]) => readable.has(id)))
  if (unreadable.length > 0) await db.unreadable.bulkPut(unreadable)
}
