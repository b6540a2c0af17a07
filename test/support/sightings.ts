import type { Reading } from '../../extension/connector-kit/run.ts'
import type { EvidenceSource, VendorAccount } from '../../shared/model/evidence.ts'
import { newId } from '../../shared/model/id.ts'
import type { Fields, Sighting } from '../../shared/model/observation.ts'

type Wish = {
  key?: string
  at?: string
  source?: EvidenceSource
  account?: VendorAccount | null
}

export const account = (id: string): VendorAccount => ({ vendor: 'example.com', id, name: `Tenant ${id}` })

/** A sighting of a subscription as a connector would make it. */
export function sightingOf(
  fields: Fields,
  { key = 'sku-1', at, source = 'json', account: owner }: Wish = {},
): Sighting {
  const evidence = { source, locator: 'rows/0', excerpt: 'as shown', confidence: 'high' } as const
  return {
    type: 'subscription',
    key,
    vendor: 'example.com',
    vendorAccount: owner === undefined ? account('t1') : owner,
    fields,
    evidence: Object.fromEntries(Object.keys(fields).map((field) => [field, evidence])),
    capture: {
      id: newId(),
      at: at ?? '2026-11-01T10:00:00.000Z',
      url: 'https://admin.example.com/billing',
      connector: { id: 'example', version: 1 },
    },
  }
}

/** What reading a page gave, where nothing but the sightings matters. */
export const readingOf = (sightings: Sighting[]): Reading => ({
  connector: null,
  sightings,
  found: sightings.length,
  problem: null,
  total: null,
  understood: false,
  taught: [],
  missing: [],
})
