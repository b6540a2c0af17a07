import type { Database } from '../../extension/db/database.ts'
import { finished } from '../../extension/heuristics/steps.ts'
import { dryRun, importable, type RowVerdict } from '../../extension/import/dry-run.ts'
import { mappingOf } from '../../extension/import/mapping.ts'
import { emptyPlan, type Plan } from '../../extension/import/plan.ts'
import { type RowReading, rowSteps } from '../../extension/import/rows.ts'
import { type SheetReading, sheetSteps } from '../../extension/import/sheet.ts'
import { openFile } from '../../extension/import/source.ts'
import { writeRows } from '../../extension/import/write.ts'
import { newId, type Uuid } from '../../shared/model/id.ts'

export const at = '2027-02-06T10:00:00.000Z'

export async function sheetOf(text: string, name = 'file.csv'): Promise<SheetReading> {
  const source = await openFile(name, new TextEncoder().encode(text))
  if (!source.ok) throw new Error(source.problem.code)
  const reading = finished(sheetSteps(source.value.sheets[0]?.grid ?? [], { name, near: [name], at }))
  if (!reading) throw new Error('not a table')
  return reading
}

export async function rowsOf(text: string, plan: Partial<Plan> = {}): Promise<RowReading[]> {
  const reading = await sheetOf(text)
  const said = { ...emptyPlan, ...plan }
  const mapping = mappingOf(reading, said)
  return mapping ? finished(rowSteps(reading, mapping, said)) : []
}

const unhurried = () => ({ signal: new AbortController().signal, onProgress: () => undefined })

/** What would happen to each row of a file. */
export async function verdictsOf(
  db: Database,
  client: Uuid,
  text: string,
  plan: Partial<Plan> = {},
): Promise<RowVerdict[]> {
  const act = { id: newId(), name: 'file.csv', at: new Date().toISOString() }
  return (await dryRun(db, client, await rowsOf(text, plan), act, unhurried())) ?? []
}

/** Imports a file as a person does who presses the button; answers how many rows were written. */
export async function importFile(db: Database, client: Uuid, text: string, plan: Partial<Plan> = {}): Promise<number> {
  const verdicts = importable(await verdictsOf(db, client, text, plan))
  const { rows, problem } = await writeRows(db, client, verdicts, unhurried())
  if (problem) throw new Error(problem.code)
  return rows
}
