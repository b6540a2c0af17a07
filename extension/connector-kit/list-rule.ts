import type { CellPlace, Connector, RecordRule } from './define.ts'
import { cellKey, type Place } from './evaluate.ts'
import { accountCells, accountLookup, cellsOf, lookupName } from './lookup.ts'
import type { FoundList, PageSnapshot, Shown } from './material.ts'

/** What a look-up of a rule's list answered; undefined where the page was not asked. */
export const foundList = (connector: Connector, rule: RecordRule, page: PageSnapshot | null): FoundList | undefined =>
  answered(page, lookupName(connector, connector.records.indexOf(rule)))

const answered = (page: PageSnapshot | null, name: string): FoundList | undefined =>
  page?.lists && Object.hasOwn(page.lists, name) ? page.lists[name] : undefined

/** One place a row of the list. */
export const placesOf = (rule: RecordRule, { rows }: FoundList, around: Place): Place[] =>
  rows.map((row) => ({ ...around, cells: cellsIn(row, cellsOf(rule)) }))

const cellsIn = (row: (Shown | null)[], places: CellPlace[]): Map<string, Shown> =>
  new Map(
    places.flatMap((place, at) => {
      const shown = row[at]
      return shown ? [[cellKey(place), shown] as const] : []
    }),
  )

/** The page as the place where it says whose it is. */
export function accountPlace(connector: Connector, page: PageSnapshot | null, around: Place): Place {
  const [row = []] = answered(page, accountLookup(connector))?.rows ?? []
  return { ...around, cells: cellsIn(row, accountCells(connector)) }
}

/** The page was asked whose it is, and does not say it any more. */
export const lacksAccount = (connector: Connector, page: PageSnapshot | null): boolean =>
  answered(page, accountLookup(connector))?.rows.length === 0
