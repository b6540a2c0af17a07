import type { Belief, ValuesOf } from '../../shared/inventory/belief.ts'
import type { VendorAccount } from '../../shared/model/evidence.ts'
import { newId } from '../../shared/model/id.ts'

type Around = { id?: string; vendor?: string; account?: VendorAccount | null; seenAt?: string }
export const tenant: VendorAccount = { vendor: 'example.com', id: 'tenant-1' }

/** A belief of our own making; every value of it counts as shown on the day it was seen. */
export function belief<
  T extends
    | Belief<'subscription'>['type']
    | 'assignment'
    | 'lot'
    | 'charge'
    | 'invoice'
    | 'person'
    | 'decision'
    | 'judgement'
    | 'acknowledgement'
    | 'domain'
    | 'certificate'
    | 'alias'
    | 'rate',
>(type: T, values: ValuesOf<T>, around: Around = {}): Belief<T> {
  const { id = newId(), vendor = 'example.com', account = tenant, seenAt = '2026-11-20T09:00:00Z' } = around
  return {
    id,
    type,
    vendor,
    account,
    seenAt,
    values,
    from: (field) => {
      const value = values[field]
      if (value === undefined) return undefined
      return { value: value as never, by: 'capture', source: 'json', at: seenAt, observation: id } // a value of the model
    },
  }
}
