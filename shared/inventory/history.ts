import type { Instant } from '../model/day.ts'
import type { EvidenceSource } from '../model/evidence.ts'
import type { Uuid } from '../model/id.ts'
import { canonical, type FieldValue, type Observation } from '../model/observation.ts'
import { equal, fieldOf } from './fold.ts'
import type { InventoryRecord } from './record.ts'

/** What a person said of a field, also where it did not stand; null takes a value back. */
export type Word = {
  field: string
  value: FieldValue | null
  at: Instant
  /** The device that said it. */
  by: Uuid
  /** contested: a conflict that nobody has decided; not-taken: one that was; refused: by the server. */
  is: 'said' | 'contested' | 'not-taken' | 'refused'
}

/** One value of one field: when it was first seen or said, until when the same was seen, and what became of it. */
export type Said = {
  field: string
  value: FieldValue | null
  at: Instant
  /** The last instant at which a capture showed the same; for a person's word its own. */
  until: Instant
  /** How many captures in a row showed it. */
  times: number
  by: { kind: 'capture'; observation: Uuid; source: EvidenceSource } | { kind: 'person'; device: Uuid }
  /** shown: what the console shows while a person's word stands. */
  is: 'stands' | 'shown' | 'former' | Exclude<Word['is'], 'said'>
}

/**
 * Everything that was ever seen of a record's fields, and of what people said all that is still kept, the newest first.
 * Captures of the same value in a row are one entry: that it was looked at again is in its days.
 */
export function historyOf(record: InventoryRecord, observations: Iterable<Observation>, words: Iterable<Word>): Said[] {
  return [...captured(record, observations), ...stated(record, words)].sort(newestFirst)
}

type Run = { field: string; value: FieldValue; of: { id: Uuid; at: Instant; source: EvidenceSource }[] }

function captured(record: InventoryRecord, observations: Iterable<Observation>): Said[] {
  const runs: Run[] = []
  const last = new Map<string, Run>()
  for (const { id, sighting } of [...observations].sort(inTime))
    for (const [field, value] of Object.entries(sighting.fields)) {
      const seen = { id, at: sighting.capture.at, source: sighting.evidence[field]?.source ?? 'import' }
      const run = last.get(field)
      if (run && equal(run.value, value)) run.of.push(seen)
      else {
        const begun: Run = { field, value, of: [seen] }
        last.set(field, begun)
        runs.push(begun)
      }
    }
  return runs.flatMap((run) => saidOf(record, run))
}

function saidOf(record: InventoryRecord, { field, value, of }: Run): Said[] {
  const [first, latest] = [of[0], of.at(-1)]
  if (!first || !latest) return []
  const cell = Object.hasOwn(record.cells, field) ? record.cells[field] : undefined
  const isCell = of.some(({ id }) => id === cell?.observation)
  const isStated = fieldOf(record, field)?.by === 'person'
  return [
    {
      field,
      value,
      at: first.at,
      until: latest.at,
      times: of.length,
      by: { kind: 'capture', observation: latest.id, source: latest.source },
      is: !isCell ? 'former' : isStated ? 'shown' : 'stands',
    },
  ]
}

/** The same word may be known twice: as what a device sent, and as what the record or a conflict keeps of it. */
function stated(record: InventoryRecord, words: Iterable<Word>): Said[] {
  const known = new Map<string, Word>()
  for (const word of words) {
    const key = keyOf(word)
    const former = known.get(key)
    if (!former || former.is === 'said') known.set(key, word)
  }
  for (const [field, { value, at, by }] of Object.entries(record.edits)) {
    const word: Word = { field, value, at, by, is: 'said' }
    known.set(keyOf(word), word)
  }
  return [...known.values()].map(({ field, value, at, by, is }) => {
    const edit = Object.hasOwn(record.edits, field) ? record.edits[field] : undefined
    const stands =
      value !== null && edit !== undefined && edit.at === at && edit.value !== null && equal(edit.value, value)
    const became = is === 'said' ? (stands ? 'stands' : 'former') : is
    return { field, value, at, until: at, times: 1, by: { kind: 'person', device: by }, is: became }
  })
}

const keyOf = ({ field, value, at }: Word): string => `${field} ${Date.parse(at)} ${canonical(value)}`

const inTime = (a: Observation, b: Observation): number =>
  Date.parse(a.sighting.capture.at) - Date.parse(b.sighting.capture.at) || (a.id < b.id ? -1 : 1)

/** Of one instant, what a person said is later than what was seen: it was said of it. */
function newestFirst(a: Said, b: Said): number {
  const order = Date.parse(b.at) - Date.parse(a.at)
  if (order !== 0) return order
  if (a.by.kind !== b.by.kind) return a.by.kind === 'person' ? -1 : 1
  return `${a.field} ${canonical(a.value)}` < `${b.field} ${canonical(b.value)}` ? -1 : 1
}
