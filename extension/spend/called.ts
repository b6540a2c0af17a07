import type { Belief } from '../../shared/inventory/belief.ts'
import type { Inventory } from '../../shared/inventory/inventory.ts'
import type { Names } from '../../shared/inventory/names.ts'
import type { Uuid } from '../../shared/model/id.ts'

/** A subscription as the person picks it: what it is called, and by whom it is. */
export type Pickable = { id: Uuid; name: string; vendor: string; key: string }

const nameOf = ({ product, plan, sku, subscriptionId }: Belief<'subscription'>['values'], otherwise: string): string =>
  product === undefined ? (plan ?? sku ?? subscriptionId ?? otherwise) : [product, plan].filter(Boolean).join(' · ')

/** All subscriptions of the client by name. */
export function pickables({ beliefs }: Pick<Inventory, 'beliefs'>, names: Names): Map<Uuid, Pickable> {
  const all = beliefs.subscription.map(({ id, vendor, values }) => {
    const { name, key } = names.vendor(vendor)
    return { id, name: nameOf(values, name), vendor: name, key }
  })
  return new Map(all.sort((a, b) => (a.name < b.name ? -1 : 1)).map((one) => [one.id, one]))
}

/** Those that say all the typed words, in their name or their vendor's. */
export function picked(all: Iterable<Pickable>, typed: string): Pickable[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const found: Pickable[] = []
  for (const one of all) {
    const said = `${one.name} ${one.vendor}`.toLowerCase()
    if (words.every((word) => said.includes(word))) found.push(one)
  }
  return found
}
