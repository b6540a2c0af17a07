import { newOrderedId, type Uuid } from '../../../shared/model/id.ts'
import { type Observation, observe, type Sighting } from '../../../shared/model/observation.ts'
import type { Op } from '../../../shared/sync.ts'
import type { BenchRecord } from './records.ts'

/**
 * What one record of the peers is here. `stated`: one edit of one field that holds the record's JSON, as the peers
 * store it: the same bytes and the same grain. `captured`: what the product makes of a subscription that it read, an
 * observation with those values as fields, each field with its evidence: about six times the bytes.
 */
export type Mapping = 'stated' | 'captured'

const at = '2026-02-01T10:00:01.000Z'
const common = (n: number, rec: Uuid, base = 0) => ({ op: newOrderedId(), n, rec, base, at })

export async function opsOf(mapping: Mapping, client: Uuid, records: BenchRecord[], from = 0): Promise<Op[]> {
  if (mapping === 'stated') return records.map((record, place) => stated(from + place + 1, newOrderedId(), record))
  return Promise.all(
    records.map(async (record, place): Promise<Op> => {
      const value = await observationOf(client, record)
      return { ...common(from + place + 1, value.rec), kind: 'add', type: 'subscription', value }
    }),
  )
}

const stated = (n: number, rec: Uuid, record: BenchRecord): Op => ({
  ...common(n, rec),
  kind: 'set',
  type: 'lot',
  field: 'note',
  value: JSON.stringify(record),
})

/** One change of one record that is there, seen at `base`. */
export const editOf = (mapping: Mapping, n: number, of: Op, base: number, quantity: number): Op => {
  const change = { ...common(n, of.rec, base), kind: 'set' as const }
  if (of.kind === 'set' && mapping === 'stated')
    return { ...change, type: of.type, field: of.field, value: `${String(of.value).slice(0, 380)} ${quantity}` }
  return { ...change, type: of.type, field: 'seatsPurchased', value: quantity }
}

const statusOf: Record<string, string> = { trial: 'trialing', cancelled: 'canceled' }

function observationOf(client: Uuid, record: BenchRecord): Promise<Observation> {
  const vendor = `${record.vendor.toLowerCase()}.example`
  const fields: Sighting['fields'] = {
    subscriptionId: record.id,
    product: record.product,
    sku: record.sku,
    billingPeriod: { count: 1, unit: record.plan === 'annual' ? 'year' : 'month' },
    seatsPurchased: record.quantity,
    seatsAssigned: record.assigned,
    unitPrice: { minor: record.priceMinor, currency: record.currency },
    startsOn: record.start,
    renewsOn: record.renewal,
    status: statusOf[record.status] ?? record.status,
    autoRenews: record.autoRenew,
    reseller: record.owner,
  }
  return observe(client, {
    type: 'subscription',
    key: record.id,
    vendor,
    vendorAccount: { vendor, id: 'tenant' },
    fields,
    evidence: Object.fromEntries(
      Object.keys(fields).map((field) => [
        field,
        { source: record.source, locator: `/${record.id}/${field}`, excerpt: '', confidence: 'high' },
      ]),
    ),
    capture: {
      id: '00000000-0000-4000-8000-000000000001',
      at: new Date(record.seenAt).toISOString(),
      url: record.evidence,
      connector: { id: 'bench', version: 1 },
    },
  })
}
