import Papa from 'papaparse'
import { headerRowOf, tableFromGrid } from '../../extension/heuristics/csv.ts'
import type { LabelledTable } from '../../extension/heuristics/tables.ts'

/** A text of separated values as the tables that the reader is given. Import has more to find out: see its own tests. */
export function tablesFromCsv(text: string): LabelledTable[] {
  const { data } = Papa.parse<string[]>(text)
  const table = tableFromGrid(data, headerRowOf(data).at, 'file')
  return table ? [table] : []
}
