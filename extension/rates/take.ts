import { fieldOf } from '../../shared/inventory/fold.ts'
import { readEcb } from '../../shared/inventory/money/ecb.ts'
import { addDays } from '../../shared/model/calendar.ts'
import type { Day } from '../../shared/model/day.ts'
import { idFrom, type Uuid } from '../../shared/model/id.ts'
import type { Rate } from '../../shared/model/rate.ts'
import { type Outcome, ok } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import type { StoredRecord } from '../db/schema.ts'
import { thisDevice } from '../db/scopes.ts'
import { type Statement, stateRecords } from '../records/edit.ts'

/** A look-back of two years and what stands before it: older days of a file are left out, and that is said. */
export const keptDays = 800

export type Taken = { days: number; known: number; older: number; latest: Day | undefined }

/** A file of the European Central Bank, into the workspace; the same file again changes nothing. */
export async function takeEcb(db: Database, text: string, today: Day): Promise<Outcome<Taken>> {
  const read = readEcb(text)
  if (!read.ok) return read
  const since = addDays(today, -keptDays)
  const recent = read.value.filter(({ on = '' }) => on >= since)
  const { workspace } = await thisDevice(db)
  const statements = await Promise.all(recent.map((rate) => statementOf(workspace, rate)))
  const present = await db.records.bulkGet(statements.map(({ id }): [Uuid, Uuid] => [workspace, id]))
  const fresh = statements.filter((one, place) => !isSame(present[place], one))
  const written = await stateRecords(db, workspace, fresh)
  if (!written.ok) return written
  return ok({
    days: fresh.length,
    known: statements.length - fresh.length,
    older: read.value.length - recent.length,
    latest: recent
      .map(({ on = '' }) => on)
      .sort()
      .at(-1),
  })
}

/** Beside what the same source said of that day: one currency more, or another rate of one. */
export async function takeTyped(db: Database, rate: Rate): Promise<Outcome<null>> {
  const { workspace } = await thisDevice(db)
  const statement = await statementOf(workspace, rate)
  const present = await db.records.get([workspace, statement.id])
  const known = present?.deleted === 0 ? fieldOf(present, 'rates')?.value : undefined
  const rates = { ...(known instanceof Object && !Array.isArray(known) ? known : {}), ...rate.rates }
  return stateRecords(db, workspace, [{ ...statement, fields: { ...statement.fields, rates } }])
}

/** One record for one day, source and base, so that a second reading meets the first. */
async function statementOf(workspace: Uuid, { on, base, rates, source, kind }: Rate): Promise<Statement> {
  const fields = { on, base, rates, source, kind }
  const known = Object.entries(fields).flatMap(([field, value]) =>
    value === undefined ? [] : [[field, value] as const],
  )
  const id = await idFrom(workspace, 'rate', on ?? '', base ?? '', source ?? '', kind ?? '')
  return { id, type: 'rate', fields: Object.fromEntries(known) }
}

const isSame = (record: StoredRecord | undefined, { fields }: Statement): boolean =>
  record?.deleted === 0 &&
  Object.entries(fields).every(
    ([field, value]) => JSON.stringify(fieldOf(record, field)?.value) === JSON.stringify(value),
  )

export type KnownRate = { id: Uuid; on: Day; base: string; rates: Record<string, string>; source: string }

/** All rates of the workspace, the latest first. */
export async function knownRates(db: Database): Promise<{ workspace: Uuid; rates: KnownRate[] }> {
  const { workspace } = await thisDevice(db)
  const listed = db.listing.where('[scope+type+name+id]').between([workspace, 'rate'], [workspace, 'rate', []])
  const keys = await listed.primaryKeys()
  const records = await db.records.bulkGet(keys.map(([, , , id]): [Uuid, Uuid] => [workspace, id]))
  const rates = records.flatMap((record) => {
    const [on, base, source, pairs] = ['on', 'base', 'source', 'rates'].map(
      (field) => record && fieldOf(record, field)?.value,
    )
    if (!record || typeof on !== 'string' || typeof base !== 'string' || !(pairs instanceof Object)) return []
    const texts = Object.entries(pairs).map(([code, rate]) => [code, String(rate)])
    return [{ id: record.id, on, base, source: String(source ?? ''), rates: Object.fromEntries(texts) }]
  })
  return { workspace, rates: rates.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)) }
}
