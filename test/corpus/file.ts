import { finished } from '../../extension/heuristics/steps.ts'
import { sheetSteps } from '../../extension/import/sheet.ts'
import { openFile } from '../../extension/import/source.ts'
import { excerptsOf, neutralOf } from './neutral.ts'
import type { Result } from './read.ts'

/** An export file, read by the code that imports files: no address, no page around it, nothing said by a person. */
export async function readFile(name: string, bytes: Uint8Array, at: string): Promise<Result> {
  const start = performance.now()
  const source = await openFile(name, bytes)
  const sheet = source.ok ? source.value.sheets[source.value.first] : undefined
  const reading = sheet && finished(sheetSteps(sheet.grid, { name, near: [name, sheet.name].filter(Boolean), at }))
  const ms = performance.now() - start
  const rows = reading?.records.flat() ?? []
  // The corpus has no word for a line of spend: what a cost export says is none of the things that it counts.
  const counted = rows.filter(({ type }) => type !== 'charge')
  const records = counted.map(({ type, fields, where }) => neutralOf({ type, fields, excerpts: excerptsOf(where) }))
  return { records, ms }
}
