import type { Grid } from '../heuristics/csv.ts'

const maxCells = 2_000_000

/** The largest table of a copied piece of HTML, cell by cell. The document is inert: nothing in it runs or is fetched. */
export function gridFromHtml(html: string): Grid | undefined {
  if (!/<table/i.test(html)) return undefined
  const page = new DOMParser().parseFromString(html, 'text/html')
  const tables = [...page.querySelectorAll('table')].map((table) => [...table.rows].map(cellsOf))
  const sized = tables.filter((grid) => grid.length * Math.max(0, ...grid.map((row) => row.length)) <= maxCells)
  return sized.sort((a, b) => b.length - a.length)[0]
}

/** A cell over several columns fills the first; the others stay blank, as in a spreadsheet. */
const cellsOf = (row: HTMLTableRowElement): string[] =>
  [...row.cells].flatMap((cell) => [textOf(cell), ...Array<string>(Math.min(cell.colSpan, 200) - 1).fill('')])

const textOf = (cell: HTMLTableCellElement): string => (cell.textContent ?? '').replace(/\s+/g, ' ').trim()
