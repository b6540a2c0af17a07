import { lexiconsFor, readLabel } from './lexicon.ts'
import { finished, type RowSteps, rowsPerStep } from './steps.ts'
import type { Cell, CellValue, LabelledTable } from './tables.ts'
import { dayOf } from './values/day.ts'
import { decimalOf } from './values/number.ts'
import { emailOf } from './values/shape.ts'

/** A sheet as it stands: rows of cells, blank ones too, so that a row's place is the one that a person sees. */
export type Grid = CellValue[][]

const maxColumns = 500

/** The rows below a header row. A single column is a list of words, not a table. */
export const tableFromGrid = (grid: Grid, at: number, name: string): LabelledTable | undefined =>
  finished(tableSteps(grid, at, name))

/** The same, where something must go on meanwhile. */
export function* tableSteps(grid: Grid, at: number, name: string): RowSteps<LabelledTable | undefined> {
  const columns = columnsIn(grid, at)
  if (columns.length < 2) return undefined
  const rows: LabelledTable['rows'] = []
  for (const values of grid.slice(at + 1)) {
    if (rows.length % rowsPerStep === 0) yield 0
    const number = at + rows.length + 2
    rows.push({ cells: columns.map(({ place, called }) => cellOf(values[place], `row ${number}, ${called}`)) })
  }
  return { source: 'csv', near: [], columns: columns.map(({ label }) => label), rows, locator: name }
}

/** Labels as they stand; `called` is what evidence calls a column, where two have the same label or one has none. */
function columnsIn(grid: Grid, at: number): { place: number; label: string; called: string }[] {
  const header = grid[at] ?? []
  const width = Math.min(maxColumns, filledWidth(grid, at))
  const labels = Array.from({ length: width }, (_, place) => String(header[place] ?? '').trim())
  return labels.map((label, place) => {
    const alone = label !== '' && labels.indexOf(label) === labels.lastIndexOf(label)
    const column = `column ${lettersOf(place)}`
    return { place, label, called: alone ? label : [label, column].filter(Boolean).join(', ') }
  })
}

function filledWidth(grid: Grid, at: number): number {
  let width = 0
  for (const row of grid.slice(at)) {
    let last = row.length
    while (last > width && isBlank(row[last - 1])) last -= 1
    width = Math.max(width, last)
  }
  return width
}

/** 0 → A, 25 → Z, 26 → AA, as spreadsheets count. */
export const lettersOf = (place: number): string =>
  (place >= 26 ? lettersOf(Math.floor(place / 26) - 1) : '') + String.fromCharCode(65 + (place % 26))

export const isBlank = (value: CellValue | undefined): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')

const cellOf = (value: CellValue | undefined, locator: string): Cell | undefined =>
  value === undefined || isBlank(value)
    ? undefined
    : { value: typeof value === 'string' ? value.trim() : value, locator }

/** How far down a header may stand: titles, filters and dates of export come before it. */
const searched = 30

/**
 * The row in which most words are known column words and nothing is a value; the first of equals. Where no word is known it
 * is the first full row, and that is not sure. `named` is how many columns it names.
 */
export function headerRowOf(grid: Grid): { at: number; sure: boolean; named: number } {
  const rows = grid.slice(0, searched).map((row, at) => ({ at, filled: row.filter((value) => !isBlank(value)), row }))
  const candidates = rows.filter(({ filled }) => filled.length >= 2)
  const scored = candidates.map(({ at, filled }) => ({ at, score: known(filled) - filled.filter(isValue).length }))
  const [best] = scored.sort((a, b) => b.score - a.score || a.at - b.at)
  if (best && best.score > 0) return { at: best.at, sure: true, named: best.score }
  const widest = Math.max(0, ...rows.map(({ filled }) => filled.length))
  return { at: rows.find(({ filled }) => filled.length === widest)?.at ?? 0, sure: false, named: 0 }
}

const known = (row: CellValue[]): number =>
  row.filter((label) => typeof label === 'string' && readLabel(label, lexiconsFor('en')).concepts.length > 0).length

/** Numbers, days and addresses stand below a header, not in it. */
const isValue = (value: CellValue): boolean =>
  typeof value !== 'string' ||
  decimalOf(value, 'en') !== undefined ||
  emailOf(value) !== undefined ||
  dayOf(value, 'en') !== undefined
