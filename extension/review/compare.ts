import { equal, type FieldBelief, fieldOf } from '../../shared/inventory/fold.ts'
import type { InventoryRecord } from '../../shared/inventory/record.ts'
import type { FieldValue, Question } from '../../shared/model/observation.ts'
import type { Draft } from '../db/schema.ts'
import { fieldWords } from '../ui/field-words.ts'
import { isAnswered } from './questions.ts'

/**
 * One field of a draft beside what is believed now.
 * new: nothing was known · changed: another value was known · same · kept: known, and not shown by this page ·
 * asked: the page shows something that can be read in several ways, `question` has them ·
 * corrected: the page still shows what a person corrected · contested: a person's value and the page differ.
 */
export type FieldChange = {
  field: string
  kind: 'new' | 'changed' | 'same' | 'kept' | 'asked' | 'corrected' | 'contested'
  captured: FieldValue | undefined
  present: FieldBelief | undefined
  question?: Question
}

export type DraftKind = 'new' | 'changed' | 'same'

/** Field by field, in the order of the screen. A deleted record counts as not known. */
export function compareDraft(
  { sighting, questions = {} }: Pick<Draft, 'sighting' | 'questions'>,
  record: InventoryRecord | undefined,
): FieldChange[] {
  const known = record && record.deleted === 0 ? record : undefined
  return Object.keys(fieldWords[sighting.type]).flatMap((field) => {
    const captured = Object.hasOwn(sighting.fields, field) ? sighting.fields[field] : undefined
    const present = known && fieldOf(known, field)
    const question = Object.hasOwn(questions, field) ? questions[field] : undefined
    if (question && !isAnswered(question, present?.value))
      return [{ field, captured: undefined, present, kind: 'asked' as const, question }]
    if (captured === undefined && present === undefined) return []
    return [{ field, captured, present, kind: kindOf(captured, present, known?.edits[field]?.against) }]
  })
}

function kindOf(
  captured: FieldValue | undefined,
  present: FieldBelief | undefined,
  against: FieldValue | undefined,
): FieldChange['kind'] {
  if (present === undefined) return 'new'
  if (captured === undefined) return 'kept'
  if (equal(captured, present.value)) return 'same'
  if (present.by === 'capture') return 'changed'
  return against !== undefined && equal(captured, against) ? 'corrected' : 'contested'
}

const differs = ({ kind }: FieldChange): boolean =>
  kind === 'new' || kind === 'changed' || kind === 'contested' || kind === 'asked'

export const changesOf = (changes: FieldChange[]): FieldChange[] => changes.filter(differs)

export const draftKind = (changes: FieldChange[], record: InventoryRecord | undefined): DraftKind => {
  if (record === undefined || record.deleted !== 0) return 'new'
  return changes.some(differs) ? 'changed' : 'same'
}
