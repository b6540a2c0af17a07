import { defineConnector, joinRows, type ReadRow } from '../connector-kit/define.ts'
import type { Material } from '../connector-kit/material.ts'
import { tablesFromJson } from '../heuristics/json.ts'
import { recordsFromPage } from '../heuristics/page/read.ts'
import { recordsFromTables } from '../heuristics/records.ts'

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
  const responses = material.responses.flatMap((response) =>
    recordsFromTables(tablesFromJson(response.text), { url: response.url, title, lang, headings, at, pageUrl: url }),
  )
  const known = distinct(responses)
  const page = material.page ? recordsFromPage(material.page, { url, title, lang, headings, at }) : []
  const types = new Set(known.map(({ type }) => type))
  return [...known, ...page.filter(({ type }) => !types.has(type))]
}

/** The same thing in two responses (the list, then its details) is one record; the later adds what the earlier lacked. */
function distinct(rows: ReadRow[]): ReadRow[] {
  const byKey = new Map<string, ReadRow>()
  for (const row of rows) {
    const id = JSON.stringify([row.type, row.key])
    const known = byKey.get(id)
    byKey.set(id, known ? joinRows(known, row) : row)
  }
  return [...byKey.values()]
}
