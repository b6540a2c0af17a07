import type { Assessed } from '../../shared/inventory/findings/context.ts'
import type { Rates } from '../../shared/inventory/money/rates.ts'
import { type Total, totalOf } from '../../shared/inventory/money/total.ts'
import type { Day } from '../../shared/model/day.ts'

export type ProductView = { key: string; name: string; parts: Assessed[] }
export type VendorView = {
  key: string
  name: string
  products: ProductView[]
  perYear: Total
  /** How many of its parts run and are paid, and nobody can say what they cost. */
  unpriced: number
}

type Wish = { currency: string | undefined; rates: Rates; today: Day }

/** Vendors → products of one client by name, as people merged them, with what runs of each costs a year. */
export function vendorsIn(entitlements: Assessed[], { currency, rates, today }: Wish): VendorView[] {
  const byVendor = new Map<string, Pick<VendorView, 'key' | 'name'> & { products: Map<string, ProductView> }>()
  for (const assessed of entitlements) {
    const { vendor, product } = assessed.entitlement
    const of = byVendor.get(vendor.key) ?? { key: vendor.key, name: vendor.name, products: new Map() }
    byVendor.set(vendor.key, of)
    const view = of.products.get(product.key) ?? { key: product.key, name: product.name, parts: [] }
    of.products.set(product.key, view)
    view.parts.push(assessed)
  }
  return [...byVendor.values()]
    .map(({ key, name, products }) => {
      const parts = [...products.values()].flatMap((product) => product.parts)
      const amounts = parts.flatMap(({ entitlement, perYear }) =>
        perYear ? [{ id: entitlement.key, money: perYear, on: today }] : [],
      )
      const perYear = totalOf(amounts, { currency: currency ?? null, rates })
      const unpriced = parts.filter(({ paid, perYear: known }) => paid && !known).length
      return { key, name, products: [...products.values()].sort(byName), perYear, unpriced }
    })
    .sort(byName)
}

const byName = (a: { name: string; key: string }, b: { name: string; key: string }): number =>
  a.name.localeCompare(b.name) || (a.key < b.key ? -1 : 1)
