import { type Lexicon, readLabel } from './lexicon.ts'
import type { LabelledTable } from './tables.ts'
import { hostOf } from './values/shape.ts'

/** "Services" of a hosting company: domains among the other rows, told by a column for the kind of each. They are a table of their own. */
export function byKind(table: LabelledTable, order: Lexicon[]): LabelledTable[] {
  const kind = table.source === 'json' ? -1 : table.columns.findIndex((label) => isKind(label, order))
  if (kind < 0) return [table]
  const isDomain = (row: Row) => says(row.cells[kind]?.value, order) && hostAt(row) >= 0
  const [domains, others] = [table.rows.filter(isDomain), table.rows.filter((row) => !isDomain(row))]
  const [first] = domains
  if (!first) return [table]
  const [host, word] = [hostAt(first), String(first.cells[kind]?.value)]
  if (domains.some((row) => hostAt(row) !== host)) return [table]
  const columns = table.columns.map((label, at) => (at === host ? 'domain' : label))
  const apart = { ...table, near: [...table.near, word], columns, rows: domains }
  return others.length > 0 ? [{ ...table, rows: others }, apart] : [apart]
}

type Row = LabelledTable['rows'][number]

const isKind = (label: string, order: Lexicon[]): boolean => {
  const { concepts, unknown } = readLabel(label, order)
  return (
    unknown <= 1 &&
    concepts.includes('type') &&
    concepts.every((concept) => concept === 'type' || concept === 'product')
  )
}

const says = (value: unknown, order: Lexicon[]): boolean => {
  if (typeof value !== 'string' || value.length > 40) return false
  const { concepts, unknown } = readLabel(value, order)
  return unknown <= 1 && concepts.length > 0 && concepts.every((concept) => concept === 'domain')
}

const hostAt = ({ cells }: Row): number => cells.findIndex((cell) => hostOf(cell?.value) !== undefined)
