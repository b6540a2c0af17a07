import { beliefOf, type ValuesOf } from '../../shared/inventory/belief.ts'
import { Inventory } from '../../shared/inventory/inventory.ts'
import { editsOf, priceHistory } from '../../shared/inventory/money/price-history.ts'
import { Rates } from '../../shared/inventory/money/rates.ts'
import { type Names, namesFrom } from '../../shared/inventory/names.ts'
import { risesFrom } from '../../shared/inventory/rises.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Observation } from '../../shared/model/observation.ts'
import { resolveVendor } from '../../shared/vendor-directory/index.ts'
import { isIncludedIn } from '../../shared/vendor-directory/microsoft-plans.ts'
import type { Database } from '../db/database.ts'
import { getSetting } from '../settings/store.ts'

export type Whole = { inventory: Inventory; client: ValuesOf<'client'>; names: Names; rates: Rates }

/**
 * The inventory of one client with all that is derived of it, as the server works it out. It carries the vendor directory:
 * for the full page, never for the popup.
 */
export async function wholeOf(db: Database, client: Uuid, today: Day): Promise<Whole> {
  const device = await getSetting(db, 'device')
  const [records, workspace] = await Promise.all([recordsIn(db, client), device ? recordsIn(db, device.workspace) : []])
  const beliefs = <T extends 'client' | 'alias' | 'rate'>(type: T) =>
    workspace.flatMap((record) => (record.type === type ? [beliefOf({ ...record, type })] : []))
  const about = beliefs('client').find(({ id }) => id === client)?.values ?? {}
  const rates = new Rates(beliefs('rate'))
  const seen = await observationsOf(
    db,
    client,
    records.flatMap(({ id, type }) => (type === 'subscription' ? [id] : [])),
  )
  const byId = new Map(records.map((record) => [record.id, record]))
  const pricesOf = (id: Uuid) => {
    const record = byId.get(id)
    return record ? priceHistory(seen.get(id) ?? [], editsOf(record)) : []
  }
  const names = namesFrom(beliefs('alias'), resolveVendor)
  const inventory = new Inventory(records, {
    today,
    client: about,
    names,
    rates,
    isIncluded: isIncludedIn,
    risesOf: (id) => risesFrom(pricesOf(id), today),
    pricesOf,
  })
  return { inventory, client: about, names, rates }
}

const recordsIn = async (db: Database, scope: Uuid) =>
  (await db.records.where('[scope+id]').between([scope, ''], [scope, '\uffff']).toArray()).filter(
    ({ deleted }) => deleted === 0,
  )

async function observationsOf(db: Database, scope: Uuid, records: Uuid[]): Promise<Map<Uuid, Observation[]>> {
  const keys = records.map((rec): [Uuid, Uuid] => [scope, rec])
  const found = new Map<Uuid, Observation[]>()
  for (const { rec, observation } of await db.observations.where('[scope+rec]').anyOf(keys).toArray()) {
    const of = found.get(rec)
    if (of) of.push(observation)
    else found.set(rec, [observation])
  }
  return found
}
