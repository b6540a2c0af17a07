import { type CellPlace, wordsOf } from '../../connector-kit/define.ts'
import type { Lookup } from '../../connector-kit/lookup.ts'
import type { FoundList, Shown } from '../../connector-kit/material.ts'
import { besideLabel, sameWords } from './beside.ts'
import { type Steps, startBudget } from './budget.ts'
import { type Grid, gridOf, headerOf, isLayout, isTable } from './grid.ts'
import { rootsIn, selected } from './roots.ts'
import { shownOf } from './text.ts'
import { isHidden } from './visible.ts'

const maxRows = 5000

/** One row of a list: its element, and its cells by column where it stands in a table with headings. */
export type ListRow = { element: Element; table: Headed | null; cells: Map<number, Element> }
type Headed = { header: string[]; rows: ListRow[] }

/** What a rule asks of the page, as the page shows it now. A page that has nothing of it answers no rows. */
export function lookUp(document: Document, { list, cells }: Lookup): FoundList {
  const rows = listRows(document, list, cells).slice(0, maxRows)
  const there = new Set<CellPlace>()
  const found = rows.map((row) =>
    cells.map((place): Shown | null => {
      const at = cellIn(row, place)
      if (at) there.add(place)
      return at?.shown ?? null
    }),
  )
  const full = found.filter((row) => row.some((shown) => shown !== null))
  if (full.length === 0) return { rows: [], gone: [] }
  return { rows: full, gone: cells.flatMap((place) => (there.has(place) ? [] : wordsOf(place).slice(0, 1))) }
}

export function listRows(document: Document, list: Lookup['list'], cells: CellPlace[]): ListRow[] {
  if (list === 'page') return document.body ? [{ element: document.body, table: null, cells: new Map() }] : []
  // A heading is asked for in tables only, and finding those goes through the whole page.
  const tables = list === 'table' || cells.some((place) => 'heading' in place) ? headedTables(document) : []
  if (list === 'table') return bestTables(tables, cells).flatMap(({ rows }) => rows)
  const known = new Map(tables.flatMap(({ rows }) => rows.map((row) => [row.element, row] as const)))
  return selected(document, list.selector)
    .slice(0, maxRows)
    .filter((element) => !isHidden(element))
    .map((element) => known.get(element) ?? { element, table: null, cells: new Map() })
}

/** The tables with most of the headings that are asked for; the same table may stand there in several parts. */
function bestTables(tables: Headed[], cells: CellPlace[]): Headed[] {
  const scored = tables.map((table) => ({
    table,
    score: cells.filter((place) => 'heading' in place && columnOf(table, place.heading) >= 0).length,
  }))
  const best = Math.max(1, ...scored.map(({ score }) => score))
  return scored.filter(({ score }) => score === best).map(({ table }) => table)
}

/** Where a cell is, with what it shows; the place exists also where nothing stands in it. */
export function cellIn(
  row: ListRow,
  place: CellPlace,
): { element: Element | null; shown: Shown | undefined } | undefined {
  if ('label' in place) return besideLabel(row.element, place.label)
  if ('heading' in place) {
    const column = row.table ? columnOf(row.table, place.heading) : -1
    if (column < 0) return undefined
    const element = row.cells.get(column) ?? null
    return { element, shown: element ? shownOf(element) : undefined }
  }
  const element = selected(row.element, place.selector).find((each) => !isHidden(each))
  return element && { element, shown: shownOf(element, { buttons: 'always' }) }
}

const columnOf = ({ header }: Headed, wanted: string[]): number =>
  header.findIndex((text) => wanted.some((word) => sameWords(text, word)))

export function headedTables(document: Document): Headed[] {
  const budget = startBudget(() => 0)
  return rootsIn(document)
    .flatMap((root) => [...root.querySelectorAll('table, [role=table], [role=grid], [role=treegrid]')])
    .slice(0, 100)
    .filter((table) => isTable(table) && !isLayout(table) && !isHidden(table))
    .map((table) => headed(atOnce(gridOf(table, budget))))
    .filter(({ header }) => header.some((text) => text !== ''))
}

/** In one piece: a look-up is small, and half of one would be a wrong one. */
function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

function headed(grid: Grid): Headed {
  const table: Headed = { header: headerOf(grid), rows: [] }
  table.rows = grid.rows.map(({ element, cells }) => ({
    element,
    table,
    cells: new Map(cells.map((cell) => [cell.column, cell.element])),
  }))
  return table
}
