import { zipSync } from 'fflate'

export type SheetCell =
  | string
  | number
  | boolean
  | { formula: string; value: string | number }
  | { serial: number }
  /** A number under one of the styles from `formats`. */
  | { styled: number; format: number }
  | null

/** A workbook as spreadsheets write it: inline texts, numbers, days by style, formulas with their last values. */
export function workbook(
  sheets: Record<string, SheetCell[][]>,
  { since1904 = false, formats = [] as string[] } = {},
): Uint8Array {
  const names = Object.keys(sheets)
  const parts = names.map((name, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheets[name] ?? [])])
  return zipSync(
    Object.fromEntries(
      [
        ['[Content_Types].xml', `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`],
        ['xl/workbook.xml', workbookXml(names, since1904)],
        ['xl/_rels/workbook.xml.rels', relations(names)],
        ['xl/styles.xml', stylesXml(formats)],
        ...parts,
      ].map(([path, text]) => [path, new TextEncoder().encode(text)]),
    ),
  )
}

const head = '<?xml version="1.0" encoding="UTF-8"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const stylesXml = (formats: string[]): string =>
  `${head}<styleSheet xmlns="${main}"><numFmts>${formats
    .map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escaped(code)}"/>`)
    .join('')}</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>${formats
    .map((_, at) => `<xf numFmtId="${164 + at}" applyNumberFormat="1"/>`)
    .join('')}</cellXfs></styleSheet>`

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

const workbookXml = (names: string[], since1904: boolean): string =>
  `${head}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${since1904 ? ' date1904="true"' : ''}/><sheets>${names
    .map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join('')}</sheets></workbook>`

const relations = (names: string[]): string =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names
    .map(
      (_, at) => `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
    )
    .join('')}<Relationship Id="rIdS" Type="${office}/styles" Target="styles.xml"/></Relationships>`

const sheetXml = (rows: SheetCell[][]): string =>
  `${head}<worksheet xmlns="${main}"><sheetData>${rows
    .map(
      (cells, row) => `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, row, column)).join('')}</row>`,
    )
    .join('')}</sheetData></worksheet>`

function cellXml(cell: SheetCell, row: number, column: number): string {
  const at = `r="${String.fromCharCode(65 + column)}${row + 1}"`
  if (cell === null) return ''
  if (typeof cell === 'string') return `<c ${at} t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
  if (typeof cell === 'boolean') return `<c ${at} t="b"><v>${Number(cell)}</v></c>`
  if (typeof cell === 'number') return `<c ${at}><v>${cell}</v></c>`
  if ('serial' in cell) return `<c ${at} s="1"><v>${cell.serial}</v></c>`
  if ('styled' in cell) return `<c ${at} s="${2 + cell.format}"><v>${cell.styled}</v></c>`
  const type = typeof cell.value === 'string' ? ' t="str"' : ''
  return `<c ${at}${type}><f>${escaped(cell.formula)}</f><v>${escaped(String(cell.value))}</v></c>`
}
