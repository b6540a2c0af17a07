import { strToU8, Zip, ZipDeflate } from 'fflate'
import { pause } from '../../shared/pause.ts'
import { cellXml, escaped } from './cell-xml.ts'
import type { Plain, Table } from './list.ts'
import { atOnce } from './running.ts'
import { sheetNames } from './sheet-names.ts'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Rows between two looks at the clock: a moment's work. */
const slice = 200
/** Time at a stretch, in milliseconds: a key pressed meanwhile is answered before a person notices. */
const stretch = 24

/** The smallest workbook that is valid: typed cells, no formula and no link (T33). A sheet a table. */
export async function workbookOf(tables: Table[], { signal, onProgress } = atOnce()): Promise<Blob> {
  const file = new ZipFile()
  file.add('[Content_Types].xml', contentTypes(tables.length))
  file.add('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']]))
  file.add('xl/workbook.xml', workbookXml(sheetNames(tables.map(({ name }) => name))))
  const sheets = tables.map((_, at): [string, string] => ['worksheet', `worksheets/sheet${at + 1}.xml`])
  file.add('xl/_rels/workbook.xml.rels', relations([...sheets, ['styles', 'styles.xml']]))
  file.add('xl/styles.xml', styles)
  const all = tables.reduce((sum, { count }) => sum + count, 0)
  let [done, since] = [0, performance.now()]
  for (const [at, table] of tables.entries()) {
    const sheet = file.begin(`xl/worksheets/sheet${at + 1}.xml`)
    for (const rows of sheetXml(table)) {
      sheet.write(rows.xml)
      done += rows.count
      if (performance.now() - since < stretch) continue
      onProgress({ is: 'rows', done, all })
      await pause()
      signal.throwIfAborted()
      since = performance.now()
    }
    sheet.end()
  }
  return new Blob(file.end(), { type: `${type}.sheet` })
}

/** A ZIP file that is written as it comes, so that no sheet is in memory as a whole. */
class ZipFile {
  readonly #chunks: Uint8Array<ArrayBuffer>[] = []
  readonly #zip = new Zip((problem, chunk) => {
    if (problem) throw problem
    this.#chunks.push(new Uint8Array(chunk))
  })

  begin(path: string) {
    const part = new ZipDeflate(path, { level: 5 })
    this.#zip.add(part)
    part.push(strToU8(head))
    return { write: (text: string) => part.push(strToU8(text)), end: () => part.push(new Uint8Array(), true) }
  }

  add(path: string, text: string): void {
    const part = this.begin(path)
    part.write(text)
    part.end()
  }

  end(): Uint8Array<ArrayBuffer>[] {
    this.#zip.end()
    return this.#chunks
  }
}

const contentTypes = (sheets: number): string =>
  `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>` +
  Array.from(
    { length: sheets },
    (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
  ).join('') +
  '</Types>'

const relations = (to: [string, string][]): string =>
  `<Relationships xmlns="${packages}/relationships">${to
    .map(([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`

const workbookXml = (names: string[]): string =>
  `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names
    .map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join('')}</sheets></workbook>`

/** Three ways to show a cell: as it is, as a day (14), and in bold for the heads. */
const styles =
  `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>` +
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/>' +
  '<xf numFmtId="14" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>'

/** The heads stay in view while the rows are scrolled. */
function* sheetXml({ heads, rows }: Table): Generator<{ xml: string; count: number }> {
  const top = heads.map((text) => ({ kind: 'text' as const, text }))
  yield {
    count: 0,
    xml: `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>${widths(heads)}<sheetData>${rowXml(top, 0)}`,
  }
  let [xml, at, count] = ['', 0, 0]
  for (const cells of rows) {
    at += 1
    count += 1
    xml += rowXml(cells, at)
    if (count < slice) continue
    yield { xml, count }
    ;[xml, count] = ['', 0]
  }
  yield { xml: `${xml}</sheetData></worksheet>`, count }
}

/** As wide as its head, and never so narrow that a day becomes a row of signs. */
const widths = (heads: string[]): string =>
  `<cols>${heads
    .map(
      (text, at) =>
        `<col min="${at + 1}" max="${at + 1}" width="${Math.min(40, Math.max(13, text.length + 3))}" customWidth="1"/>`,
    )
    .join('')}</cols>`

const rowXml = (cells: Plain[], row: number): string =>
  `<row r="${row + 1}">${cells.map((cell, at) => cellXml(cell, row, at)).join('')}</row>`
