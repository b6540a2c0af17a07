import type { Belief } from './belief.ts'

/** Resolves what a record calls its vendor (a domain, a host, a name) to the directory's domain and name. */
export type NameVendor = (vendor: string) => { domain: string; name: string; categories?: string[] } | undefined

/** How vendors and products are called, after what people merged. `key` is the same for all names of one thing. */
export type Names = {
  vendor: (said: string) => { key: string; name: string; categories: string[] }
  product: (vendorKey: string, said: string) => { key: string; name: string }
}

/** Case, accents and spaces make no other name. */
export const folded = (name: string): string =>
  name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()

/**
 * Names are looked up when they are read and never rewritten in a record, so that taking an alias back splits what it had
 * merged, and a later capture under the old name is merged by itself.
 */
export function namesFrom(aliases: Belief<'alias'>[], resolve: NameVendor): Names {
  const merged = { vendor: new Map<string, string>(), product: new Map<string, string>() }
  const base = (said: string) => {
    const listed = resolve(said)
    return {
      key: listed?.domain ?? folded(said),
      name: listed?.name ?? said.trim(),
      categories: listed?.categories ?? [],
    }
  }
  // In a stable order, so that two aliases of one name give the same answer on every device.
  const inOrder = [...aliases].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ values }) => values)
  for (const { kind, from, to } of inOrder)
    if (kind === 'vendor' && from !== undefined && to !== undefined) merged.vendor.set(base(from).key, to)
  const vendors = new Map<string, ReturnType<Names['vendor']>>()
  const vendor = (said: string) => {
    const known = vendors.get(said)
    if (known) return known
    const found = followed(
      said,
      (name) => merged.vendor.get(base(name).key),
      (name) => base(name).key,
    )
    const made = base(found)
    vendors.set(said, made)
    return made
  }
  // A product's vendor may have been merged since: its products are those of whom it is now.
  for (const { kind, vendor: of, from, to } of inOrder)
    if (kind === 'product' && from !== undefined && to !== undefined)
      merged.product.set(productKey(of === undefined ? '' : vendor(of).key, from), to)
  const products = new Map<string, ReturnType<Names['product']>>()
  const product = (vendorKey: string, said: string) => {
    const asked = `${vendorKey}\n${said}`
    const known = products.get(asked)
    if (known) return known
    const keyOf = (name: string) => productKey(vendorKey, name)
    const name = followed(said, (each) => merged.product.get(keyOf(each)), keyOf)
    const made = { key: keyOf(name), name: name.trim() }
    products.set(asked, made)
    return made
  }
  return { vendor, product }
}

const productKey = (vendorKey: string, name: string): string => `${vendorKey}\n${folded(name)}`

/** Along the aliases to their end; of a circle, which two people can make, to its least key. */
function followed(said: string, next: (name: string) => string | undefined, keyOf: (name: string) => string): string {
  const seen = new Map<string, string>()
  for (let name = said; ; ) {
    const key = keyOf(name)
    if (seen.has(key)) {
      const path = [...seen]
      const circle = path.slice(path.findIndex(([each]) => each === key))
      return circle.sort(([a], [b]) => (a < b ? -1 : 1))[0]?.[1] ?? said
    }
    seen.set(key, name)
    const to = next(name)
    if (to === undefined) return name
    name = to
  }
}
