import type { ReadRow } from '../../connector-kit/define.ts'
import type { PageSnapshot } from '../../connector-kit/material.ts'
import { recordsFromTables } from '../records.ts'
import type { ReadContext } from '../tables.ts'
import { tablesFromPage } from './tables.ts'

/** The records that a rendered page shows: rows of its lists, and what it says about one thing. */
export function recordsFromPage(page: PageSnapshot, context: ReadContext): ReadRow[] {
  const { lists, singles } = tablesFromPage(page, context)
  return recordsFromTables([...lists, ...singles], context)
}
