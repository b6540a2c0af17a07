import { fieldOf } from '../../shared/inventory/fold.ts'
import type { VendorAccount } from '../../shared/model/evidence.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Database } from '../db/database.ts'
import { getSetting } from '../settings/store.ts'

/** The vendor accounts that are bound to a client, by vendor and name. */
export async function accountsOf(db: Database, client: Uuid): Promise<VendorAccount[]> {
  const device = await getSetting(db, 'device')
  if (!device) return []
  const listed = db.listing.where('[scope+type+name+id]')
  const names = await listed.between([device.workspace, 'binding'], [device.workspace, 'binding', []]).toArray()
  const records = await db.records.bulkGet(names.map(({ scope, id }): [Uuid, Uuid] => [scope, id]))
  return records.flatMap((record) => {
    const text = (field: string) => {
      const value = record && fieldOf(record, field)?.value
      return typeof value === 'string' ? value : undefined
    }
    const [vendor, id, name] = [text('vendor'), text('accountId'), text('accountName')]
    if (vendor === undefined || id === undefined || text('client') !== client) return []
    return [{ vendor, id, ...(name === undefined ? {} : { name }) }]
  })
}
