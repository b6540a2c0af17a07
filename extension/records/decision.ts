import { type Decidable, decisionId } from '../../shared/inventory/terms/decision-id.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Decision } from '../../shared/model/decision.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Outcome } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { stateRecord } from './edit.ts'

/** What is said of a term; what is absent is taken back. */
export type Said = Pick<Decision, 'choice' | 'reason' | 'decidedBy' | 'decidedOn' | 'noticeSentOn'>

/** One record a term, the same on every device; null takes the decision back. */
export async function decide(
  db: Database,
  client: Uuid,
  { subscription, termEndsOn }: Decidable,
  said: Said | null,
): Promise<Outcome<Uuid>> {
  const { choice = null, reason = null, decidedBy = null, decidedOn = null, noticeSentOn = null } = said ?? {}
  const fields = { subscription, termEndsOn, choice, reason, decidedBy, decidedOn, noticeSentOn }
  return stateRecord(db, client, 'decision', fields, await decisionId(client, { subscription, termEndsOn }))
}

/** A cancellation is done once its notice is sent; null takes that back. */
export async function noteSent(
  db: Database,
  client: Uuid,
  term: Decidable,
  noticeSentOn: Day | null,
): Promise<Outcome<Uuid>> {
  return stateRecord(db, client, 'decision', { noticeSentOn }, await decisionId(client, term))
}
