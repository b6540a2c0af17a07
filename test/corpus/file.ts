import { tablesFromCsv } from '../../extension/heuristics/csv.ts'
import { recordsFromTables } from '../../extension/heuristics/records.ts'
import { excerptsOf, neutralOf } from './neutral.ts'
import type { Result } from './read.ts'

/** An export file, read as the import of a file reads it: no address, no page around it. */
export function readFile(name: string, bytes: Uint8Array, at: string): Result {
  const start = performance.now()
  const text = new TextDecoder().decode(bytes)
  const rows = recordsFromTables(tablesFromCsv(text, name), { url: 'file:///', title: '', lang: '', headings: [], at })
  const ms = performance.now() - start
  const records = rows.map(({ type, fields, where }) => neutralOf({ type, fields, excerpts: excerptsOf(where) }))
  return { records, ms }
}
