import type { Connector, RecordRule } from './define.ts'
import { cellKey, type Place } from './evaluate.ts'
import { cellsOf, lookupName } from './lookup.ts'
import type { FoundList, PageSnapshot } from './material.ts'

/** What a look-up of a rule's list answered; undefined where the page was not asked. */
export function foundList(connector: Connector, rule: RecordRule, page: PageSnapshot | null): FoundList | undefined {
  const name = lookupName(connector, connector.records.indexOf(rule))
  return page?.lists && Object.hasOwn(page.lists, name) ? page.lists[name] : undefined
}

/** One place a row of the list. */
export function placesOf(rule: RecordRule, { rows }: FoundList, around: Place): Place[] {
  const keys = cellsOf(rule).map(cellKey)
  return rows.map((row) => ({
    ...around,
    cells: new Map(
      keys.flatMap((key, at) => {
        const shown = row[at]
        return shown ? [[key, shown] as const] : []
      }),
    ),
  }))
}
