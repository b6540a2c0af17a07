import type { ReadRow } from '../connector-kit/define.ts'
import type { LabelledTable, ReadContext } from './tables.ts'

/** Rows that are records of a client's inventory; a table that is anything else gives none. */
export function recordsFromTables(tables: LabelledTable[], context: ReadContext): ReadRow[] {
  return tables.flatMap((table) => recordsFromTable(table, context))
}

function recordsFromTable(_table: LabelledTable, _context: ReadContext): ReadRow[] {
  return []
}
