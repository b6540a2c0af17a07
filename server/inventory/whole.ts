import { Inventory } from '../../shared/inventory/inventory.ts'
import { risesFrom } from '../../shared/inventory/rises.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Scope } from '../workspaces/scope.ts'
import { type ClientContext, contextOf, pricesIn } from './context.ts'

/** The inventory of one client with all that is derived of it, as devices work it out. */
export async function inventoryOf(scope: Scope, today: Day): Promise<ClientContext & { inventory: Inventory }> {
  const context = await contextOf(scope)
  const { client, names, rates, records } = context
  const pricesOf = await pricesIn(scope, records)
  const { isIncludedIn } = await import('../../shared/vendor-directory/microsoft-plans.ts')
  const inventory = new Inventory(records, {
    today,
    client,
    names,
    rates,
    isIncluded: isIncludedIn,
    risesOf: (id) => risesFrom(pricesOf(id), today),
    pricesOf,
  })
  return { ...context, inventory }
}
