import type { ReadRow } from '../connector-kit/define.ts'
import { parseJson } from '../connector-kit/parse.ts'
import { tablesIn } from './json.ts'
import { sampleOf } from './json-sample.ts'
import { mayHoldRecords, recordsFromTables } from './records.ts'
import type { ReadContext } from './tables.ts'

/** Most of what a console fetches holds nothing of ours: a sample of each list tells, and only what may hold records is read whole. */
export function recordsFromJson(text: string, context: ReadContext): ReadRow[] {
  const root = parseJson(text)
  if (root === undefined) return []
  const sample = sampleOf(root)
  return sample === root || mayHoldRecords(tablesIn(sample), context) ? recordsFromTables(tablesIn(root), context) : []
}
