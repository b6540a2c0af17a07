import type { ValuesOf } from '../../shared/inventory/belief.ts'
import { Inventory } from '../../shared/inventory/inventory.ts'
import { editsOf, priceHistory } from '../../shared/inventory/money/price-history.ts'
import type { Rates } from '../../shared/inventory/money/rates.ts'
import type { Names } from '../../shared/inventory/names.ts'
import { risesFrom } from '../../shared/inventory/rises.ts'
import type { Day, Instant } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Observation } from '../../shared/model/observation.ts'
import type { RecordType } from '../../shared/model/record-type.ts'
import { isIncludedIn } from '../../shared/vendor-directory/microsoft-plans.ts'
import type { Database } from '../db/database.ts'
import type { StoredRecord } from '../db/schema.ts'
import { compacter, withoutExcerpts } from './compact.ts'
import { observationsOf } from './observations.ts'
import { type Workspace, workspaceOf } from './workspace.ts'

export type Whole = {
  inventory: Inventory
  client: ValuesOf<'client'>
  names: Names
  rates: Rates
  /** When this device last saw the page of a record unchanged. */
  lookedAt: Map<Uuid, Instant>
  of: Material
}

/** What it is made of: the living records, and what was seen of those whose history tells something. */
export type Material = { records: Map<Uuid, StoredRecord>; seen: Map<Uuid, Observation[]> }

/** Their prices and dates changed, and came back. */
const historic: readonly RecordType[] = ['subscription', 'domain', 'certificate']
export const isHistoric = ({ type }: StoredRecord): boolean => historic.includes(type)

/**
 * The inventory of one client with all that is derived of it, as the server works it out. It carries the vendor directory:
 * for the full page, never for the popup. `risesOf`: whose price rises are wanted, where it is not all; what was seen of
 * ten thousand subscriptions takes longer to read than all else.
 */
export async function wholeOf(db: Database, client: Uuid, today: Day, risesOf?: Uuid[]): Promise<Whole> {
  const [of, workspace] = await Promise.all([materialOf(db, client, risesOf), workspaceOf(db)])
  return wholeFrom(of, workspace, client, today)
}

export async function materialOf(db: Database, client: Uuid, risesOf?: Uuid[]): Promise<Material> {
  const living = await recordsIn(db, client)
  // What a bill pays for is told by the price of its day, of every subscription.
  const isBilled = living.some(({ type }) => type === 'charge' || type === 'invoice')
  const all = () => living.filter(isHistoric).map(({ id }) => id)
  const seen = await observationsOf(db, client, isBilled || !risesOf ? all() : risesOf)
  for (const observations of seen.values()) observations.forEach(withoutExcerpts)
  return { records: new Map(living.map((record) => [record.id, record])), seen }
}

/** It asks the material again whenever a record is put: what is laid into that, is laid into this. */
export function wholeFrom(of: Material, { aboutOf, names, rates }: Workspace, client: Uuid, today: Day): Whole {
  const about = aboutOf(client)
  const pricesOf = (id: Uuid) => {
    const record = of.records.get(id)
    return record ? priceHistory(of.seen.get(id) ?? [], editsOf(record)) : []
  }
  const inventory = new Inventory(of.records.values(), {
    today,
    client: about,
    names,
    rates,
    isIncluded: isIncludedIn,
    risesOf: (id) => risesFrom(pricesOf(id), today),
    pricesOf,
  })
  const looked = [...of.records.values()].flatMap(({ id, lookedAt }) =>
    lookedAt === undefined ? [] : [[id, lookedAt] as const],
  )
  return { inventory, client: about, names, rates, lookedAt: new Map(looked), of }
}

/** All at once: in portions the page answers between them, and waits a third longer for the same. */
async function recordsIn(db: Database, scope: Uuid): Promise<StoredRecord[]> {
  const all = await db.records.where('[scope+id]').between([scope, ''], [scope, '\uffff']).toArray()
  const compact = compacter()
  return all.filter(({ deleted }) => deleted === 0).map((record) => compact(record))
}
