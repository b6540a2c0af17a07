import type { Rates } from '../../shared/inventory/money/rates.ts'
import { type Total, totalOf } from '../../shared/inventory/money/total.ts'
import type { Day } from '../../shared/model/day.ts'
import { searchable } from '../db/listing.ts'
import type { ListView } from '../settings/list-view.ts'
import { grouped, sorted, underHeads } from '../ui/list/arrange.ts'
import type { Column, ListRow } from '../ui/list/column.ts'
import { locale } from '../ui/locale.ts'
import type { Entry } from './entries.ts'

type Money = { currency: string | undefined; rates: Rates; today: Day }
export type Sum = { total: Total; unpriced: number; count: number }

/** Those in which each word is found. */
export function found(entries: Entry[], search: string): Entry[] {
  const words = searchable(search).split(' ').filter(Boolean)
  return words.length === 0 ? entries : entries.filter(({ searched }) => words.every((word) => searched.includes(word)))
}

/** Vendor → product → subscription where it is grouped by vendor and sorted by name; else as the view asks. */
export function arranged(entries: Entry[], columns: Column<Entry>[], view: ListView): ListRow<Entry>[] {
  const named = [...entries].sort(byName())
  if (view.group === 'vendor' && view.order.by === 'name') return tree(view.order.down ? named.reverse() : named)
  return underHeads(sorted(named, columns, view.order), columns, view, ({ id }) => id)
}

/** A product has a head only where the vendor has several subscriptions to it. */
const tree = (entries: Entry[]): ListRow<Entry>[] =>
  grouped(entries, ({ vendor }) => vendor).flatMap(({ key, name, rows }): ListRow<Entry>[] => [
    { is: 'head', key: `head ${key}`, name, level: 1, rows },
    ...grouped(rows, ({ product }) => product).flatMap((product): ListRow<Entry>[] => {
      const several = product.rows.length > 1
      const level = several ? 2 : 1
      const below = product.rows.map((row): ListRow<Entry> => ({ is: 'row', key: row.id, row, level }))
      return several
        ? [
            { is: 'head', key: `head ${key}\n${product.key}`, name: product.name, level: 2, rows: product.rows },
            ...below,
          ]
        : below
    }),
  ])

export function sumOf(entries: Entry[], { currency, rates, today }: Money): Sum {
  const amounts = entries.flatMap(({ id, price }) =>
    price.is === 'known' ? [{ id, money: price.money, on: today }] : [],
  )
  const unpriced = entries.filter(({ price }) => price.is === 'unknown').length
  return { total: totalOf(amounts, { currency: currency ?? null, rates }), unpriced, count: entries.length }
}

const parts = { whole: 0, pool: 0, purchase: 1 }

/** In the order that a list stands in where nobody asked for another. */
export function byName(): (a: Entry, b: Entry) => number {
  const { compare } = new Intl.Collator(locale())
  const keys = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return (a, b) =>
    compare(a.vendor.name, b.vendor.name) ||
    keys(a.vendor.key, b.vendor.key) ||
    compare(a.product.name, b.product.name) ||
    keys(a.product.key, b.product.key) ||
    parts[a.part] - parts[b.part] ||
    compare(a.plan ?? '', b.plan ?? '') ||
    keys(a.id, b.id)
}
