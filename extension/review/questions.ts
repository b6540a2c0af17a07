import { equal } from '../../shared/inventory/fold.ts'
import type { Fields, FieldValue, Question, Sighting } from '../../shared/model/observation.ts'
import type { Draft } from '../db/schema.ts'

/** One of the readings is what is believed or chosen. */
export const isAnswered = ({ choices }: Question, value: FieldValue | undefined): boolean =>
  value !== undefined && choices.some((choice) => equal(choice, value))

/**
 * The sighting with the readings that the person chose as its own, stated by a person with the page's words as evidence;
 * and the values that are corrections. A choice is no edit: what the page shows next year replaces it.
 */
export function withAnswers({ sighting, questions = {} }: Draft, values: Fields): { sighting: Sighting; rest: Fields } {
  const { fields, evidence } = { fields: { ...sighting.fields }, evidence: { ...sighting.evidence } }
  const rest: Fields = {}
  for (const [field, value] of Object.entries(values)) {
    const question = Object.hasOwn(questions, field) ? questions[field] : undefined
    if (question && isAnswered(question, value)) {
      fields[field] = value
      evidence[field] = { ...question.evidence, confidence: 'stated' }
    } else rest[field] = value
  }
  return { sighting: { ...sighting, fields, evidence }, rest }
}
