import type { CellPlace, Connector, ListPlace, RecordRule, Source } from './define.ts'
import { cellKey } from './evaluate.ts'

/** What a content script looks up on the page for one rule: data, so that no connector's code ever reaches a page. */
export type Lookup = { name: string; list: ListPlace; cells: CellPlace[] }

export const lookupName = ({ id }: Pick<Connector, 'id'>, rule: number): string => `${id}/${rule}`

/** Every list of the page that a connector reads. */
export const lookupsOf = (connector: Connector): Lookup[] =>
  connector.records.flatMap((rule, at) => {
    const { list } = rule
    return list === undefined ? [] : [{ name: lookupName(connector, at), list, cells: cellsOf(rule) }]
  })

/** The places of a rule's cells, each once, in the order in which a look-up answers. */
export function cellsOf({ key, fields, account }: RecordRule): CellPlace[] {
  const sources = [...Object.values(fields).flat(), ...key, ...(account?.id ?? []), ...(account?.name ?? [])]
  const places = sources.flatMap((source) => (typeof source === 'string' ? [] : placesIn(source)))
  return [...new Map(places.map((place) => [cellKey(place), place])).values()]
}

const placesIn = (source: Source): CellPlace[] =>
  source.from === 'cell' ? [source.at] : source.from === 'join' ? source.parts.flatMap(placesIn) : []
