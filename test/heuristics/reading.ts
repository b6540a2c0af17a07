import { tablesFromJson } from '../../extension/heuristics/json.ts'
import { recordsFromTables } from '../../extension/heuristics/records.ts'

/** What the engine reads of a made-up console's answer, as plain fields. */
export const fieldsOf = (body: unknown, url = 'https://console.orbita.example/api/v1/things') =>
  recordsFromTables(tablesFromJson(JSON.stringify(body)), {
    url,
    title: '',
    lang: '',
    headings: [],
    at: '2026-11-23T10:00:00Z',
  }).map(({ type, fields }): Record<string, unknown> => ({ type, ...fields }))
