import { Database } from '../../../extension/db/database.ts'
import { putRecords } from '../../../extension/db/listing.ts'
import type { StoredRecord } from '../../../extension/db/schema.ts'
import { createClient, setActiveClient } from '../../../extension/records/clients.ts'
import { emptyRecord } from '../../../shared/inventory/fold.ts'
import type { InventoryRecord } from '../../../shared/inventory/record.ts'
import { newId, type Uuid } from '../../../shared/model/id.ts'
import type { Observation } from '../../../shared/model/observation.ts'
import { largeClient } from '../large-client.ts'

/** A consultant's device, written straight into the extension's own database by a page of the extension. */
const db = new Database()

export type Sizes = { clients: number; subscriptions: number; seats: number; scrolled: number }
export type Filled = { large: Uuid; scrolled: Uuid }

/** One client has nearly all of it, and is the active one; one more only has subscriptions to be scrolled through. */
export async function fill({ clients, subscriptions, seats, scrolled }: Sizes): Promise<Filled> {
  for (let nth = 2; nth < clients; nth++) {
    const small = await createClient(db, `Client ${String(nth).padStart(2, '0')}`)
    const { records, observations } = largeClient(10, 20, 10)
    await write(small, records, [...observations.values()].flat())
  }
  const wide = await createClient(db, 'Scrolled')
  await write(wide, largeClient(scrolled, 0, scrolled).records, [])
  const large = await createClient(db, 'Large')
  const { records, observations } = largeClient(subscriptions, seats, subscriptions)
  await write(large, records, [...observations.values()].flat())
  return { large, scrolled: wide }
}

/** Lines that name a vendor and no subscription of it: a person is asked what they pay for. */
export async function bill(scope: Uuid, count: number): Promise<void> {
  const charges = Array.from({ length: count }, (_, at): InventoryRecord => {
    const id = newId()
    const fields = {
      publisher: `vendor${1 + (at % 300)}.example`,
      billedCost: { minor: 1_000_000 + at, currency: 'EUR' },
      billedOn: `2026-0${1 + (at % 9)}-15`,
    }
    const edit = { seq: 1, by: id, at: '2026-11-01T00:00:00Z' }
    const edits = Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, { ...edit, value }]))
    return { ...emptyRecord(id, 'charge'), vendor: fields.publisher, edits }
  })
  await write(scope, charges, [])
}

export const activate = (client: Uuid): Promise<void> => setActiveClient(db, client)

const batch = 5_000

async function write(scope: Uuid, records: InventoryRecord[], observations: Observation[]): Promise<void> {
  for (let from = 0; from < records.length; from += batch) {
    const rows = records.slice(from, from + batch).map((record): StoredRecord => ({ ...record, scope }))
    await db.transaction('rw', db.records, db.listing, () => putRecords(db, [], rows))
  }
  for (let from = 0; from < observations.length; from += batch) {
    const some = observations.slice(from, from + batch)
    await db.observations.bulkPut(
      some.map((observation) => ({ scope, id: observation.id, rec: observation.rec, rev: 1, observation })),
    )
  }
}
