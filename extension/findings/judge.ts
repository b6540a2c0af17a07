import { type Judged, judgementId } from '../../shared/inventory/findings/judged.ts'
import type { Day } from '../../shared/model/day.ts'
import type { RenewalChoice } from '../../shared/model/decision.ts'
import { idFrom, type Uuid } from '../../shared/model/id.ts'
import type { Outcome } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { stateRecord } from '../records/edit.ts'

/** What a person says of a finding. A dismissed one stays so until its day, or for good. */
export type Word = Pick<Judged, 'status'> & { reason?: string; until?: Day }

/** One record a finding, the same on every device: two people who judge it at once meet in it. */
export async function judge(db: Database, client: Uuid, key: string, word: Word): Promise<Outcome<Uuid>> {
  const { status, reason, until } = word
  const fields = { finding: key, status, reason: reason ?? null, until: until ?? null, at: new Date().toISOString() }
  return stateRecord(db, client, 'judgement', fields, await judgementId(client, key))
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

/** The running term of a subscription that is decided about. */
export type Decidable = { subscription: Uuid; termEndsOn: Day }

/** One record a term; null takes the decision back. */
export async function decide(
  db: Database,
  client: Uuid,
  { subscription, termEndsOn }: Decidable,
  decision: { choice: RenewalChoice; reason?: string } | null,
  today: Day,
): Promise<Outcome<Uuid>> {
  const { choice = null, reason = null } = decision ?? {}
  const fields = { subscription, termEndsOn, choice, reason, decidedOn: choice && today }
  return stateRecord(db, client, 'decision', fields, await decisionId(client, { subscription, termEndsOn }))
}

const decisionId = (client: Uuid, { subscription, termEndsOn }: Decidable): Promise<Uuid> =>
  idFrom(client, 'decision', subscription, termEndsOn)
