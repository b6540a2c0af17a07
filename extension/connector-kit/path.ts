import type { Json } from './parse.ts'

/** One entry of a list or map, with its place (a JSON pointer) and the entry around it. */
export type Row = { value: Json; key: string; at: string; outer: Row | null }

const own = (value: Json, key: string): Json | undefined =>
  value !== null && typeof value === 'object' && Object.hasOwn(value, key)
    ? (value as Record<string, Json>)[key] // an array's index reads like a key
    : undefined

const rootRow = (root: Json): Row => ({ value: root, key: '', at: '', outer: null })

const entriesOf = (row: Row, outer: Row | null): Row[] =>
  row.value !== null && typeof row.value === 'object'
    ? Object.entries(row.value).map(([key, value]) => ({ value, key, at: `${row.at}/${key}`, outer }))
    : []

/**
 * The rows at a path (`/value`, `/` for the whole, `*` on the way for every entry): a list gives its entries, an object
 * itself. Null where the path leads nowhere, which says that the shape changed; an empty or null list is only empty.
 */
export function rowsAt(root: Json, path: string): Row[] | null {
  let current: { row: Row; outer: Row | null }[] = [{ row: rootRow(root), outer: null }]
  let opened = false
  for (const step of path.split('/').filter(Boolean)) {
    current =
      step === '*'
        ? current.flatMap(({ row, outer }) => entriesOf(row, outer).map((entry) => ({ row: entry, outer: entry })))
        : current.flatMap(({ row, outer }) => {
            const value = own(row.value, step)
            return value === undefined ? [] : [{ row: { ...row, value, key: step, at: `${row.at}/${step}` }, outer }]
          })
    if (!opened && current.length === 0 && step !== '*') return null
    opened ||= step === '*'
  }
  return current.flatMap(({ row, outer }) => {
    if (Array.isArray(row.value)) return entriesOf(row, outer)
    return row.value === null ? [] : [{ ...row, outer: row === outer ? row.outer : outer }]
  })
}

/** What stands at a path of a row, or of the whole response where the path begins with `/`. */
export function readPath(row: Row | null, root: Json, path: string): { value: Json; at: string } | undefined {
  if (path.startsWith('/')) return walk(rootRow(root), path.split('/').filter(Boolean))
  return row ? walk(row, stepsOf(path)) : undefined
}

/** `a.b` is b in a; a dot that belongs to a key is written `\.`: `status.\.tag`, `@odata\.type`. */
const stepsOf = (path: string): string[] =>
  path === '.' ? [] : path.split(/(?<!\\)\./).map((step) => step.replaceAll('\\.', '.'))

function walk(start: Row, steps: string[]): { value: Json; at: string } | undefined {
  let row = start
  for (const step of steps) {
    if (step === '^') {
      if (!row.outer) return undefined
      row = row.outer
    } else if (step === '@key') row = { ...row, value: row.key }
    else {
      const value = own(row.value, step)
      if (value === undefined) return undefined
      row = { ...row, value, at: `${row.at}/${step}` }
    }
  }
  return { value: row.value, at: row.at || '/' }
}
