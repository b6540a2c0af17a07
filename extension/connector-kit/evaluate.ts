import type { FieldValue } from '../../shared/model/observation.ts'
import type { CellPlace, Condition, Reader, Source } from './define.ts'
import type { PageSnapshot, Shown } from './material.ts'
import type { Json } from './parse.ts'
import { type Row, readPath } from './path.ts'
import { type Beside, type CodeNames, read } from './readers.ts'

/** Where a source is evaluated: a row of a response, or the page. */
export type Place = {
  row: Row | null
  /** The whole response; null for the page. */
  root: Json
  /** Name of the response, '' for the page. */
  response: string
  /** Named parts of the response's and the page's address. */
  parts: Record<string, string>
  page: PageSnapshot | null
  /** What stands in the cells of a row of the page, by `cellKey`. */
  cells?: ReadonlyMap<string, Shown>
  /** The page's language. */
  lang: string
  names: CodeNames | undefined
}

/** A value and where it stood. `ownWord` tells a value of the material from a constant of the connector. */
export type Found = { value: FieldValue; via: 'json' | 'page'; locator: string; shown: string; ownWord: boolean }

/** A place in a row, as a name. */
export const cellKey = (at: CellPlace): string => JSON.stringify(at)

const viaOf = (place: Place) => (place.response ? 'json' : 'page')

export function firstOf(sources: Source | Source[], place: Place): Found | undefined {
  for (const source of Array.isArray(sources) ? sources : [sources]) {
    const found = evaluate(source, place)
    if (found) return found
  }
  return undefined
}

function evaluate(source: Source, place: Place): Found | undefined {
  switch (source.from) {
    case 'json':
      return fromJson(source, place)
    case 'text':
      return fromPage(source, place)
    case 'cell':
      return fromCell(source, place)
    case 'url': {
      const part = Object.hasOwn(place.parts, source.name) ? place.parts[source.name] : undefined
      return found(part, source.read, place, { via: viaOf(place), locator: `{${source.name}} of the address` })
    }
    case 'constant':
      return {
        value: source.value,
        via: viaOf(place),
        locator: 'known of this console',
        shown: String(source.value),
        ownWord: false,
      }
    case 'join':
      return joined(source, place)
    default:
      return undefined // a taught connector of a newer version
  }
}

function found(
  value: Json | undefined,
  reader: Reader,
  place: Place,
  at: Pick<Found, 'via' | 'locator'>,
  beside: Pick<Beside, 'currency' | 'count'> = {},
): Found | undefined {
  if (value === undefined || value === null) return undefined
  const result = read(value, reader, { ...beside, names: place.names, lang: place.lang })
  if (result === undefined) return undefined
  const shown = typeof value === 'object' ? JSON.stringify(value).slice(0, 500) : String(value)
  return { value: result, ...at, shown, ownWord: true }
}

function fromJson(source: Extract<Source, { from: 'json' }>, place: Place): Found | undefined {
  const at = holds(source.when, place) ? readPath(place.row, place.root, source.path) : undefined
  if (!at) return undefined
  const { currencyPath, countPath } = source.read
  const beside = {
    currency: currencyPath === undefined ? undefined : readPath(place.row, place.root, currencyPath)?.value,
    count: countPath === undefined ? undefined : (readPath(place.row, place.root, countPath)?.value ?? null),
  }
  return found(at.value, source.read, place, { via: 'json', locator: `${place.response} ${at.at}` }, beside)
}

function fromPage(source: Extract<Source, { from: 'text' }>, place: Place): Found | undefined {
  const selections = place.page?.selections
  const first = selections && Object.hasOwn(selections, source.selector) ? selections[source.selector]?.[0] : undefined
  return found(first?.text, source.read, place, { via: 'page', locator: source.selector })
}

/** The text of the cell, else another way in which the page says the same. */
function fromCell(source: Extract<Source, { from: 'cell' }>, place: Place): Found | undefined {
  const shown = place.cells?.get(cellKey(source.at))
  for (const text of shown ? [shown.text, ...(shown.hints ?? [])] : []) {
    const value = found(text, source.read, place, { via: 'page', locator: cellWords(source.at) })
    if (value) return value
  }
  return undefined
}

const cellWords = (at: CellPlace): string =>
  'selector' in at ? at.selector : 'heading' in at ? `column '${at.heading[0]}'` : `beside '${at.label[0]}'`

function joined(source: Extract<Source, { from: 'join' }>, place: Place): Found | undefined {
  const parts = source.parts.map((part) => evaluate(part, place)).filter((part) => part !== undefined)
  if (!parts.some((part) => part.ownWord)) return undefined
  const text = parts.map((part) => String(part.value)).join(source.between)
  const via = parts.some((part) => part.via === 'page') ? 'page' : 'json'
  return { value: text, via, locator: parts.map((part) => part.locator).join(' + '), shown: text, ownWord: true }
}

/** A pattern without `*` is the whole text. */
function isLike(value: string, like: string): boolean {
  const [start = '', end] = like.split('*', 2)
  if (end === undefined) return value === start
  return value.length >= start.length + end.length && value.startsWith(start) && value.endsWith(end)
}

export const holds = (conditions: Condition[] | undefined, place: Place): boolean =>
  (conditions ?? []).every((condition) => {
    const value = readPath(place.row, place.root, condition.path)?.value ?? null
    if (condition.present !== undefined && condition.present !== (value !== null && value !== '')) return false
    if (typeof value === 'string' && condition.notLike?.some((like) => isLike(value, like))) return false
    const isOneOf = (list: (string | number | boolean | null)[]) => list.some((wanted) => wanted === value)
    return (!condition.in || isOneOf(condition.in)) && !(condition.notIn && isOneOf(condition.notIn))
  })
