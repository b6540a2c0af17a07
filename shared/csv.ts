import type { FieldValue } from './model/observation.ts'

/** A number stays one, for whoever reckons with it; everything else is a text. */
export type Cell = string | number | { decimal: string } | null

/**
 * What a spreadsheet takes for the start of a formula (OWASP, CSV injection), in full width as well. Apostrophes before
 * it belong to it, so that one more can be told from those of the text.
 */
const formula = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/

/** T33: no text of anybody's becomes a formula: an apostrophe stands before it, which spreadsheets do not show. */
const inert = (text: string): string => (formula.test(text) ? `'${text}` : text)

/** A text as it was before an apostrophe made it inert, in a file that somebody brings back. */
export const asWritten = (text: string): string => (text.startsWith("'") && formula.test(text) ? text.slice(1) : text)

function written(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  // Only ours: digits that money was written as.
  if (typeof cell === 'object') return cell.decimal
  return `"${inert(cell).replaceAll('"', '""')}"`
}

/** RFC 4180, with the mark at its start by which spreadsheets know that it is UTF-8. */
export const csv = (rows: Cell[][]): string =>
  `\uFEFF${rows.map((row) => `${row.map(written).join(',')}\r\n`).join('')}`

export const cellOf = (value: FieldValue | undefined): Cell => {
  if (value === undefined) return null
  if (typeof value === 'number' || typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return Array.isArray(value) ? value.join('; ') : JSON.stringify(value)
}
