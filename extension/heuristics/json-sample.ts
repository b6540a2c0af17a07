import type { Json } from '../connector-kit/parse.ts'
import { sampleSize } from './columns.ts'
import { isObject, type JsonObject } from './json-shapes.ts'

/** What stood at one place in the items seen so far: how often it was filled, and what lies below. */
type Seen = { times: number; below: Map<string, Seen> }
const nothing = (): Seen => ({ times: 0, below: new Map() })

/**
 * The response with only those items of its lists that a column is judged by: each column keeps its first filled values,
 * as many as its shape is told from. What kind of list it is, is the same as of the whole, for a fraction of the work.
 * Gives the response itself where nothing could be left out.
 */
export const sampleOf = (root: Json): Json => looked(root, nothing()).sample

/** `told`: something in it is needed, the columns that it shows have not been filled often enough. */
type Look = { sample: Json; told: boolean }

function looked(value: Json, seen: Seen): Look {
  if (Array.isArray(value)) return lookedList(value, seen)
  return isObject(value) ? lookedObject(value, seen) : { sample: value, told: counts(value, seen) }
}

function lookedObject(value: JsonObject, seen: Seen): Look {
  let told = false
  let copy: JsonObject | undefined
  for (const key in value) {
    const child = value[key] ?? null
    const known = seen.below.get(key)
    if (known === undefined) told = true
    const at = known ?? below(seen, key)
    if (child === null || typeof child !== 'object') {
      if (counts(child, at)) told = true
      continue
    }
    const look = looked(child, at)
    if (look.told) told = true
    if (look.sample === child) continue
    copy ??= { ...value }
    copy[key] = look.sample
  }
  return { sample: copy ?? value, told }
}

/** Two always stay: a list of one is read as a part of its row. A list of anything but objects is one value. */
function lookedList(list: Json[], seen: Seen): Look {
  const kept: Json[] = []
  let told = false
  let changed = false
  for (const item of list) {
    if (!isObject(item)) return { sample: list, told: counts(true, seen) }
    const look = lookedObject(item, below(seen, kindOf(item)))
    if (look.told) told = true
    if (look.told || kept.length < 2) kept.push(look.sample)
    if (look.sample !== item) changed = true
  }
  return { sample: changed || kept.length < list.length ? kept : list, told }
}

function below(seen: Seen, key: string): Seen {
  const known = seen.below.get(key)
  if (known) return known
  const added = nothing()
  seen.below.set(key, added)
  return added
}

/** Items that say what they are stand each for their own kind. */
function kindOf({ type, object, kind, attributes }: JsonObject): string {
  const said = isObject(attributes) ? type : (object ?? kind)
  return typeof said === 'string' ? `[] ${said}` : '[]'
}

const empty = /^\s*(?:[-–—―]{1,3}|n\/?a)?\s*$/i

function counts(value: Json, seen: Seen): boolean {
  if (seen.times >= sampleSize || value === null) return false
  if (typeof value === 'string' && value.length < 8 && empty.test(value)) return false
  seen.times += 1
  return true
}
