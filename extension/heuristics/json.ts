import type { Cell, CellValue, LabelledTable } from './tables.ts'
import { isWrapper, singular, wordsOf } from './words.ts'

export const maxJsonChars = 8 * 1024 * 1024
const maxDepth = 64
const maxColumns = 250
const maxRows = 20_000
/** Values looked at in one response: what is larger is read as far as this. */
const maxValues = 400_000

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type JsonObject = { [key: string]: Json }
type Budget = { values: number; until: number; now: () => number }

/** Keys of transport, not of the thing. */
const skipped =
  /^(?:_?links?|_embedded|relationships|meta|@odata\..*|__proto__|constructor|prototype|pagination|page_?info|paging|extensions|_meta)$/i

/**
 * All lists and objects in a response, outer before inner. Anything that is not JSON, too large, or an answer that says
 * it failed gives none.
 */
export function tablesFromJson(text: string, now: () => number = () => performance.now()): LabelledTable[] {
  if (text.length > maxJsonChars) return []
  const root = parse(text)
  if (root === undefined || root === null || typeof root !== 'object' || saysFailure(root)) return []
  const tables: LabelledTable[] = []
  visit(root, { at: '$', near: [], depth: 0 }, { tables, budget: { values: maxValues, until: now() + 400, now } })
  return tables
}

function parse(text: string): Json | undefined {
  // Some consoles put a guard before their JSON so that it cannot run as a script.
  const body = text.replace(/^\s*(?:\)\]\}',?|while\s*\(1\);|for\s*\(;;\);)\s*/, '')
  try {
    return JSON.parse(body) as Json // JSON.parse gives nothing but Json
  } catch {
    return undefined // not JSON: none of ours
  }
}

const isObject = (value: Json | undefined): value is JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

const saysFailure = (root: Json): boolean => isObject(root) && (root.ok === false || root.success === false)

/** Where the walk stands: the path, the keys on the way, how deep. */
type Place = { at: string; near: string[]; depth: number }
type Walk = { tables: LabelledTable[]; budget: Budget }

const spent = ({ budget }: Walk, { depth }: Place) =>
  depth > maxDepth || budget.values <= 0 || budget.now() > budget.until
const below = ({ near, depth }: Place, at: string, ...keys: string[]): Place => ({
  at,
  near: [...near, ...keys],
  depth: depth + 1,
})

function visit(value: Json, place: Place, walk: Walk): void {
  if (spent(walk, place)) return
  if (Array.isArray(value)) visitLists([{ at: place.at, list: value }], place, walk)
  else if (isObject(value)) visitObject(value, place, walk)
}

function visitObject(value: JsonObject, place: Place, walk: Walk): void {
  const { at } = place
  const map = alikeChildren(value)
  if (map) {
    const rows = map.map(([key, row]) => ({ at: `${at}.${key}`, value: withKey(key, row) }))
    readRows(rows, place, walk)
    return
  }
  const table = tableOf([{ at, value }], place, walk)
  if (table.columns.length) walk.tables.push({ ...table, single: true })
  for (const [key, child] of Object.entries(value)) {
    if (child !== null && typeof child === 'object' && !skipped.test(key))
      visit(child, below(place, `${at}.${key}`, key), walk)
  }
}

type Found = { at: string; value: JsonObject }
type FoundList = { at: string; list: Json[] }

/** The same list in all rows of an outer list is one table. */
function visitLists(lists: FoundList[], place: Place, walk: Walk): void {
  const rows = lists.flatMap(({ at, list }) =>
    list.flatMap((value, index): Found[] => (isObject(value) ? [{ at: `${at}[${index}]`, value }] : [])),
  )
  if (rows.length) readRows(rows.slice(0, maxRows), place, walk)
}

function readRows(rows: Found[], place: Place, walk: Walk): void {
  if (spent(walk, place)) return
  const only = soleKey(rows)
  if (only !== null) {
    const inside = rows.flatMap((row) => inner(row, only))
    // A "profile" is whoever the list says; other keys name what they hold.
    readRows(inside, below(place, place.at, ...(only === 'profile' || isNotation(only) ? [] : [only])), walk)
    return
  }
  const table = tableOf(rows, place, walk)
  if (table.columns.length) walk.tables.push(table)
  for (const [path, lists] of nestedLists(rows))
    visitLists(lists, below(place, `${place.at}[].${path}`, ...path.split('.')), walk)
}

const inner = ({ at, value }: Found, key: string): Found[] => {
  const child = value[key]
  return isObject(child) ? [{ at: `${at}.${key}`, value: child }] : []
}

/** `{"node": {…}, "cursor": "…"}`, `{"invoice": {…}}`: every row only wraps one object under the same key. */
function soleKey(rows: Found[]): string | null {
  const [first] = rows
  const key = first && Object.keys(first.value).find((name) => isObject(first.value[name]))
  const wraps = ({ value }: Found) =>
    key !== undefined && isObject(value[key]) && Object.keys(value).every((name) => name === key || name === 'cursor')
  return key !== undefined && rows.every(wraps) ? key : null
}

function nestedLists(rows: Found[]): Map<string, FoundList[]> {
  const found = new Map<string, FoundList[]>()
  const walk = (value: JsonObject, at: string, path: string[]) => {
    for (const [key, child] of Object.entries(value)) {
      if (skipped.test(key) || found.size > 60) continue
      const name = [...path, key].join('.')
      if (Array.isArray(child) && child.some(isObject))
        found.set(name, [...(found.get(name) ?? []), { at: `${at}.${key}`, list: child }])
      else if (isObject(child) && path.length < 6) walk(child, `${at}.${key}`, [...path, key])
    }
  }
  for (const { at, value } of rows.slice(0, 2000)) walk(value, at, [])
  return found
}

/** One table from like objects; columns are the paths of their scalars. */
function tableOf(found: Found[], { at, near }: Place, { budget }: Walk): LabelledTable {
  const index = new Map<string, number>()
  const rows = found.map(({ at: from, value }) => {
    const cells: (Cell | undefined)[] = []
    flatten(value, from, [], (path, scalar, locator) => {
      budget.values -= 1
      if (!index.has(path) && index.size < maxColumns) index.set(path, index.size)
      const column = index.get(path)
      if (column !== undefined && cells[column] === undefined) cells[column] = { value: scalar, locator }
    })
    return { cells }
  })
  return { source: 'json', near, columns: [...index.keys()], rows, locator: at }
}

type Emit = (path: string, value: CellValue, locator: string) => void

function flatten(value: JsonObject, at: string, path: string[], emit: Emit): void {
  if (alikeChildren(value)) return
  for (const [key, child] of Object.entries(value)) {
    if (skipped.test(key)) continue
    const name = isNotation(key) && (path.length || isObject(child)) ? path : [...path, key]
    const locator = `${at}.${key}`
    if (child === null || typeof child !== 'object') emit(name.join('.'), child, locator)
    else if (Array.isArray(child)) flattenList(child, locator, name, emit)
    else if (path.length < 6) flatten(onlyList(child) ?? child, locator, name, emit)
  }
}

/** `items: { object: "list", total_count: 1, data: [{…}] }`: what stands beside the list tells of the list. */
function onlyList(value: JsonObject): JsonObject | undefined {
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
const isNotation = (key: string): boolean => /^(?:\.tag|#text|\$t?|_|__?text|@?_?attributes)$/.test(key)

/** `{"value": [{…}]}`: the list is the thing, and is read as a list. */
const isWrapping = (path: string[]): boolean =>
  (path.length === 1 && isWrapper(path[0] ?? '')) || ownNouns.test(path.at(-1) ?? '')
const ownNouns =
  /(?:licen[cs]es|subscriptions|entitlements|users|members|agents|invoices|domains|certificates|organi[sz]ations|accounts|seats|teams|workspaces)$/i

/** A list of one object is part of its row; a list of texts is one cell. Longer lists are tables of their own. */
function flattenList(list: Json[], at: string, path: string[], emit: Emit): void {
  const [first] = list
  if (list.length === 1 && isObject(first) && path.length < 6 && !isWrapping(path))
    flatten(first, `${at}[0]`, [...path, '0'], emit)
  const scalars = list.filter((item) => typeof item === 'string' || typeof item === 'number')
  if (scalars.length && scalars.length === list.length) emit(path.join('.'), scalars.slice(0, 40).join(', '), at)
}

/**
 * `{"editors": {"used_editor_seats": …}, "viewers": {"used_viewer_seats": …}}`, `{"U01": {…}, "U02": {…}}`: objects of one
 * kind under keys that name them.
 */
function alikeChildren(value: JsonObject): [string, JsonObject][] | null {
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

function withKey(key: string, row: JsonObject): JsonObject {
  const renamed = Object.fromEntries(Object.entries(row).map(([name, child]) => [withoutName(name, key), child]))
  const label = /\d/.test(key) && !/\s/.test(key) ? 'id' : 'name'
  return Object.hasOwn(renamed, label) ? renamed : { [label]: key, ...renamed }
}
