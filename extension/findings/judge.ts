import { type Judged, judgementId } from '../../shared/inventory/findings/judged.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
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
