import type { Day } from '../../shared/model/day.ts'
import type { Plain } from './list.ts'

/** XML 1.0 has no place for these characters, however they are escaped: a workbook with one does not open. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
/** A spreadsheet takes no longer text in a cell. */
const longest = 32_767

export const escaped = (text: string): string =>
  text
    .replace(unwritable, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

export function cellXml(cell: Plain, row: number, column: number): string {
  if (!cell) return ''
  const at = `r="${lettersOf(column)}${row + 1}"`
  if (cell.kind === 'number') return `<c ${at}><v>${cell.digits}</v></c>`
  if (cell.kind === 'flag') return `<c ${at} t="b"><v>${Number(cell.flag)}</v></c>`
  if (cell.kind === 'day' && cell.day >= firstDay) return `<c ${at} s="1"><v>${serialOf(cell.day)}</v></c>`
  const text = cell.kind === 'day' ? cell.day : cell.text.slice(0, longest)
  const style = row === 0 ? ' s="2"' : ''
  return `<c ${at}${style} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
}

/** Before this day spreadsheets count differently (they know a 29 February 1900): it is written as a text. */
const firstDay = '1900-03-01'
const serialOf = (day: Day): number => Date.parse(day) / 86_400_000 + 25_569

const lettersOf = (column: number): string =>
  (column >= 26 ? lettersOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))
