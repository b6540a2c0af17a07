import type { Shown } from '../../connector-kit/material.ts'
import { groupsOf, has } from './attributes.ts'
import type { Budget, Steps } from './budget.ts'
import { machineName } from './key.ts'
import type { LikeRows } from './like-row.ts'
import { shownOf } from './text.ts'
import { isElement, isUnread, shownChildren } from './visible.ts'

/** One row as the page has it: its cells where they stand, spans resolved. One that was read at once has only what it shows. */
export type Row = { element: Element; cells: Placed[]; heads: number; shown?: Shown[] }
type Placed = { element: Element; column: number; down: number; across: number }

/** A table or grid before it is read as text. */
export type Grid = { rows: Row[]; headRows: Row[]; columns: number }

const headNames = new Set(['columnheader', 'rowheader'])
const isHead = (cell: Element) =>
  cell.localName === 'th' || ((groupsOf(cell) & has.role) > 0 && headNames.has(cell.getAttribute('role') ?? ''))
const isColumnHead = (cell: Element) =>
  cell.getAttribute('role') === 'columnheader' || (cell.localName === 'th' && cell.getAttribute('scope') !== 'row')

export const isTable = (element: Element): boolean =>
  element.localName === 'table' || /^(table|grid|treegrid)$/.test(element.getAttribute('role') ?? '')

/** A table that only arranges the page; what it holds is read as if it were not there. */
export function isLayout(table: Element): boolean {
  if (/^(presentation|none)$/.test(table.getAttribute('role') ?? '')) return true
  if (table.localName !== 'table') return false
  return table.querySelector('th') === null && table.querySelector('table, h1, h2, h3, h4, form, dl') !== null
}

export function* gridOf(table: Element, budget: Budget, alike?: LikeRows): Steps<Grid> {
  const raw = table.localName === 'table' ? tableRows(table as HTMLTableElement) : ariaRows(table) // its name says so
  const open: (Placed & { left: number })[] = []
  const rows: Row[] = []
  const headRows: Row[] = []
  for (const { row, head, cells } of raw.slice(0, budget.rows)) {
    if (budget.due()) yield
    const shown = rows.length > 0 && open.length === 0 ? alike?.read(row) : undefined
    if (shown) {
      if (!budget.row(shown.length)) break
      rows.push({ element: row, cells: [], heads: 0, shown })
      continue
    }
    if (isUnread(row)) continue
    const elements = cells()
    if (!budget.row(elements.length)) break
    const placed = place(elements, open)
    const heads = headsIn(placed)
    if (rows.length > 0 && heads > 0 && rows.every(isBlank) && placed.every((cell) => isColumnHead(cell.element)))
      rows.length = 0
    const isHeadRow =
      rows.length === 0 &&
      placed.length > 0 &&
      (head || (heads > 0 && placed.every((cell) => isColumnHead(cell.element))))
    ;(isHeadRow ? headRows : rows).push({ element: row, cells: placed, heads })
    if (alike && !isHeadRow && heads === 0 && open.length === 0 && isPlain(placed)) alike.learn(row, elements)
  }
  const columns = [...headRows, ...rows].reduce(
    (most, { cells }) => Math.max(most, (cells.at(-1)?.column ?? -1) + 1),
    0,
  )
  return { rows: rows.filter((row) => !isGroupName(row, columns)), headRows, columns: Math.min(columns, 200) }
}

/** Fields to search each column, which some tables draw above the columns' names: a row that says nothing itself. */
const isBlank = ({ cells }: Row): boolean =>
  cells.length > 0 && cells.every(({ element }) => shownOf(element, { controls: false }) === undefined)

const isPlain = (cells: Placed[]): boolean => cells.every(({ column, across }, at) => column === at && across === 1)

function headsIn(cells: Placed[]): number {
  let heads = 0
  for (const { element } of cells) if (isHead(element)) heads++
  return heads
}

/** A row of one cell across the whole table says to what the rows below it belong. */
const isGroupName = ({ cells: [only, ...others] }: Row, columns: number): boolean =>
  only !== undefined && others.length === 0 && columns > 2 && only.across >= columns && isHead(only.element)

type RawRow = { row: Element; head: boolean; cells: () => Element[] }

const tableRows = (table: HTMLTableElement): RawRow[] =>
  [...table.rows]
    .filter((row) => row.parentElement?.localName !== 'tfoot')
    .map((row) => ({ row, head: row.parentElement?.localName === 'thead', cells: () => childrenOf(row) }))

function childrenOf(row: Element): Element[] {
  const cells: Element[] = []
  for (let cell = row.firstElementChild; cell !== null; cell = cell.nextElementSibling)
    if (cell.localName === 'td' || cell.localName === 'th') cells.push(cell)
  return cells
}

const rowRoles = new Set(['row'])
const cellRoles = new Set(['cell', 'gridcell', 'columnheader', 'rowheader'])

/** Rows of a grid made of divs. A grid with fixed columns draws one row in several parts: same row index, one row. */
function ariaRows(grid: Element): RawRow[] {
  const byIndex = new Map<string, Element[]>()
  const rows: RawRow[] = []
  for (const row of within(grid, rowRoles)) {
    const cells = within(row, cellRoles)
    const index = row.getAttribute('aria-rowindex')
    const same = index === null ? undefined : byIndex.get(index)
    if (same) same.push(...cells)
    else {
      const added = { row, head: cells.length > 0 && cells.every(isColumnHead), cells: () => cells }
      rows.push(added)
      if (index !== null) byIndex.set(index, cells)
    }
  }
  return rows
}

/** Elements of these roles as they are rendered, through shadow roots and slots, but not within one another or in a table of their own. */
function within(element: Element, roles: ReadonlySet<string>, found: Element[] = []): Element[] {
  for (const child of shownChildren(element)) {
    if (!isElement(child)) continue
    if (roles.has(child.getAttribute('role') ?? '')) found.push(child)
    else if (!isTable(child)) within(child, roles, found)
  }
  return found
}

function place(cells: Element[], open: (Placed & { left: number })[]): Placed[] {
  const carried = open.length === 0 ? open : open.splice(0).filter(({ left }) => left > 0)
  for (const span of carried) span.left--
  if (carried !== open) open.push(...carried)
  const taken = carried.length === 0 ? none : columnsOf(carried)
  const placed: Placed[] = carried.map(({ element, column, down, across }) => ({ element, column, down, across }))
  let [column, sorted] = [0, carried.length === 0]
  for (const element of cells) {
    if (isUnread(element)) continue
    const spans = (groupsOf(element) & has.span) > 0
    const stated = spans ? Number(element.getAttribute('aria-colindex')) : 0
    if (stated > 0) {
      sorted &&= stated > column
      column = Math.max(column, stated - 1)
    }
    while (taken.has(column)) column++
    const [across, down] = spans ? [span(element, 'colspan'), span(element, 'rowspan')] : [1, 1]
    const cell = { element, column, down, across }
    placed.push(cell)
    if (down > 1) open.push({ ...cell, left: down - 1 })
    column += across
  }
  return sorted ? placed : placed.sort((a, b) => a.column - b.column)
}

const none: ReadonlySet<number> = new Set()
const columnsOf = (spans: Placed[]): ReadonlySet<number> =>
  new Set(spans.flatMap(({ column, across }) => Array.from({ length: across }, (_, at) => column + at)))

const span = (cell: Element, name: string) =>
  Math.min(Math.max(Number(cell.getAttribute(name) ?? cell.getAttribute(`aria-${name}`)) || 1, 1), 200)

/** Column names: of stacked header rows from the outer to the inner one. */
export function headerOf({ headRows, columns }: Grid): string[] {
  const names = Array.from({ length: columns }, () => [] as string[])
  for (const { cells } of headRows)
    for (const { element, column, across } of cells) {
      const text = headText(element)
      for (let at = column; at < Math.min(column + across, columns); at++)
        if (text !== '' && names[at]?.at(-1) !== text) names[at]?.push(text)
    }
  return names.map((parts) => parts.join(' ').slice(0, 300))
}

/** Words for screen readers alone: in a header they tell how to sort. */
const unseen = '.sr-only, .visually-hidden, .screen-reader-text, .cdk-visually-hidden, .slds-assistive-text'

export function headText(cell: Element): string {
  const options = { buttons: 'always', controls: false } as const
  const aside = cell.firstElementChild === null ? [] : [...cell.querySelectorAll(unseen)]
  const seen = aside.length > 0 ? shownOf(cell, { ...options, skip: new Set(aside) }) : undefined
  const lines = (seen ?? shownOf(cell, options))?.text.split('\n') ?? []
  // Tables that can be sorted explain in the header how to sort.
  const short = lines.filter((line) => line.length <= 40)
  return (short.length > 0 ? short : lines).join(' ').slice(0, 300)
}

/** What programmers call the columns, '' where nothing tells. */
export function keysOf({ headRows, rows, columns }: Grid): string[] {
  const keys = Array.from({ length: columns }, () => '')
  for (const { element, column } of [...(headRows.at(-1)?.cells ?? []), ...(rows[0]?.cells ?? [])])
    if (keys[column] === '') keys[column] = machineName(element)
  return keys
}

const nothing: Shown = { text: '' }

export function cellsOf({ cells, shown: known }: Row, columns: number, nested: ReadonlySet<Element>): Shown[] {
  if (known?.length === columns) return known
  const shown = new Array<Shown>(columns).fill(nothing)
  for (const [at, cell] of (known ?? []).entries()) shown[at] = cell
  for (const { element, column } of cells)
    if (column < columns) shown[column] = shownOf(element, { skip: nested }) ?? nothing
  return shown
}
