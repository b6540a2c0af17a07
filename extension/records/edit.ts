import { newId, newOrderedId, type Uuid } from '../../shared/model/id.ts'
import { FieldValue } from '../../shared/model/observation.ts'
import { fieldSchema, type StatedType } from '../../shared/model/record-type.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import type { Edit } from '../../shared/sync.ts'
import { layOver, revive } from '../db/beliefs.ts'
import type { Database } from '../db/database.ts'
import { enqueue, type PartialOp } from '../db/outbox.ts'
import type { StoredRecord } from '../db/schema.ts'
import { thisDevice } from '../db/scopes.ts'
import { stored } from '../db/storage-problem.ts'

/**
 * A person's value for one field, or null to take it back. It stays pinned against the captured value that the person
 * saw.
 */
export const editField = (db: Database, scope: Uuid, id: Uuid, field: string, value: FieldValue | null) =>
  change(db, scope, id, (record, about) => {
    if (value === null) return ok({ ...about, kind: 'unset', field })
    const parsed = fieldSchema(record.type, field)?.safeParse(value)
    if (!parsed?.success) return fail('BAD_VALUE', field)
    const captured = Object.hasOwn(record.cells, field) ? record.cells[field] : undefined
    return ok({
      ...about,
      kind: 'set',
      field,
      value: FieldValue.parse(parsed.data),
      ...(captured ? { against: captured.value } : {}),
    })
  })

/** Undo: the word on a field as it stood before, with what it was said against; nothing where nobody had said anything. */
export const restoreField = (db: Database, scope: Uuid, id: Uuid, field: string, former: Edit | undefined) =>
  change(db, scope, id, (_, about) => {
    if (!former || former.value === null) return ok({ ...about, kind: 'unset', field })
    const { value, against } = former
    return ok({ ...about, kind: 'set', field, value, ...(against === undefined ? {} : { against }) })
  })

/** A tombstone: colleagues see the deletion, and it can be taken back. */
export const deleteRecord = (db: Database, scope: Uuid, id: Uuid) =>
  change(db, scope, id, (_, about) => ok({ ...about, kind: 'del' }))

export const undeleteRecord = (db: Database, scope: Uuid, id: Uuid) =>
  change(db, scope, id, (_, about) => ok({ ...about, kind: 'undel' }))

type About = Pick<PartialOp, 'op' | 'rec' | 'type' | 'base' | 'at'>

/** C3: the edit and its op in one transaction; "Saved" only after it is complete. */
function change(
  db: Database,
  scope: Uuid,
  id: Uuid,
  make: (record: StoredRecord, about: About) => Outcome<PartialOp>,
): Promise<Outcome<null>> {
  const [op, at] = [newOrderedId(), new Date().toISOString()]
  return stored(() =>
    db.transaction('rw', [db.settings, db.scopes, db.outbox, db.records, db.listing], async () => {
      const record = await db.records.get([scope, id])
      if (!record) return fail('NOT_FOUND')
      const made = make(record, { op, rec: id, type: record.type, base: record.rev, at })
      if (!made.ok) return made
      const { workspace } = await thisDevice(db)
      await enqueue(db, { id: scope, kind: scope === workspace ? 'workspace' : 'client' }, [made.value])
      await layOver(db, scope, [made.value])
      return ok(null)
    }),
  )
}

/** A thing that people state as a whole: a purchase lot, a decision, a judgement. A field that is null is taken back. */
export type Statement = {
  id: Uuid
  type: StatedType | 'charge' | 'invoice' | 'alias' | 'rate'
  fields: Record<string, FieldValue | null>
}

/** What was deleted and is stated again lives again. Nothing is written unless every field of all of them is one that its type can have. */
export async function stateRecords(db: Database, scope: Uuid, statements: Statement[]): Promise<Outcome<null>> {
  const at = new Date().toISOString()
  return stored(() =>
    db.transaction('rw', [db.settings, db.scopes, db.outbox, db.records, db.listing], async () => {
      const known = await db.records.bulkGet(statements.map(({ id }): [Uuid, Uuid] => [scope, id]))
      const ops: PartialOp[] = []
      for (const [place, { id, type, fields }] of statements.entries()) {
        ops.push(...revive(known[place], id, at))
        for (const [field, value] of Object.entries(fields)) {
          const about = { op: newOrderedId(), rec: id, type, base: known[place]?.rev ?? 0, at, field }
          const parsed = fieldSchema(type, field)?.safeParse(value)
          if (value === null) ops.push({ ...about, kind: 'unset' })
          else if (!parsed?.success) return fail('BAD_VALUE', field)
          else ops.push({ ...about, kind: 'set', value: FieldValue.parse(parsed.data) })
        }
      }
      const { workspace } = await thisDevice(db)
      await enqueue(db, { id: scope, kind: scope === workspace ? 'workspace' : 'client' }, ops)
      await layOver(db, scope, ops)
      return ok(null)
    }),
  )
}

export async function stateRecord(
  db: Database,
  scope: Uuid,
  type: Statement['type'],
  fields: Statement['fields'],
  id: Uuid = newId(),
): Promise<Outcome<Uuid>> {
  const outcome = await stateRecords(db, scope, [{ id, type, fields }])
  return outcome.ok ? ok(id) : outcome
}
