import type { z } from 'zod'
import type { VendorAccount } from '../model/evidence.ts'
import type { Uuid } from '../model/id.ts'
import type { ClientType, capturedTypes, statedTypes, workspaceTypes } from '../model/record-type.ts'
import { type FieldBelief, fieldOf } from './fold.ts'
import type { InventoryRecord } from './record.ts'

type Schemas = typeof capturedTypes & typeof statedTypes & typeof workspaceTypes
export type ValuesOf<T extends keyof Schemas> = z.infer<Schemas[T]>

/** What is believed of one thing, as plain values; a field that no source showed is absent. */
export type Belief<T extends keyof Schemas> = {
  id: Uuid
  type: T
  /** The maker's registrable domain where known, else what the record calls it. */
  vendor: string
  account: VendorAccount | null
  seenAt: string
  values: ValuesOf<T>
  /** Where a value came from, asked when it is shown. */
  from: (field: keyof ValuesOf<T> & string) => FieldBelief | undefined
}

/** The living records of one client, by type. */
export type Beliefs = { [T in ClientType]: Belief<T>[] }

export function beliefOf<T extends keyof Schemas>(record: InventoryRecord & { type: T }): Belief<T> {
  const values: Record<string, unknown> = {}
  for (const field in record.cells) values[field] = record.cells[field]?.value
  for (const field in record.edits) {
    const stated = record.edits[field]?.value
    // A null edit is one that was taken back: what the vendor shows stands again.
    if (stated !== null && stated !== undefined) values[field] = stated
  }
  return {
    id: record.id,
    type: record.type,
    vendor: record.vendor,
    account: record.vendorAccount,
    seenAt: record.seenAt,
    values: values as ValuesOf<T>, // each value was parsed by its field's schema when it came in
    from: (field) => fieldOf(record, field),
  }
}

export function beliefsOf(records: Iterable<InventoryRecord>): Beliefs {
  const beliefs: Beliefs = {
    subscription: [],
    assignment: [],
    invoice: [],
    domain: [],
    certificate: [],
    control: [],
    product: [],
    charge: [],
    lot: [],
    decision: [],
    acknowledgement: [],
    person: [],
    judgement: [],
  }
  for (const record of records) {
    if (record.deleted !== 0 || !Object.hasOwn(beliefs, record.type)) continue
    // The list of a type takes beliefs of that type alone, which a mapped type cannot say of a union.
    const list = beliefs[record.type as ClientType] as Belief<ClientType>[]
    list.push(beliefOf(record as InventoryRecord & { type: ClientType }))
  }
  return beliefs
}
