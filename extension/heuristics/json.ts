import { type Json, parseJson } from '../connector-kit/parse.ts'
import {
  alikeChildren,
  columnar,
  isNotation,
  isObject,
  type JsonObject,
  moneyOf,
  onlyList,
  typed,
  withKey,
} from './json-shapes.ts'
import type { Cell, CellValue, LabelledTable } from './tables.ts'
import { isWrapper } from './words.ts'

const maxDepth = 64
const maxColumns = 250
const maxRows = 20_000
/** Values looked at in one response: what is larger is read as far as this. Counted and not timed, as a slow machine must read the same. */
const maxValues = 400_000

type Budget = { values: number }

/** Keys of transport, not of the thing. */
const skipped =
  /^(?:_?links?|relationships|meta|@odata\..*|__proto__|constructor|prototype|pagination|page_?info|paging|extensions|_meta)$/i

/**
 * All lists and objects in a response, outer before inner. Anything that is not JSON, too large, or an answer that says
 * it failed gives none.
 */
export function tablesFromJson(text: string): LabelledTable[] {
  const root = parseJson(text)
  return root === undefined ? [] : tablesIn(root)
}

export function tablesIn(root: Json): LabelledTable[] {
  if (root === null || typeof root !== 'object' || saysFailure(root)) return []
  const tables: LabelledTable[] = []
  visit(root, { at: '$', near: [], depth: 0 }, { tables, budget: { values: maxValues } })
  return tables
}

const saysFailure = (root: Json): boolean => isObject(root) && (root.ok === false || root.success === false)

/** Where the walk stands: the path, the keys on the way, how deep. */
type Place = { at: string; near: string[]; depth: number }
type Walk = { tables: LabelledTable[]; budget: Budget }

const spent = ({ budget }: Walk, { depth }: Place) => depth > maxDepth || budget.values <= 0
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
  const listed = columnar(value)
  if (listed) {
    const rows = listed.rows.map((row, index) => ({ at: `${at}.${listed.key}[${index}]`, value: row }))
    readRows(rows.slice(0, maxRows), place, walk)
    return
  }
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
  const groups = typed(rows)
  for (const [type, members] of groups ?? []) readRows(members.slice(0, maxRows), below(place, place.at, type), walk)
  if (!groups && rows.length) readRows(rows.slice(0, maxRows), place, walk)
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
    for (const key in value) {
      const child = value[key] ?? null
      if (child === null || typeof child !== 'object') continue
      if (skipped.test(key) || key === '_embedded' || found.size > 60) continue
      const name = [...path, key].join('.')
      if (Array.isArray(child) && child.some(isObject))
        found
          .set(name, found.get(name) ?? [])
          .get(name)
          ?.push({ at: `${at}.${key}`, list: child })
      else if (isObject(child) && path.length < 6) walk(child, `${at}.${key}`, [...path, key])
    }
  }
  for (const { at, value } of rows.slice(0, 2000)) walk(value, at, [])
  return found
}

/** One table from like objects; columns are the paths of their scalars. */
function tableOf(found: Found[], { at, near }: Place, { budget }: Walk): LabelledTable {
  const index = new Map<string, number>()
  const columnAt = (step: Step): number => {
    const path = step.path.join('.')
    if (!index.has(path) && index.size < maxColumns) index.set(path, index.size)
    return index.get(path) ?? -1
  }
  const start = stepTo([], '')
  const rows = found.map(({ at: from, value }) => {
    const cells: (Cell | undefined)[] = []
    flatten(value, from, start, (step, scalar, locator) => {
      budget.values -= 1
      step.column ??= columnAt(step)
      if (step.column >= 0 && cells[step.column] === undefined) cells[step.column] = { value: scalar, locator }
    })
    return { cells }
  })
  return { source: 'json', near, columns: [...index.keys()], rows, locator: at }
}

/** A key on the way into a row. The rows of a list have the same keys: what a key is, is found out at its first. */
type Step = {
  path: string[]
  skipped: boolean
  notation: boolean
  below: Map<string, Step>
  /** The column of the values that stand here, -1 where there are too many. */
  column?: number
}
const stepTo = (path: string[], key: string): Step => ({
  path,
  skipped: skipped.test(key) || key === '_embedded',
  notation: isNotation(key),
  below: new Map(),
})

function stepInto(step: Step, key: string): Step {
  const known = step.below.get(key)
  if (known) return known
  const added = stepTo([...step.path, key], key)
  step.below.set(key, added)
  return added
}

type Emit = (step: Step, value: CellValue, locator: string) => void

function flatten(value: JsonObject, at: string, from: Step, emit: Emit): void {
  if (alikeChildren(value)) return
  const depth = from.path.length
  for (const key in value) {
    const child = value[key] ?? null
    const next = stepInto(from, key)
    if (next.skipped) continue
    const step = next.notation && (depth > 0 || isObject(child)) ? from : next
    const locator = `${at}.${key}`
    if (child === null || typeof child !== 'object') emit(step, child, locator)
    else if (Array.isArray(child)) flattenList(child, locator, step, emit)
    else if (depth < 6) flatten(moneyOf(child) ?? onlyList(child) ?? child, locator, step, emit)
  }
}

/** `{"value": [{…}]}`: the list is the thing, and is read as a list. */
const isWrapping = (path: string[]): boolean =>
  (path.length === 1 && isWrapper(path[0] ?? '')) || ownNouns.test(path.at(-1) ?? '')
const ownNouns =
  /(?:licen[cs]es|subscriptions|entitlements|users|members|agents|invoices|domains|certificates|organi[sz]ations|accounts|seats|teams|workspaces)$/i

/** A list of one object is part of its row; a list of texts is one cell. Longer lists are tables of their own. */
function flattenList(list: Json[], at: string, step: Step, emit: Emit): void {
  const [first] = list
  if (list.length === 1 && isObject(first) && step.path.length < 6 && !isWrapping(step.path))
    flatten(first, `${at}[0]`, stepInto(step, '0'), emit)
  const scalars = list.filter((item) => typeof item === 'string' || typeof item === 'number')
  if (scalars.length && scalars.length === list.length) emit(step, scalars.slice(0, 40).join(', '), at)
}
