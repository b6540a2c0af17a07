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

export const beliefOf = <T extends keyof Schemas>(record: InventoryRecord & { type: T }): Belief<T> =>
  new Believed(record)

/** A class, as a client has a hundred thousand of them and a function of its own for each would be half their size. */
class Believed<T extends keyof Schemas> implements Belief<T> {
  readonly values: ValuesOf<T>
  private readonly record: InventoryRecord & { type: T }

  constructor(record: InventoryRecord & { type: T }) {
    this.record = record
    const values: Record<string, unknown> = {}
    for (const field in record.cells) values[field] = record.cells[field]?.value
    for (const field in record.edits) {
      const stated = record.edits[field]?.value
      // A null edit is one that was taken back: what the vendor shows stands again.
      if (stated !== null && stated !== undefined) values[field] = stated
    }
    this.values = values as ValuesOf<T> // each value was parsed by its field's schema when it came in
  }

  get id() {
    return this.record.id
  }
  get type() {
    return this.record.type
  }
  get vendor() {
    return this.record.vendor
  }
  get account() {
    return this.record.vendorAccount
  }
  get seenAt() {
    return this.record.seenAt
  }
  get from() {
    const record = this.record
    return (field: keyof ValuesOf<T> & string) => fieldOf(record, field)
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
