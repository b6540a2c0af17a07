import { fieldsOf } from '../../shared/inventory/fields-of.ts'
import { fieldOf } from '../../shared/inventory/fold.ts'
import { isShownAsIs } from '../../shared/inventory/people/masked.ts'
import type { PeopleMode } from '../../shared/model/client.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { FieldValue } from '../../shared/model/observation.ts'
import { isOfWorkspace } from '../../shared/model/record-type.ts'
import { type Problem, problem, problemCodes } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { opsIn } from '../db/outbox.ts'
import type { StoredRecord } from '../db/schema.ts'
import { peopleShownIn, shownRecord } from '../records/people-mode.ts'
import { type ConflictRow, openConflictsOf } from '../records/queries.ts'
import { titleOf } from '../ui/value-text.ts'

/** One thing that a person must decide or know: nothing that was said is ever dropped in silence. */
export type Attention = { rec: Uuid } & (
  | { is: 'choice'; conflict: ConflictRow; record: StoredRecord; title: string; field: string; theirs: FieldValue }
  | { is: 'told'; conflict: ConflictRow; title: string; deleted: boolean }
  /** Two values that name somebody, where the client's people are not shown by name. */
  | { is: 'hidden'; conflict: ConflictRow; title: string }
  | { is: 'refused'; op: Uuid; title: string; problem: Problem }
)

/** What waits for a person in one client. */
export async function attentionOf(db: Database, client: Uuid): Promise<Attention[]> {
  const conflicts = await openConflictsOf(db, client)
  const refused = await opsIn(db, client, 'rejected').toArray()
  const ids = [...conflicts, ...refused].map(({ rec }): [Uuid, Uuid] => [client, rec])
  const people = await peopleShownIn(db, client)
  const records = (await db.records.bulkGet(ids)).map((record) => record && shownRecord(record, people))
  return [
    ...conflicts.map((conflict, at) => inConflict(conflict, records[at], people.mode)),
    ...refused.map(({ op, rec, code }, at): Attention => {
      const known = problemCodes.find((one) => one === code) ?? 'OP_INVALID'
      return { is: 'refused', rec, op, title: titleOfRecord(records[conflicts.length + at]), problem: problem(known) }
    }),
  ]
}

function inConflict(conflict: ConflictRow, record: StoredRecord | undefined, mode: PeopleMode): Attention {
  const { field, value } = conflict
  const title = titleOfRecord(record)
  if (record && field !== undefined && !isShownAsIs(record.type, field, mode))
    return { is: 'hidden', rec: conflict.rec, conflict, title }
  const losing = asValue(value)
  if (record && record.deleted === 0 && field !== undefined && losing !== undefined && fieldOf(record, field))
    return { is: 'choice', rec: conflict.rec, conflict, record, title, field, theirs: losing }
  return { is: 'told', rec: conflict.rec, conflict, title, deleted: record !== undefined && record.deleted !== 0 }
}

/** A conflict keeps its losing value whole; only a plain one can be chosen by a click. */
const asValue = (value: unknown): FieldValue | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined

function titleOfRecord(record: StoredRecord | undefined): string {
  if (!record || isOfWorkspace(record.type)) return ''
  const { type } = record
  return titleOf(type, Object.fromEntries(fieldsOf(record).map(({ field, value }) => [field, value])), record.vendor)
}
