import type { AccountRule, CellPlace, Connector, ListPlace, RecordRule, Source } from './define.ts'
import { cellKey } from './evaluate.ts'

/** What a content script looks up on the page for one rule: data, so that no connector's code ever reaches a page. */
export type Lookup = { name: string; list: ListPlace; cells: CellPlace[] }

export const lookupName = ({ id }: Pick<Connector, 'id'>, rule: number): string => `${id}/${rule}`

export const accountLookup = ({ id }: Pick<Connector, 'id'>): string => `${id}/account`

/** Every list of the page that a connector reads, and where the page says whose it is. */
export const lookupsOf = (connector: Connector): Lookup[] => [
  ...connector.records.flatMap((rule, at) => {
    const { list } = rule
    return list === undefined ? [] : [{ name: lookupName(connector, at), list, cells: cellsOf(rule) }]
  }),
  ...[accountCells(connector)].flatMap((cells) =>
    cells.length === 0 ? [] : [{ name: accountLookup(connector), list: 'page' as const, cells }],
  ),
]

export const accountCells = ({ account }: Connector): CellPlace[] => onceEach(ofAccount(account).flatMap(placesIn))

const ofAccount = (account: AccountRule | undefined): Source[] => [...(account?.id ?? []), ...(account?.name ?? [])]

/** The places of a rule's cells, each once, in the order in which a look-up answers. */
export function cellsOf({ key, fields, account }: RecordRule): CellPlace[] {
  const sources = [...Object.values(fields).flat(), ...key, ...ofAccount(account)]
  return onceEach(sources.flatMap((source) => (typeof source === 'string' ? [] : placesIn(source))))
}

const onceEach = (places: CellPlace[]): CellPlace[] => [
  ...new Map(places.map((place) => [cellKey(place), place])).values(),
]

const placesIn = (source: Source): CellPlace[] =>
  source.from === 'cell' ? [source.at] : source.from === 'join' ? source.parts.flatMap(placesIn) : []
