import { fieldOf } from '../../shared/inventory/fold.ts'
import type { InventoryRecord } from '../../shared/inventory/record.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { RecordType } from '../../shared/model/record-type.ts'
import type { Database } from './database.ts'
import type { Listing, StoredRecord } from './schema.ts'

/** What people call a thing of each type, most telling first. */
const namedBy: Record<RecordType, string[]> = {
  subscription: ['product', 'plan', 'sku'],
  assignment: ['person', 'email', 'product'],
  invoice: ['number', 'issuer'],
  domain: ['name', 'registrar'],
  certificate: ['subject', 'issuer'],
  control: ['title', 'area'],
  product: ['name'],
  charge: ['invoiceId', 'description', 'invoiceIssuer'],
  lot: ['purchaseOrder'],
  decision: ['choice'],
  acknowledgement: ['by'],
  person: ['name'],
  judgement: ['finding'],
  client: ['name'],
  binding: ['vendor', 'accountName', 'accountId'],
  connector: ['name', 'vendor'],
  alias: ['from', 'to'],
  rate: ['on', 'base'],
}

/** A text as it is searched and sorted: without case and accents, so that Ärzte stands beside Arzt. */
export const searchable = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()

function nameOf(record: InventoryRecord): string {
  const named = namedBy[record.type].flatMap((field) => {
    const value = fieldOf(record, field)?.value
    return typeof value === 'string' ? [value] : []
  })
  const parts = [...named, record.vendor, record.vendorAccount?.name ?? '']
  return searchable(parts.filter((part) => part !== '').join(' ')).slice(0, 300)
}

const listingOf = (record: StoredRecord | undefined): Listing | undefined =>
  record && record.deleted === 0
    ? { scope: record.scope, type: record.type, name: nameOf(record), id: record.id }
    : undefined

type ListingKey = [Uuid, RecordType, string, Uuid]
const keyOf = ({ scope, type, name, id }: Listing): ListingKey => [scope, type, name, id]

/** Writes records with their places in the list; `before` are the same records as they stood. Needs `records`, `listing`. */
export async function putRecords(
  db: Database,
  before: (StoredRecord | undefined)[],
  after: StoredRecord[],
): Promise<void> {
  const gone: ListingKey[] = []
  const come: Listing[] = []
  for (const [place, record] of after.entries()) {
    const [old, next] = [listingOf(before[place]), listingOf(record)]
    if (old && old.name === next?.name) continue
    if (old) gone.push(keyOf(old))
    if (next) come.push(next)
  }
  if (gone.length > 0) await db.listing.bulkDelete(gone)
  if (come.length > 0) await db.listing.bulkPut(come)
  await db.records.bulkPut(after)
}

/** Removes records that are no records any more. */
export async function dropRecords(db: Database, records: StoredRecord[]): Promise<void> {
  if (records.length === 0) return
  await db.listing.bulkDelete(records.flatMap((record) => listingOf(record) ?? []).map(keyOf))
  await db.records.bulkDelete(records.map(({ scope, id }): [Uuid, Uuid] => [scope, id]))
}
