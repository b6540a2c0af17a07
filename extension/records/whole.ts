import type { ValuesOf } from '../../shared/inventory/belief.ts'
import { Inventory } from '../../shared/inventory/inventory.ts'
import { editsOf, priceHistory } from '../../shared/inventory/money/price-history.ts'
import type { Rates } from '../../shared/inventory/money/rates.ts'
import type { Names } from '../../shared/inventory/names.ts'
import { risesFrom } from '../../shared/inventory/rises.ts'
import type { Day, Instant } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { isIncludedIn } from '../../shared/vendor-directory/microsoft-plans.ts'
import type { Database } from '../db/database.ts'
import { observationsOf } from './observations.ts'
import { workspaceOf } from './workspace.ts'

export type Whole = {
  inventory: Inventory
  client: ValuesOf<'client'>
  names: Names
  rates: Rates
  /** When this device last saw the page of a record unchanged. */
  lookedAt: Map<Uuid, Instant>
}

/**
 * The inventory of one client with all that is derived of it, as the server works it out. It carries the vendor directory:
 * for the full page, never for the popup. `risesOf`: whose price rises are wanted, where it is not all; what was seen of
 * ten thousand subscriptions takes longer to read than all else.
 */
export async function wholeOf(db: Database, client: Uuid, today: Day, risesOf?: Uuid[]): Promise<Whole> {
  const [records, { aboutOf, names, rates }] = await Promise.all([recordsIn(db, client), workspaceOf(db)])
  const about = aboutOf(client)
  const all = () => records.flatMap(({ id, type }) => (type === 'subscription' ? [id] : []))
  // What a bill pays for is told by the price of its day, of every subscription.
  const isBilled = records.some(({ type }) => type === 'charge' || type === 'invoice')
  const seen = await observationsOf(db, client, isBilled || !risesOf ? all() : risesOf)
  const byId = new Map(records.map((record) => [record.id, record]))
  const pricesOf = (id: Uuid) => {
    const record = byId.get(id)
    return record ? priceHistory(seen.get(id) ?? [], editsOf(record)) : []
  }
  const inventory = new Inventory(records, {
    today,
    client: about,
    names,
    rates,
    isIncluded: isIncludedIn,
    risesOf: (id) => risesFrom(pricesOf(id), today),
    pricesOf,
  })
  const lookedAt = new Map(records.flatMap(({ id, lookedAt }) => (lookedAt === undefined ? [] : [[id, lookedAt]])))
  return { inventory, client: about, names, rates, lookedAt }
}

const recordsIn = async (db: Database, scope: Uuid) =>
  (await db.records.where('[scope+id]').between([scope, ''], [scope, '\uffff']).toArray()).filter(
    ({ deleted }) => deleted === 0,
  )
