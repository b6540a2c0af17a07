import type { Json } from '../connector-kit/parse.ts'
import { isWrapper, singular, wordsOf } from './words.ts'

/** The ways in which APIs write down what is one value, one row or one list. */
export type JsonObject = { [key: string]: Json }

export const isObject = (value: Json | undefined): value is JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** Has it so many such children? Most objects have none, and every object of a response is asked. */
function holds(value: JsonObject, least: number, test: (child: Json | undefined) => boolean): boolean {
  let found = 0
  for (const key in value) if (test(value[key]) && ++found >= least) return true
  return false
}

/** `items: { object: "list", total_count: 1, data: [{…}] }`: what stands beside the list tells of the list. */
export function onlyList(value: JsonObject): JsonObject | undefined {
  if (!holds(value, 1, Array.isArray)) return undefined
  const entries = Object.entries(value)
  const list = entries.find(([key, child]) => isWrapper(key) && Array.isArray(child) && child.some(isObject))
  const others = entries.filter((entry) => entry !== list)
  return list && others.every(([key, child]) => ofTheList.test(key) && !isObject(child))
    ? Object.fromEntries([list])
    : undefined
}
const ofTheList =
  /^(?:@?odata.*|object|type|kind|url|href|total.*|count|size|limit|offset|cursor|has_?more|more|done|next.*|prev.*|page.*|per_?page|start.*)$/i

/** `status: { ".tag": "active" }`, `Domain: { "@attributes": { Name } }`: keys that only say how the value is written down. */
export const isNotation = (key: string): boolean => /^(?:\.tag|#text|\$t?|_|__?text|@?_?attributes)$/.test(key)

/** `{ currencyCode: "USD", units: "4", nanos: 990000000 }` is one amount. */
export function moneyOf(value: JsonObject): JsonObject | undefined {
  if (value.units === undefined && value.nanos === undefined) return undefined
  const { units, nanos, ...rest } = value
  const whole = Number(units ?? 0)
  const billionths = Number(nanos ?? 0)
  const stated = Object.entries(rest).some(([key, value]) => /currency/i.test(key) && typeof value === 'string')
  if (!stated || !Number.isSafeInteger(whole) || !Number.isSafeInteger(billionths) || Math.abs(billionths) >= 1e9)
    return undefined
  return { ...rest, amount: whole + billionths / 1e9 }
}

/** `{ columns: ["Product", …], rows: [["…", 10], …] }`, `{ rowType: [{ name }], data: [[…]] }`: rows under the names of their columns. */
export function columnar(value: JsonObject): { key: string; rows: JsonObject[] } | undefined {
  const lists = Object.entries(value).filter((entry): entry is [string, Json[]] => Array.isArray(entry[1]))
  const body = lists.find(([, list]) => list.length > 0 && list.every(Array.isArray))
  const [key, rows] = body ?? []
  const width = Array.isArray(rows?.[0]) ? rows[0].length : 0
  // `resultSetMetaData: { rowType: […] }` beside the rows: the names may stand one level down.
  const deeper = Object.values(value).flatMap((child) => (isObject(child) ? Object.entries(child) : []))
  const names = [...lists.filter(([name]) => name !== key), ...deeper]
    .filter((entry): entry is [string, Json[]] => Array.isArray(entry[1]))
    .map(([, list]) => list.map(columnName))
    .find((list) => list.length === width && list.every((name) => name !== undefined) && new Set(list).size === width)
  if (!key || !rows || !names || width < 2) return undefined
  const cells = rows.filter(Array.isArray)
  return {
    key,
    rows: cells.map((row) => Object.fromEntries(names.map((name, index) => [name ?? '', row[index] ?? null]))),
  }
}

const columnName = (column: Json): string | undefined => {
  const name = isObject(column)
    ? ['label', 'title', 'name', 'field', 'key', 'id'].map((key) => column[key]).find(Boolean)
    : column
  // A point in a name is no step into an object.
  return typeof name === 'string' && name.length <= 80 ? name.replaceAll('.', ' ') : undefined
}

type Placed = { at: string; value: JsonObject }

/** `included`: resources of several types in one list, each list by itself. One type names what its list holds. */
export function typed(rows: Placed[]): Map<string, Placed[]> | undefined {
  const groups = new Map<string, Placed[]>()
  for (const row of rows) {
    const { type, id, attributes } = row.value
    if (typeof type !== 'string' || id === undefined || !isObject(attributes) || groups.size > 20) return undefined
    const members = groups.get(type) ?? []
    members.push(row)
    groups.set(type, members)
  }
  return groups.size > 0 ? groups : undefined
}

/**
 * `{"editors": {"used_editor_seats": …}, "viewers": {"used_viewer_seats": …}}`, `{"U01": {…}, "U02": {…}}`: objects of one
 * kind under keys that name them.
 */
export function alikeChildren(value: JsonObject): [string, JsonObject][] | null {
  if (!holds(value, 2, isObject)) return null
  const entries = Object.entries(value)
  const children = entries.filter((entry): entry is [string, JsonObject] => isObject(entry[1]))
  if (children.length < 2 || children.length < entries.length * 0.8) return null
  const keys = children
    .slice(0, 200)
    .map(([key, child]) => new Set(Object.keys(child).map((name) => withoutName(name, key))))
  const [first] = keys
  if (!first || first.size === 0) return null
  return keys.every((other) => similar(first, other)) || shareKeys(keys) ? children : null
}

/** Many objects of one kind need not have all keys: two that nearly all of them share are enough. */
function shareKeys(keys: Set<string>[]): boolean {
  const times = new Map<string, number>()
  for (const key of keys.flatMap((set) => [...set])) times.set(key, (times.get(key) ?? 0) + 1)
  return keys.length >= 5 && [...times.values()].filter((count) => count >= keys.length * 0.7).length >= 2
}

const similar = (a: Set<string>, b: Set<string>): boolean => {
  const common = [...a].filter((key) => b.has(key)).length
  return common > 0 && common / (a.size + b.size - common) >= 0.5
}

/** `used_editor_seats` under `editors` is `used_seats`. */
function withoutName(name: string, key: string): string {
  const own = new Set(wordsOf(key).map(singular))
  const rest = wordsOf(name).filter((word) => !own.has(singular(word)))
  return rest.length ? rest.join('_') : name
}

export function withKey(key: string, row: JsonObject): JsonObject {
  const renamed = Object.fromEntries(Object.entries(row).map(([name, child]) => [withoutName(name, key), child]))
  const label = /\d/.test(key) && !/\s/.test(key) ? 'id' : 'name'
  return Object.hasOwn(renamed, label) ? renamed : { [label]: key, ...renamed }
}
