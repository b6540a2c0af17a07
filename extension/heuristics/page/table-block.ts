import type { Block, Line, Shown } from '../../connector-kit/material.ts'
import type { Budget, Steps } from './budget.ts'
import { cellsOf, type Grid, gridOf, headerOf, headText, keysOf } from './grid.ts'
import { rowId } from './key.ts'
import { likeRows } from './like-row.ts'
import { isLabelLike } from './pairs.ts'
import type { TableRead } from './part.ts'
import { shownOf, squeeze } from './text.ts'
import { isUnread } from './visible.ts'

export function* readTable(table: Element, nested: ReadonlySet<Element>, budget: Budget): Steps<TableRead | undefined> {
  const grid = yield* gridOf(table, budget, likeRows(nested))
  const caption = captionOf(table)
  if (grid.rows.length === 0) return headAlone(grid, caption)
  const lines = yield* linesOfRows(grid, budget)
  if (lines) return { caption, lines }
  const rows: Shown[][] = []
  for (const row of grid.rows) {
    if (budget.due()) yield
    rows.push(cellsOf(row, grid.columns, nested))
  }
  const stated = headerOf(grid)
  const first = stated.some(Boolean) ? undefined : namesInFirstRow(grid, rows)
  const header = first ?? (stated.some(Boolean) ? stated : labelsOfCells(grid))
  const ids = grid.rows.map(({ element }) => rowId(element))
  const from = first ? 1 : 0
  const total = rowsInAll(table, grid)
  return { caption, header, keys: keysOf(grid), rows: rows.slice(from), ids: ids.slice(from), total }
}

/** Grids that scroll draw their header as a table of its own. */
function headAlone(grid: Grid, caption: string): TableRead | undefined {
  const header = headerOf(grid)
  if (header.filter(Boolean).length < 3) return undefined
  return { caption, header, keys: keysOf(grid), rows: [], ids: [], total: undefined }
}

export const isHead = (read: TableRead | undefined): boolean =>
  read !== undefined && 'rows' in read && !read.rows.length

/** A table without names right below one that has nothing else: these are its names. One cell more keeps place for a scrollbar. */
export function underHead(head: TableRead | undefined, read: TableRead): TableRead {
  if (!head || !('header' in head) || !('header' in read) || read.header.some(Boolean)) return read
  const spare = head.header.length - read.header.length
  const fits = spare === 0 || (spare === 1 && head.header.at(-1) === '')
  return fits
    ? { ...read, header: head.header.slice(0, read.header.length), keys: head.keys.slice(0, read.header.length) }
    : read
}

export function tableBlock(read: Exclude<TableRead, { lines: Line[] }>, near: string[]): Block {
  const { caption, header, keys, rows, ids, total } = read
  const above = caption === '' || near.includes(caption) ? near : [...near, caption]
  return {
    kind: 'table',
    near: above.slice(-12),
    header,
    keys,
    rows,
    ...(ids.every((id) => id !== '') ? { ids } : {}),
    ...(total === undefined ? {} : { total }),
  }
}

/** `th td` in every row (or `th td th td`): names and their values. Two columns without any header may be that as well. */
function* linesOfRows(grid: Grid, budget: Budget): Steps<Line[] | undefined> {
  if (grid.headRows.length > 0) return undefined
  const lines: Line[] = []
  const certain = grid.rows.every(({ heads, cells }) => heads > 0 && heads * 2 === cells.length)
  if (!certain && (grid.columns !== 2 || grid.rows.length < 2)) return undefined
  for (const { cells } of grid.rows) {
    if (budget.due()) yield
    for (let at = 0; at + 1 < cells.length; at += 2) {
      const [name, value] = [cells[at]?.element, cells[at + 1]?.element]
      if (!name || !value) continue
      const label = headText(name).replace(/\s*[:：]$/, '')
      if (!certain && !isLabelLike(label)) return undefined
      const shown = shownOf(value)
      if (shown && label !== '') lines.push({ ...shown, label })
    }
  }
  return lines.length > 0 ? lines : undefined
}

/** How many rows a virtual list has in all; its own count includes the rows of its header, and -1 says that nobody knows. */
function rowsInAll(table: Element, { headRows, rows }: Grid): number | undefined {
  const stated = table.getAttribute('aria-rowcount') ?? ''
  const total = /^\d{1,8}$/.test(stated) ? Number(stated) - headRows.length : -1
  return total >= rows.length ? total : undefined
}

/** A first row of names over rows of figures, where no element says that it is a header. */
function namesInFirstRow(grid: Grid, rows: Shown[][]): string[] | undefined {
  const [first, ...rest] = rows
  if (!first || rest.length === 0 || first.length < 3 || grid.rows[0]?.heads === grid.columns) return undefined
  if (
    !first.every(({ text }) => text === '' || isLabelLike(text)) ||
    first.filter(({ text }) => text !== '').length < 2
  )
    return undefined
  const figures = (row: Shown[]) => row.filter(({ text }) => /\d|@/.test(text)).length
  return rest.every((row) => figures(row) > 0) ? first.map(({ text }) => text) : undefined
}

/** Tables for small screens repeat each column's name at its cells. */
function labelsOfCells(grid: Grid): string[] {
  const header = Array.from({ length: grid.columns }, () => '')
  for (const { element, column } of grid.rows[0]?.cells ?? [])
    header[column] =
      ['data-label', 'data-title', 'data-th', 'aria-label']
        .map((name) => element.getAttribute(name) ?? '')
        .find((text) => text !== '')
        ?.slice(0, 300) ?? ''
  return header
}

function captionOf(table: Element): string {
  const caption = table.localName === 'table' ? (table as HTMLTableElement).caption : null // its name says so
  if (caption && !isUnread(caption)) return squeeze(caption.textContent).slice(0, 300)
  const label = table.getAttribute('aria-label')
  return label === null ? '' : squeeze(label).slice(0, 300)
}
