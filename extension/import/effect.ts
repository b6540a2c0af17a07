import { equal, type FieldBelief, fieldOf, foldObservation } from '../../shared/inventory/fold.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { FieldValue, Sighting } from '../../shared/model/observation.ts'
import { blank } from '../db/beliefs.ts'
import type { StoredRecord } from '../db/schema.ts'

/** One field that would be believed otherwise; `disputed` where a person's value stands and the file says another. */
export type FieldEffect = { field: string; before: FieldValue | undefined; after: FieldValue; disputed: boolean }

/** What accepting a sighting would do. */
export type Effect = {
  kind: 'new' | 'changed' | 'same'
  fields: FieldEffect[]
  /** Fields where what is known outranks the file: a console's word stands over an import. */
  outranked: string[]
}

/** Judged by the fold itself, so that a dry run says what an import does: what changes no belief is not written. */
export function effectOf(sighting: Sighting, rec: Uuid, scope: Uuid, record: StoredRecord | undefined): Effect {
  const known = record && record.deleted === 0 ? record : undefined
  const before = record ?? blank(scope, rec, sighting.type)
  const after = foldObservation(before, { id: rec, rec, sighting }, 0)
  const fields: FieldEffect[] = []
  const outranked: string[] = []
  for (const [field, said] of Object.entries(sighting.fields)) {
    const was = known && fieldOf(known, field)
    const will = fieldOf(after, field)
    if (was === undefined) fields.push({ field, before: undefined, after: said, disputed: false })
    else if (will && differs(was, will)) fields.push(effect(field, was, will, said))
    else if (!equal(was.value, said)) outranked.push(field)
  }
  return { kind: known === undefined ? 'new' : fields.length > 0 ? 'changed' : 'same', fields, outranked }
}

const effect = (field: string, was: FieldBelief, will: FieldBelief, said: FieldValue): FieldEffect => {
  const disputed = will.by === 'person'
  return { field, before: was.value, after: disputed ? said : will.value, disputed }
}

/** Another value, or another conflict that a person must look at. */
const differs = (was: FieldBelief, will: FieldBelief): boolean =>
  !equal(was.value, will.value) || conflictOf(was) !== conflictOf(will)

const conflictOf = ({ conflict }: FieldBelief): string => (conflict ? JSON.stringify(conflict.captured.value) : '')
