import type { EvidenceSource, VendorAccount } from '../model/evidence.ts'
import { evidenceSources } from '../model/evidence-sources.ts'
import type { Uuid } from '../model/id.ts'
import type { FieldValue, Observation } from '../model/observation.ts'
import { canonical } from '../model/record-id.ts'
import type { RecordType } from '../model/record-type.ts'
import type { Edit } from '../sync.ts'
import type { Cell, InventoryRecord } from './record.ts'

/**
 * The one fold of device and server. Per field a join: the better evidence source, then the newer capture, then the
 * higher observation id. A join does not care in which order, or how often, observations arrive.
 */
export function foldObservation<R extends InventoryRecord>(record: R, observation: Observation, rev: number): R {
  const { sighting } = observation
  const cells = { ...record.cells }
  for (const [field, value] of Object.entries(sighting.fields)) {
    const source = sighting.evidence[field]?.source ?? 'import'
    const cell = { value, source, at: sighting.capture.at, observation: observation.id }
    const present = Object.hasOwn(cells, field) ? cells[field] : undefined
    if (!present || beats(cell, present)) cells[field] = cell
  }
  const known = { seenAt: record.seenAt, vendor: record.vendor, vendorAccount: record.vendorAccount }
  return { ...record, ...newest(known, seenBy(observation)), cells, rev: Math.max(record.rev, rev) }
}

export const emptyRecord = (id: Uuid, type: RecordType): InventoryRecord => ({
  id,
  type,
  vendor: '',
  vendorAccount: null,
  cells: {},
  edits: {},
  seenAt: '',
  deleted: 0,
  rev: 0,
})

/** The people's part of a record, whole: the latest one replaces any earlier one. */
export const applyEdits = <R extends InventoryRecord>(
  record: R,
  part: { edits: Record<string, Edit>; deleted: number; rev: number },
): R => ({
  ...record,
  edits: part.edits,
  deleted: part.deleted,
  rev: Math.max(record.rev, part.rev),
})

/** What a field shows, who says so, and what the vendor shows instead where a person must choose. */
export type FieldBelief = {
  value: FieldValue
  by: 'person' | 'capture'
  source: EvidenceSource
  at: string
  /** The observation that showed it; absent for a person's value. */
  observation?: Uuid
  conflict?: { captured: Cell }
}

/**
 * A person's value wins and stays pinned while the vendor shows what it was set against (or the value itself); once
 * the vendor shows something else it still stands, with a conflict that a person must see.
 */
export function fieldOf(record: InventoryRecord, field: string): FieldBelief | undefined {
  const captured = Object.hasOwn(record.cells, field) ? record.cells[field] : undefined
  const edit = Object.hasOwn(record.edits, field) ? record.edits[field] : undefined
  if (edit === undefined || edit.value === null)
    return captured && { value: captured.value, by: 'capture', ...from(captured) }
  const stated = { value: edit.value, by: 'person', source: 'person', at: edit.at } as const
  const pinned =
    captured === undefined ||
    equal(captured.value, edit.value) ||
    (edit.against !== undefined && equal(captured.value, edit.against))
  return pinned ? stated : { ...stated, conflict: { captured } }
}

export const equal = (a: FieldValue, b: FieldValue): boolean => a === b || canonical(a) === canonical(b)

const from = ({ source, at, observation }: Cell) => ({ source, at, observation })

const rank = (source: EvidenceSource): number => evidenceSources.indexOf(source)

function beats(cell: Cell, present: Cell): boolean {
  if (cell.source !== present.source) return rank(cell.source) < rank(present.source)
  const [at, before] = [Date.parse(cell.at), Date.parse(present.at)]
  if (at !== before) return at > before
  return cell.observation > present.observation
}

type Seen = { seenAt: string; vendor: string; vendorAccount: VendorAccount | null }

const seenBy = ({ sighting }: Observation): Seen => ({
  seenAt: sighting.capture.at,
  vendor: sighting.vendor,
  vendorAccount: sighting.vendorAccount,
})

/** An account may be renamed, so its name is the latest one; of two captures at the same instant the higher text. */
function newest(a: Seen, b: Seen): Seen {
  const [first, second] = [Date.parse(a.seenAt || '0000-01-01'), Date.parse(b.seenAt)]
  if (first !== second) return first > second ? a : b
  return canonical(a) > canonical(b) ? a : b
}
