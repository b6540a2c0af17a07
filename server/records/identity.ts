import { judgementId } from '../../shared/inventory/findings/judged.ts'
import { acknowledgementId } from '../../shared/inventory/terms/alerts.ts'
import { decisionId } from '../../shared/inventory/terms/decision-id.ts'
import { Acknowledgement } from '../../shared/model/acknowledgement.ts'
import { Decision } from '../../shared/model/decision.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { Judgement } from '../../shared/model/judgement.ts'
import type { FieldValue } from '../../shared/model/observation.ts'
import type { ClientType } from '../../shared/model/record-type.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import { parsed } from '../http/body.ts'

const Decided = Decision.pick({ subscription: true, termEndsOn: true }).required()
const Acknowledged = Acknowledgement.pick({ subject: true, date: true, version: true, threshold: true }).required()
const Judged = Judgement.pick({ finding: true }).required()

/**
 * What is said of one thing once has an id that everybody makes alike, so that a program and a device write the same
 * record. Undefined for all else, of which there may be any number.
 */
export async function identityOf(
  client: Uuid,
  type: ClientType,
  fields: Record<string, FieldValue>,
): Promise<Outcome<Uuid | undefined>> {
  if (type === 'decision') {
    const term = parsed(Decided.strip(), fields)
    return term.ok ? ok(await decisionId(client, term.value)) : incomplete(term.problem.detail)
  }
  if (type === 'acknowledgement') {
    const alert = parsed(Acknowledged.strip(), fields)
    return alert.ok ? ok(await acknowledgementId(client, alert.value)) : incomplete(alert.problem.detail)
  }
  if (type === 'judgement') {
    const judged = parsed(Judged.strip(), fields)
    return judged.ok ? ok(await judgementId(client, judged.value.finding)) : incomplete(judged.problem.detail)
  }
  return ok(undefined)
}

const incomplete = (detail: string | undefined) => fail('INVALID_REQUEST', `fields.${detail ?? ''}`)
