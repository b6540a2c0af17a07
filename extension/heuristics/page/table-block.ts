import type { Block, Line, Shown } from '../../connector-kit/material.ts'
import { cellsOf, type Grid, headerOf, headText, keysOf } from './grid.ts'
import type { Part } from './outline.ts'
import { isLabelLike } from './pairs.ts'
import { shownOf, squeeze } from './text.ts'
import { isUnread } from './visible.ts'

/** A table as a block; one whose rows name a value each is a card. */
export function tableBlock(
  { element, grid, inner }: Extract<Part, { kind: 'table' }>,
  near: string[],
): Block | undefined {
  if (grid.rows.length === 0) return undefined
  const lines = linesOfRows(grid)
  if (lines) return { kind: 'card', near: near.slice(0, -1), title: near.at(-1) ?? '', lines }
  const nested = new Set(inner.flatMap((part) => (part.kind === 'table' ? [part.element] : [])))
  const rows = grid.rows.map((row) => cellsOf(row, grid.columns, nested))
  const stated = headerOf(grid)
  const first = stated.some(Boolean) ? undefined : namesInFirstRow(grid, rows)
  const header = first ?? (stated.some(Boolean) ? stated : labelsOfCells(grid))
  const caption = captionOf(element)
  return {
    kind: 'table',
    near: (caption === '' || near.includes(caption) ? near : [...near, caption]).slice(-12),
    header,
    keys: keysOf(grid),
    rows: first ? rows.slice(1) : rows,
  }
}

/** `th td` in every row (or `th td th td`): names and their values. Two columns without any header may be that as well. */
function linesOfRows(grid: Grid): Line[] | undefined {
  if (grid.headRows.length > 0) return undefined
  const lines: Line[] = []
  const certain = grid.rows.every(({ heads, cells }) => heads > 0 && heads * 2 === cells.length)
  if (!certain && (grid.columns !== 2 || grid.rows.length < 2)) return undefined
  for (const { cells } of grid.rows)
    for (let at = 0; at + 1 < cells.length; at += 2) {
      const [name, value] = [cells[at]?.element, cells[at + 1]?.element]
      if (!name || !value) continue
      const label = headText(name).replace(/\s*[:：]$/, '')
      if (!certain && !isLabelLike(label)) return undefined
      const shown = shownOf(value)
      if (shown && label !== '') lines.push({ ...shown, label })
    }
  return lines.length > 0 ? lines : undefined
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
  const caption = table.querySelector(':scope > caption')
  if (caption && !isUnread(caption)) return squeeze(caption.textContent).slice(0, 300)
  const label = table.getAttribute('aria-label')
  return label === null ? '' : squeeze(label).slice(0, 300)
}
