import Papa from 'papaparse'
import { lexiconsFor, readLabel } from './lexicon.ts'
import type { Cell, LabelledTable } from './tables.ts'

const maxChars = 32 * 1024 * 1024
const maxRows = 50_000

/** A file of separated values as a table: delimiter and quotes by papaparse, the header row by its words. */
export function tablesFromCsv(text: string, name = 'file'): LabelledTable[] {
  if (text.length > maxChars) return []
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: 'greedy', preview: maxRows })
  const at = headerRow(data)
  const header = data[at]
  if (!header || header.length < 2) return []
  const rows = data
    .slice(at + 1)
    .map((values, index) => ({ cells: header.map((_, column) => cellOf(values[column], index, header[column])) }))
  return [{ source: 'csv', near: [], columns: header.map((label) => label.trim()), rows, locator: name }]
}

const cellOf = (value: string | undefined, index: number, label = ''): Cell | undefined =>
  value === undefined || value.trim() === ''
    ? undefined
    : { value: value.trim(), locator: `row ${index + 1}, ${label.trim()}` }

/** The row among the first ten in which most words are known column words; titles and dates of export stand above it. */
function headerRow(data: string[][]): number {
  const known = (row: string[]) =>
    row.filter((label) => label !== '' && readLabel(label, lexiconsFor('en')).concepts.length > 0).length
  const scores = data.slice(0, 10).map((row, index) => ({ index, known: row.length < 2 ? 0 : known(row) }))
  return scores.sort((a, b) => b.known - a.known || a.index - b.index)[0]?.index ?? 0
}
