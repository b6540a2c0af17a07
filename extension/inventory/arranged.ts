import type { Rates } from '../../shared/inventory/money/rates.ts'
import { type Total, totalOf } from '../../shared/inventory/money/total.ts'
import type { Day } from '../../shared/model/day.ts'
import { searchable } from '../db/listing.ts'
import type { Entry } from './entries.ts'

export const orders = ['name', 'cost', 'day'] as const
export type Order = (typeof orders)[number]

type Money = { currency: string | undefined; rates: Rates; today: Day }
export type Sum = { total: Total; unpriced: number; count: number }

/** A row of the list: the head of a vendor or of a product that has several, or one subscription. */
export type Row =
  | { is: 'vendor'; key: string; name: string; sum: Sum }
  | { is: 'product'; key: string; name: string; count: number }
  | { is: 'entry'; key: string; entry: Entry; under: 'vendor' | 'product' | 'nothing' }

/** Those in which each word is found. */
export function found(entries: Entry[], search: string): Entry[] {
  const words = searchable(search).split(' ').filter(Boolean)
  return words.length === 0 ? entries : entries.filter(({ searched }) => words.every((word) => searched.includes(word)))
}

/** By name they stand as a tree, vendor → product; by cost and by day each for itself, what has none at the end. */
export function arranged(entries: Entry[], order: Order, money: Money): Row[] {
  if (order === 'name') return tree(entries, money)
  const worth = order === 'cost' ? worthBy(money) : (entry: Entry) => entry.due?.on
  const keyed = entries.map((entry) => ({ entry, worth: worth(entry) }))
  const sign = order === 'cost' ? -1 : 1
  keyed.sort((a, b) => {
    if (a.worth === undefined || b.worth === undefined || a.worth === b.worth)
      return Number(a.worth === undefined) - Number(b.worth === undefined) || byName(a.entry, b.entry)
    return a.worth < b.worth ? -sign : sign
  })
  return keyed.map(({ entry }) => ({ is: 'entry', key: entry.id, entry, under: 'nothing' }))
}

/** In the client's currency. What cannot be converted compares with nothing, and stands behind by its own number. */
const worthBy =
  ({ currency }: Money) =>
  ({ price }: Entry): number | undefined => {
    if (price.is !== 'known') return price.is === 'unknown' ? undefined : -1
    const { money, converted } = price
    return converted?.minor ?? (money.currency === currency ? money.minor : money.minor / 1e15)
  }

function tree(entries: Entry[], money: Money): Row[] {
  const sorted = [...entries].sort(byName)
  const rows: Row[] = []
  for (const ofVendor of runsOf(sorted, ({ vendor }) => vendor.key)) {
    const [{ vendor } = { vendor: undefined }] = ofVendor
    if (vendor) rows.push({ is: 'vendor', key: vendor.key, name: vendor.name, sum: sumOf(ofVendor, money) })
    for (const ofProduct of runsOf(ofVendor, ({ product }) => product.key)) {
      const [{ product } = { product: undefined }] = ofProduct
      const several = product !== undefined && ofProduct.length > 1
      if (several)
        rows.push({
          is: 'product',
          key: `${vendor?.key}\n${product.key}`,
          name: product.name,
          count: ofProduct.length,
        })
      for (const entry of ofProduct)
        rows.push({ is: 'entry', key: entry.id, entry, under: several ? 'product' : 'vendor' })
    }
  }
  return rows
}

export function sumOf(entries: Entry[], { currency, rates, today }: Money): Sum {
  const amounts = entries.flatMap(({ id, price }) =>
    price.is === 'known' ? [{ id, money: price.money, on: today }] : [],
  )
  const unpriced = entries.filter(({ price }) => price.is === 'unknown').length
  return { total: totalOf(amounts, { currency: currency ?? null, rates }), unpriced, count: entries.length }
}

/** Neighbors that have the same key. */
function runsOf<T>(all: T[], keyOf: (one: T) => string): T[][] {
  const runs: T[][] = []
  let last: string | undefined
  for (const one of all) {
    const key = keyOf(one)
    if (key === last) runs.at(-1)?.push(one)
    else runs.push([one])
    last = key
  }
  return runs
}

const parts = { whole: 0, pool: 0, purchase: 1 }
const collator = new Intl.Collator()
const byName = (a: Entry, b: Entry): number =>
  collator.compare(a.vendor.name, b.vendor.name) ||
  (a.vendor.key < b.vendor.key ? -1 : a.vendor.key > b.vendor.key ? 1 : 0) ||
  collator.compare(a.product.name, b.product.name) ||
  (a.product.key < b.product.key ? -1 : a.product.key > b.product.key ? 1 : 0) ||
  parts[a.part] - parts[b.part] ||
  collator.compare(a.plan ?? '', b.plan ?? '') ||
  (a.id < b.id ? -1 : 1)
