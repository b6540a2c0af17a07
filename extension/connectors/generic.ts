import { defineConnector, joinRows, type ReadRow } from '../connector-kit/define.ts'
import type { Material, PageSnapshot } from '../connector-kit/material.ts'
import { recordsFromJson } from '../heuristics/json-records.ts'
import { statedTotal } from '../heuristics/list-total.ts'
import { recordsFromPage } from '../heuristics/page/read.ts'
import type { ReadContext } from '../heuristics/tables.ts'

/** Knows no console: reads what the words, the values and their surroundings say. Anywhere the person allowed it. */
export default defineConnector({
  id: 'generic',
  version: 1,
  name: 'Generic reader',
  vendor: 'generic',
  priority: 0,
  matches: [],
  records: [],
  readAll,
})

/** JSON is exact where the page is written for the eye: the page adds only kinds of record that no response had. */
function readAll(material: Material): ReadRow[] {
  const { url, title, lang, at } = material
  const headings = material.page?.headings ?? []
  const responses = material.responses.flatMap((response) => {
    const context = { url: response.url, title, lang, headings, at, pageUrl: url }
    const rows = recordsFromJson(response.text, context)
    return rows.length > 0 ? ofList(rows, statedTotal(response.text)) : rows
  })
  const known = distinct(responses)
  const page = material.page ? rowsOfPage(material.page, { url, title, lang, headings, at }) : []
  const types = new Set(known.map(({ type }) => type))
  return [...known, ...page.filter(({ type }) => !types.has(type))]
}

const ofList = (rows: ReadRow[], total: number | undefined): ReadRow[] =>
  total === undefined ? rows : rows.map((row) => ({ ...row, total }))

/** Rows of a table say by their place from which one they are. */
function rowsOfPage(page: PageSnapshot, context: ReadContext): ReadRow[] {
  const tables = page.blocks.filter((block) => block.kind === 'table')
  const rows = recordsFromPage(page, context)
  if (tables.every(({ total }) => total === undefined)) return rows
  return rows.map((row) => {
    const [{ locator } = { locator: '' }] = Object.values(row.where)
    const total = tables[Number(/^table (\d+), row /.exec(locator)?.[1]) - 1]?.total
    return total === undefined ? row : { ...row, total }
  })
}

/** The same thing in two responses (the list, then its details) is one record; the later adds what the earlier lacked. */
function distinct(rows: ReadRow[]): ReadRow[] {
  const byKey = new Map<string, ReadRow>()
  for (const row of rows) {
    const id = `${row.type}\n${row.key}` // a type is one word
    const known = byKey.get(id)
    byKey.set(id, known ? joinRows(known, row) : row)
  }
  return [...byKey.values()]
}
