import { fail, type Outcome, ok } from '../../shared/problem.ts'
import { type Grid, headerRowOf, isBlank } from '../heuristics/csv.ts'
import { decode, type Encoding, encodingOf } from './encoding.ts'
import { gridFromText, maxRows, readText, type Separation, separationOf } from './separated.ts'
import { type Sheet, sheetsOf } from './workbook.ts'

/** What a person brought, as sheets of cells; of a text also how it was read, which they can change. */
export type Source = {
  name: string
  kind: 'text' | 'workbook' | 'pasted'
  sheets: Sheet[]
  /** The sheet that names the most columns. */
  first: number
  written?: { encoding: Encoding; separation: Separation; strayQuote?: number }
}

/** A person's choices over what was detected. */
export type Reading = { encoding?: Encoding; delimiter?: Separation['delimiter'] }

const maxBytes = 32 * 1024 * 1024

export async function openFile(name: string, bytes: Uint8Array, choice: Reading = {}): Promise<Outcome<Source>> {
  if (bytes.length > maxBytes) return fail('IMPORT_TOO_LARGE')
  if (startsWith(bytes, 0x50, 0x4b, 3, 4)) return fromWorkbook(name, bytes)
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return fail(isEncrypted(bytes) ? 'IMPORT_ENCRYPTED' : 'IMPORT_UNKNOWN_FORMAT')
  const encoding = choice.encoding ?? encodingOf(bytes)
  if (!encoding || startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return fail('IMPORT_UNKNOWN_FORMAT')
  const text = decode(bytes, encoding)
  if (isJson(text)) return fail('IMPORT_JSON')
  return fromText(name, text, encoding, choice)
}

function fromText(name: string, text: string, encoding: Encoding, choice: Reading): Outcome<Source> {
  const detected = separationOf(text)
  const separation = { ...detected, ...(choice.delimiter ? { delimiter: choice.delimiter } : {}) }
  const { grid, ...strays } = readText(text, separation)
  const checked = checkedSheets([{ name: '', grid }])
  // A wrong delimiter of one's own choice shows itself; it is no reason to take the file away.
  if (!checked.ok && !(choice.delimiter && checked.problem.code === 'IMPORT_NOT_A_TABLE')) return checked
  const sheets = checked.ok ? checked.value : [{ name: '', grid }]
  return ok({ name, kind: 'text', sheets, first: 0, written: { encoding, separation, ...strays } })
}

async function fromWorkbook(name: string, bytes: Uint8Array): Promise<Outcome<Source>> {
  const sheets = await sheetsOf(bytes)
  if (!sheets.ok) return sheets
  const checked = checkedSheets(sheets.value)
  if (!checked.ok) return checked
  const named = checked.value.map(({ grid }) => headerRowOf(grid).named)
  return ok({ name, kind: 'workbook', sheets: checked.value, first: named.indexOf(Math.max(...named)) })
}

/** Of no file: kept as where its rows come from, in whichever language. */
const pastedName = 'pasted table'

/** A table copied from a spreadsheet or a page: its cells where the clipboard has them, else text set apart by tabs. */
export function openPasted(cells: Grid | undefined, text: string): Outcome<Source> {
  if (text.length > maxBytes) return fail('IMPORT_TOO_LARGE')
  const checked = checkedSheets([{ name: '', grid: cells ?? gridFromText(text, separationOf(text)) }])
  return checked.ok ? ok({ name: pastedName, kind: 'pasted', sheets: checked.value, first: 0 }) : checked
}

function checkedSheets(all: Sheet[]): Outcome<Sheet[]> {
  const sheets = all.filter(({ grid }) => grid.some((row) => row.filter((value) => !isBlank(value)).length >= 2))
  if (sheets.length === 0) return fail('IMPORT_NOT_A_TABLE')
  return sheets.some(({ grid }) => grid.length > maxRows + 100) ? fail('IMPORT_TOO_LARGE') : ok(sheets)
}

/** Its commas would make a table of one row that names nothing. */
function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((byte, place) => bytes[place] === byte)

/** An encrypted workbook is an old container with this one stream in it. */
const isEncrypted = (bytes: Uint8Array): boolean =>
  new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length - (bytes.length % 2))).includes('EncryptedPackage')
