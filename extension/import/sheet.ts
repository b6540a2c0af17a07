import { type CapturedType, capturedTypes } from '../../shared/model/record-type.ts'
import type { ReadRow } from '../connector-kit/define.ts'
import { type Column, columnsOf } from '../heuristics/columns.ts'
import { type Grid, headerRowOf, isBlank, lettersOf, tableSteps } from '../heuristics/csv.ts'
import { languageOf, lexiconsFor } from '../heuristics/lexicon.ts'
import { recordSteps } from '../heuristics/records.ts'
import { type RowSteps, rowsPerStep } from '../heuristics/steps.ts'
import type { Cell, LabelledTable } from '../heuristics/tables.ts'
import { t } from '../ui/language.ts'
import { isItemized, lineColumnsOf, lineSteps } from './bill-lines.ts'
import { focusSteps, isFocus } from './focus.ts'
import { type OwnList, ownListOf, ownSteps } from './own-list.ts'
import { isAmbiguousDay } from './values.ts'

/** One column as the reader understood it. */
export type SheetColumn = Column & {
  /** The label, or the letter that a spreadsheet gives it. */
  name: string
  /** Which fields its values became, and how often. */
  read: Map<string, number>
  samples: string[]
  /** The first of its days that may be read two ways. */
  ambiguous?: string
}

/** A sheet as the reader understood it; nothing in it depends on what the client has. */
export type SheetReading = {
  table: LabelledTable
  header: { at: number; sure: boolean }
  /** The language of its words and numbers. */
  spoken: string
  type: CapturedType | null
  columns: SheetColumn[]
  /** By row: what the reader made of it. */
  records: ReadRow[][]
  /** It is a list that this product wrote. */
  own: OwnList | undefined
}

type Wish = {
  name: string
  /** What names the sheet beside its columns: file and sheet. */
  near: string[]
  /** A person's choices over what was detected. */
  header?: number
  spoken?: string
  /** When the file was chosen. */
  at: string
}

/** Undefined where no two columns stand below the header row. */
export function* sheetSteps(grid: Grid, wish: Wish): RowSteps<SheetReading | undefined> {
  const found = headerRowOf(grid)
  const header = wish.header === undefined ? { at: found.at, sure: found.sure } : { at: wish.header, sure: true }
  const table = yield* tableSteps(grid, header.at, wish.name)
  if (!table) return undefined
  const titles = grid.slice(0, header.at).flatMap((row) => row.filter((value) => !isBlank(value)).map(String))
  const spoken = wish.spoken ?? languageOf(table.columns, '')
  const own = ownListOf(table.columns)
  const read = own
    ? yield* ownSteps(table, own)
    : yield* recordsIn(table, spoken, [...wish.near, ...titles.slice(0, 6)], wish.at)
  const places = yield* placesOf(table)
  const type = commonType(read)
  const records: ReadRow[][] = table.rows.map(() => [])
  for (const record of read) if (record.type === type) records[rowOf(record, places)]?.push(record)
  yield table.rows.length
  const columns = yield* columnsIn(table, spoken, records, places)
  return { table, header, spoken, type, columns, records, own }
}

/** The columns alone tell most tables; where they do not, what stands above them and the file's name may. */
function* recordsIn(table: LabelledTable, spoken: string, near: string[], at: string): RowSteps<ReadRow[]> {
  const columns = columnsOf(table, lexiconsFor(spoken), spoken)
  if (isFocus(table.columns)) return yield* focusSteps(table, columns)
  const lines = lineColumnsOf(columns)
  if (lines && isItemized(table, lines)) return yield* lineSteps(table, lines, spoken)
  const context = { url: 'file:///', title: '', lang: '', headings: [], at, spoken }
  const read = yield* recordSteps([table], context)
  if (read.length > 0) return read
  const again = yield* recordSteps([{ ...table, near: near.map((text) => text.slice(0, 200)) }], context)
  return again.length > 0 || !lines ? again : yield* lineSteps(table, lines, spoken)
}

type Place = { row: number; column: number }

/** Evidence names the cell that it was read from; here is where that cell stands. */
function* placesOf({ rows }: LabelledTable): RowSteps<Map<string, Place>> {
  const places = new Map<string, Place>()
  for (const [row, { cells }] of rows.entries()) {
    if (row % rowsPerStep === 0) yield rows.length
    for (const [column, cell] of cells.entries()) if (cell) places.set(cell.locator, { row, column })
  }
  return places
}

function rowOf({ where }: ReadRow, places: Map<string, Place>): number {
  for (const { locator } of Object.values(where)) {
    const place = places.get(locator)
    if (place) return place.row
  }
  return -1
}

const types = Object.keys(capturedTypes) as CapturedType[] // Object.keys is typed as string[]

function commonType(read: ReadRow[]): CapturedType | null {
  const counted = types.map((type) => ({ type, count: read.filter((record) => record.type === type).length }))
  const [most] = counted.sort((a, b) => b.count - a.count)
  return most && most.count > 0 ? most.type : null
}

function* columnsIn(
  table: LabelledTable,
  spoken: string,
  read: ReadRow[][],
  places: Map<string, Place>,
): RowSteps<SheetColumn[]> {
  const columns = columnsOf(table, lexiconsFor(spoken), spoken)
  const fields = columns.map(() => new Map<string, number>())
  for (const [row, records] of read.entries()) {
    if (row % rowsPerStep === 0) yield read.length
    for (const [field, { locator }] of records.flatMap(({ where }) => Object.entries(where))) {
      const known = fields[places.get(locator)?.column ?? -1]
      known?.set(field, (known.get(field) ?? 0) + 1)
    }
  }
  const made: SheetColumn[] = []
  for (const column of columns) {
    yield read.length
    const ambiguous = table.rows.find(({ cells }) => isAmbiguousDay(cells[column.index]?.value ?? null))
    made.push({
      ...column,
      name: column.label === '' ? t('import.unnamedColumn', lettersOf(column.index)) : column.label,
      read: fields[column.index] ?? new Map(),
      samples: samplesOf(table, column.index),
      ...(ambiguous ? { ambiguous: String(ambiguous.cells[column.index]?.value) } : {}),
    })
  }
  return made
}

const samplesOf = ({ rows }: LabelledTable, place: number): string[] => {
  const found = new Set<string>()
  for (const { cells } of rows.slice(0, 200)) {
    const cell: Cell | undefined = cells[place]
    if (cell) found.add(String(cell.value).slice(0, 60))
    if (found.size === 3) break
  }
  return [...found]
}
