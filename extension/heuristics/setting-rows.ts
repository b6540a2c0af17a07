import { lexiconsFor, readLabel } from './lexicon.ts'
import type { Cell, LabelledTable, ReadContext } from './tables.ts'
import { pathOf } from './topics.ts'
import { areaOf } from './types/control-area.ts'

const places = /settings?$|config(?:uration)?s?$|options$|preferences$|parameters$|polic(?:y|ies)$/i

/**
 * `[{ name: "enforce_second_factor", value: "all" }]`: settings one a row are the keys and values of one object. Those about
 * security are kept; of all others such a list says nothing that is read here.
 */
export function bySetting(table: LabelledTable, { url }: ReadContext): LabelledTable {
  if (table.source !== 'json' || table.single) return table
  const named = columnAt(table, /^_?(?:id|key|name|setting|code|slug)$/i, true)
  const set = columnAt(table, /^(?:current_?)?value$/i, false)
  if (named < 0 || set < 0 || ![...table.near, ...pathOf(url)].some((step) => places.test(step.replace(/\.\w+$/, ''))))
    return table
  const settings = new Map<string, Cell>()
  for (const { cells } of table.rows) {
    const [name, cell] = [cells[named]?.value, cells[set]]
    if (typeof name === 'string' && cell && isSecurity(name) && !settings.has(name)) settings.set(name, plain(cell))
  }
  if (settings.size === 0) return table
  return { ...table, single: true, columns: [...settings.keys()], rows: [{ cells: [...settings.values()] }] }
}

/** The first such column; a name may be a number elsewhere, here it is words. */
const columnAt = ({ columns, rows }: LabelledTable, label: RegExp, worded: boolean): number =>
  columns.findIndex(
    (column, index) =>
      label.test(column) &&
      (!worded || rows.every(({ cells }) => /[a-z]{2}/i.test(String(cells[index]?.value)))),
  )

const isSecurity = (name: string): boolean => {
  const { concepts } = readLabel(name, lexiconsFor(null))
  return name.length <= 80 && areaOf(new Set(concepts)) !== undefined
}

/** `"true"`, `"12"`: what a list of settings of all kinds writes as text. */
const plain = (cell: Cell): Cell => {
  if (typeof cell.value !== 'string') return cell
  const value = cell.value.trim()
  if (/^(?:true|false)$/i.test(value)) return { ...cell, value: value.toLowerCase() === 'true' }
  return /^\d{1,6}$/.test(value) ? { ...cell, value: Number(value) } : cell
}
