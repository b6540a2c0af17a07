import { zipSync } from 'fflate'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import type { Grid } from '../heuristics/csv.ts'
import type { CellValue } from '../heuristics/tables.ts'
import { currencyStyles, withCurrencies } from './currency-cells.ts'
import { maxRows } from './separated.ts'
import { unzip } from './zip.ts'

export type Sheet = { name: string; grid: Grid }

/** Beyond these a sheet is no table of records, but would still fill the memory. */
const maxColumns = 1000
const maxCells = 4_000_000

const isPart = (name: string): boolean =>
  /^xl\/.*\.xml$|\.rels$|^\[Content_Types\]\.xml$/.test(name) && !/^xl\/media/.test(name)

/**
 * The sheets of an XLSX workbook. The library gets only what was unpacked and looked at here, packed anew without
 * compression: it never meets a bomb, a DTD or a cell beyond the edge.
 */
export async function sheetsOf(bytes: Uint8Array): Promise<Outcome<Sheet[]>> {
  const parts = unzip(bytes, isPart)
  if (!parts.ok) return parts
  if (!parts.value.has('xl/workbook.xml')) return fail('IMPORT_UNKNOWN_FORMAT')
  const archive: Record<string, Uint8Array> = Object.create(null)
  const styles = currencyStyles(new TextDecoder().decode(parts.value.get('xl/styles.xml') ?? new Uint8Array()))
  for (const [name, part] of parts.value) {
    const text = new TextDecoder().decode(part)
    if (/<!DOCTYPE|<!ENTITY/i.test(text)) return fail('IMPORT_BOMB', 'DTD')
    const isSheet = name.startsWith('xl/worksheets/')
    if (isSheet && isTooLarge(text)) return fail('IMPORT_TOO_LARGE')
    // The library knows only one of the two ways to write that days are counted from 1904, and no currency of a style.
    const known = isSheet ? withCurrencies(text, styles) : text.replace('date1904="true"', 'date1904="1"')
    archive[name] = known === text ? part : new TextEncoder().encode(known)
  }
  const packed = zipSync(archive, { level: 0 })
  try {
    // In a file of its own: only who opens a workbook loads what reads it.
    const { default: readWorkbook } = await import('read-excel-file/universal')
    const sheets = await readWorkbook(packed.buffer.slice(packed.byteOffset, packed.byteOffset + packed.byteLength))
    return ok(sheets.map(({ sheet, data }) => ({ name: sheet, grid: data.map((row) => row.map(cellValue)) })))
  } catch {
    return fail('IMPORT_NOT_A_TABLE') // a part is missing or is not what the format says
  }
}

/** Looked at before it is read: one cell at the far end makes a library fill everything before it. */
function isTooLarge(sheet: string): boolean {
  let [width, height] = [0, 0]
  for (const [, letters = '', row = ''] of sheet.matchAll(/<c\s[^>]{0,200}?\br="([A-Z]{1,9})(\d{1,9})"/g)) {
    width = Math.max(width, placeOf(letters))
    height = Math.max(height, Number(row))
  }
  return width > maxColumns || height > maxRows * 5 || width * height > maxCells
}

const placeOf = (letters: string): number =>
  [...letters].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0)

/** A day without a time of day is a day; the library gives both as the instant that UTC would write alike. */
function cellValue(value: unknown): CellValue {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : dayText(value.toISOString())
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

const dayText = (instant: string): string =>
  instant.endsWith('T00:00:00.000Z') ? instant.slice(0, 10) : instant.slice(0, 19).replace('T', ' ')
