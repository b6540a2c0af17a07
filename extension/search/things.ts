import type { Uuid } from '../../shared/model/id.ts'
import type { RecordType } from '../../shared/model/record-type.ts'

/** What is found of one client: a record, or the vendor that a subscription is of. */
export type ThingType = keyof typeof weights
export type Thing = { scope: Uuid; type: ThingType; name: string; id: Uuid }

/** Which stand before others that are found as well. What nobody calls by a name is not searched. */
export const weights = {
  subscription: 90,
  vendor: 80,
  person: 70,
  assignment: 70,
  product: 60,
  domain: 50,
  certificate: 50,
  invoice: 40,
  control: 40,
  lot: 30,
  charge: 10,
} as const

/** In the order in which they are read. */
export const searchedTypes = [
  'subscription',
  'person',
  'product',
  'domain',
  'certificate',
  'invoice',
  'control',
  'lot',
  'assignment',
  'charge',
] as const satisfies RecordType[]

/** Where a thing is looked at: a page of its own, or the area that lists it. */
export function pageOf({ type, id }: Pick<Thing, 'type' | 'id'>): string {
  if (type === 'subscription' || type === 'lot') return `inventory/${id}`
  if (type === 'person' || type === 'assignment') return `people/${id}`
  if (type === 'domain' || type === 'certificate') return `renewals/${id}`
  if (type === 'invoice' || type === 'charge') return 'spend'
  return type === 'vendor' || type === 'product' ? 'vendors' : 'findings'
}
