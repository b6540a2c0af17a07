import { z } from 'zod'
import type { Day } from '../model/day.ts'
import { EvidenceSource } from '../model/evidence.ts'
import { Uuid } from '../model/id.ts'
import { FieldValue } from '../model/observation.ts'
import { beliefOf } from './belief.ts'
import { fieldsOf } from './fields-of.ts'
import { fieldOf } from './fold.ts'
import type { InventoryRecord } from './record.ts'
import { renewalOf } from './terms/due.ts'
import { type Around, factsOf } from './terms/facts.ts'

/** A value with where it came from; the whole evidence is in the observation that it names. */
export const Believed = z.strictObject({
  value: FieldValue,
  by: z.enum(['person', 'capture']),
  source: EvidenceSource,
  at: z.string(),
  observation: z.optional(Uuid),
  /** What the vendor shows instead, where a person must choose. */
  captured: FieldValue.optional(),
})
export type Believed = z.infer<typeof Believed>

const PositionPart = Believed.pick({ source: true, at: true }).extend({ count: z.int() })

/** What is known of one SKU as of one day; a part that no source showed is absent, never 0. */
export const Position = z.strictObject({
  purchased: PositionPart.optional(),
  assigned: PositionPart.optional(),
  active: PositionPart.optional(),
  available: PositionPart.optional(),
  unlimited: z.boolean().optional(),
  /** More assigned than purchased. */
  overAssigned: z.int().optional(),
})
export type Position = z.infer<typeof Position>

export const SubscriptionNode = z.strictObject({
  record: Uuid,
  seenAt: z.string(),
  vendorAccount: z.string().nullable(),
  fields: z.record(z.string(), Believed),
  position: Position,
  renewal: z.strictObject({ on: z.string(), how: z.enum(['renews', 'ends', 'unknown']) }).optional(),
})
export type SubscriptionNode = z.infer<typeof SubscriptionNode>

export const ProductNode = z.strictObject({ name: z.string(), subscriptions: z.array(SubscriptionNode) })
export const VendorNode = z.strictObject({ vendor: z.string(), name: z.string(), products: z.array(ProductNode) })
export type VendorNode = z.infer<typeof VendorNode>

/** Resolves what a record calls its vendor (a domain, a host, a name) to the directory's domain and name. */
export type NameVendor = (vendor: string) => { domain: string; name: string } | undefined

export type TreeContext = {
  nameVendor: NameVendor
  today: Day
  /** What was decided of the terms of one subscription, and the client's holidays. */
  aroundOf: (subscription: Uuid) => Around
}

/** Vendors → products → subscriptions of one client, each by name. Deleted records are not in it. */
export function inventoryTree(
  records: Iterable<InventoryRecord>,
  { nameVendor, today, aroundOf }: TreeContext,
): VendorNode[] {
  const vendors = new Map<string, { name: string; products: Map<string, SubscriptionNode[]> }>()
  for (const record of records) {
    if (record.type !== 'subscription' || record.deleted) continue
    const { domain, name } = nameVendor(record.vendor) ?? { domain: record.vendor, name: record.vendor }
    const vendor = entry(vendors, domain, () => ({ name, products: new Map() }))
    entry(vendor.products, productName(record) ?? name, () => []).push(
      nodeOf({ ...record, type: 'subscription' }, aroundOf(record.id), today),
    )
  }
  return [...vendors]
    .map(([vendor, { name, products }]) => ({
      vendor,
      name,
      products: [...products].map(([product, subscriptions]) => ({ name: product, subscriptions })).sort(byName),
    }))
    .sort(byName)
}

type Counted = { name: string; records: Record<string, number> }

/** The vendors of a client by all that was captured there, also where nothing is subscribed. */
export function vendorsOf(
  records: Iterable<InventoryRecord>,
  nameVendor: NameVendor,
): { vendor: string; name: string; records: Record<string, number> }[] {
  const vendors = new Map<string, Counted>()
  for (const record of records) {
    if (record.deleted || record.vendor === '') continue
    const { domain, name } = nameVendor(record.vendor) ?? { domain: record.vendor, name: record.vendor }
    const { records: counts } = entry<string, Counted>(vendors, domain, () => ({ name, records: {} }))
    counts[record.type] = (counts[record.type] ?? 0) + 1
  }
  return [...vendors].map(([vendor, rest]) => ({ vendor, ...rest })).sort(byName)
}

function nodeOf(record: InventoryRecord & { type: 'subscription' }, around: Around, today: Day): SubscriptionNode {
  const { values, from } = beliefOf(record)
  const renewal = renewalOf(factsOf(values, from, around), today)
  const fields = fieldsOf(record).map(({ field, conflict, ...belief }) => [
    field,
    conflict ? { ...belief, captured: conflict.captured.value } : belief,
  ])
  return {
    record: record.id,
    seenAt: record.seenAt,
    vendorAccount: record.vendorAccount?.id ?? null,
    fields: Object.fromEntries(fields),
    position: positionOf(record),
    ...(renewal ? { renewal } : {}),
  }
}

/** Each part keeps its own source and day: they are often from different pages. */
export function positionOf(record: InventoryRecord): Position {
  const part = (field: string) => {
    const belief = fieldOf(record, field)
    return typeof belief?.value === 'number' ? { count: belief.value, source: belief.source, at: belief.at } : undefined
  }
  const parts = {
    purchased: part('seatsPurchased'),
    assigned: part('seatsAssigned'),
    active: part('seatsActive'),
    available: part('seatsAvailable'),
  }
  const unlimited = fieldOf(record, 'unlimited')?.value
  const over =
    parts.purchased && parts.assigned && unlimited !== true ? parts.assigned.count - parts.purchased.count : 0
  return {
    ...Object.fromEntries(Object.entries(parts).filter(([, known]) => known)),
    ...(typeof unlimited === 'boolean' ? { unlimited } : {}),
    ...(over > 0 ? { overAssigned: over } : {}),
  }
}

const productName = (record: InventoryRecord): string | undefined => {
  const value = (fieldOf(record, 'product') ?? fieldOf(record, 'plan') ?? fieldOf(record, 'sku'))?.value
  return typeof value === 'string' ? value : undefined
}

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, 'en')

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const present = map.get(key)
  if (present !== undefined) return present
  const made = make()
  map.set(key, made)
  return made
}
