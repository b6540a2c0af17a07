import type { ListView, Order } from '../../settings/list-view.ts'
import { locale } from '../locale.ts'
import type { Column, Filter, ListRow } from './column.ts'

/** The rows that fit: of each group of filters that is chosen at all, one must. */
export function fitting<R>(rows: readonly R[], filters: readonly Filter<R>[], chosen: readonly string[]): R[] {
  const groups = new Map<string, Filter<R>[]>()
  for (const filter of filters)
    if (chosen.includes(filter.id)) groups.set(filter.group, [...(groups.get(filter.group) ?? []), filter])
  const each = [...groups.values()]
  return each.length === 0
    ? [...rows]
    : rows.filter((row) => each.every((group) => group.some(({ fits }) => fits(row))))
}

/** The rows in the order of a column, equal ones as they stood. What is unknown stands at the end, up or down. */
export function sorted<R>(rows: readonly R[], columns: readonly Column<R>[], { by, down }: Order): R[] {
  const worth = columns.find(({ id }) => id === by)?.sort
  if (!worth) return [...rows]
  const words = new Intl.Collator(locale(), { numeric: true })
  const sign = down ? -1 : 1
  const keyed = rows.map((row) => ({ row, worth: worth(row) }))
  keyed.sort(({ worth: a }, { worth: b }) => {
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
    return sign * (typeof a === 'string' && typeof b === 'string' ? words.compare(a, b) : a < b ? -1 : a > b ? 1 : 0)
  })
  return keyed.map(({ row }) => row)
}

export type Group<R> = { key: string; name: string; rows: R[] }

/** A group stands where its first row would. */
export function grouped<R>(rows: readonly R[], groupOf: (row: R) => { key: string; name: string }): Group<R>[] {
  const groups = new Map<string, Group<R>>()
  for (const row of rows) {
    const { key, name } = groupOf(row)
    const group = groups.get(key)
    if (group) group.rows.push(row)
    else groups.set(key, { key, name, rows: [row] })
  }
  return [...groups.values()]
}

/** Rows that are sorted already, under the heads of the view's group. */
export function underHeads<R>(
  rows: readonly R[],
  columns: readonly Column<R>[],
  { group }: Pick<ListView, 'group'>,
  keyOf: (row: R) => string,
): ListRow<R>[] {
  const groupOf = columns.find(({ id }) => id === group)?.group
  if (!groupOf) return rows.map((row) => ({ is: 'row', key: keyOf(row), row, level: 0 }))
  return grouped(rows, groupOf).flatMap(({ key, name, rows }): ListRow<R>[] => [
    { is: 'head', key: `head ${key}`, name, level: 1, rows },
    ...rows.map((row): ListRow<R> => ({ is: 'row', key: keyOf(row), row, level: 1 })),
  ])
}

/** What is under a head that was closed is not shown, nor what is under a head below it. */
export function opened<R>(rows: readonly ListRow<R>[], closed: ReadonlySet<string>): ListRow<R>[] {
  let hiding = 0
  return rows.filter((row) => {
    if (row.is === 'head' && row.level <= (hiding || row.level)) hiding = 0
    if (hiding > 0) return false
    if (row.is === 'head' && closed.has(row.key)) hiding = row.level
    return true
  })
}
