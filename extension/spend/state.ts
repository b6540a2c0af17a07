import { equal } from '../../shared/inventory/fold.ts'
import type { SpendLine } from '../../shared/inventory/spend/lines.ts'
import { newId, type Uuid } from '../../shared/model/id.ts'
import type { Fields, FieldValue } from '../../shared/model/observation.ts'
import { type Outcome, ok } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { editField, stateRecord, stateRecords } from '../records/edit.ts'

type Line = Pick<SpendLine, 'id' | 'type' | 'subscription'>

/** What a person says that lines pay for, of all of them or of none; null takes it back. */
export const sayPays = (db: Database, client: Uuid, lines: Line[], subscription: Uuid | null): Promise<Outcome<null>> =>
  stateRecords(
    db,
    client,
    lines.map(({ id, type }) => ({ id, type, fields: { subscription } })),
  )

/** As it was said before, line by line. */
export const sayAsBefore = (db: Database, client: Uuid, lines: Line[]): Promise<Outcome<null>> =>
  stateRecords(
    db,
    client,
    lines.map(({ id, type, subscription }) => ({ id, type, fields: { subscription: subscription ?? null } })),
  )

export const addLine = (db: Database, client: Uuid, fields: Fields): Promise<Outcome<Uuid>> =>
  stateRecord(db, client, 'charge', fields, newId())

export type Changes = Record<string, FieldValue | null>

/** The fields that are other than they were; null for one that was emptied. */
export function changesOf(before: Fields, after: Fields): Changes {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return Object.fromEntries(
    [...names].flatMap((name): [string, FieldValue | null][] => {
      const [was, is] = [before[name], after[name]]
      if (is === undefined) return was === undefined ? [] : [[name, null]]
      return was !== undefined && equal(was, is) ? [] : [[name, is]]
    }),
  )
}

/** Field by field, each against what was captured; answers how to take all of it back. */
export async function editLine(db: Database, client: Uuid, line: Uuid, changes: Changes): Promise<Outcome<Changes>> {
  const edits = (await db.records.get([client, line]))?.edits ?? {}
  const former: Changes = {}
  for (const [field, value] of Object.entries(changes)) {
    former[field] = Object.hasOwn(edits, field) ? (edits[field]?.value ?? null) : null
    const outcome = await editField(db, client, line, field, value)
    if (!outcome.ok) return outcome
  }
  return ok(former)
}
