import { type Cell, csv } from '../../shared/csv.ts'
import type { Plain, Table } from './list.ts'

/** The same writer as the server's export: quoted, marked as UTF-8, and no text becomes a formula (T33). */
export const csvOf = ({ heads, rows }: Table): string => csv([heads, ...Array.from(rows, (row) => row.map(cellOf))])

function cellOf(cell: Plain): Cell {
  if (!cell) return null
  if (cell.kind === 'number') return { decimal: cell.digits }
  if (cell.kind === 'flag') return cell.flag ? 'yes' : 'no'
  return cell.kind === 'day' ? cell.day : cell.text
}
