import { Inventory } from '../../shared/inventory/inventory.ts'
import { editsOf, priceHistory } from '../../shared/inventory/money/price-history.ts'
import { risesFrom } from '../../shared/inventory/rises.ts'
import type { Day } from '../../shared/model/day.ts'
import { isIncludedIn } from '../../shared/vendor-directory/microsoft-plans.ts'
import type { Scope } from '../workspaces/scope.ts'
import { type ClientContext, contextOf } from './context.ts'
import { observationsOfType } from './store.ts'

/** The inventory of one client with all that is derived of it, as devices work it out. */
export async function inventoryOf(scope: Scope, today: Day): Promise<ClientContext & { inventory: Inventory }> {
  const context = await contextOf(scope)
  const { client, names, rates, records } = context
  const byId = new Map(records.map((record) => [record.id, record]))
  const observations = await observationsOfType(scope, 'subscription')
  const inventory = new Inventory(records, {
    today,
    client,
    names,
    rates,
    isIncluded: isIncludedIn,
    risesOf: (id) => {
      const record = byId.get(id)
      return record ? risesFrom(priceHistory(observations.get(id) ?? [], editsOf(record)), today) : []
    },
  })
  return { ...context, inventory }
}
