import { addDays } from '../../model/calendar.ts'
import type { Day } from '../../model/day.ts'
import type { Belief } from '../belief.ts'
import type { Assessed } from '../findings/context.ts'
import type { Yearly } from '../findings/finding.ts'
import { isInactive } from '../findings/seats.ts'
import type { Inventory } from '../inventory.ts'
import { activeWindow, holdsSeat } from '../position.ts'

/** What a seat costs a year, or why nobody can say. `nothing`: it is free, a trial, or its subscription has ended. */
export type SeatCost =
  | { is: 'known'; yearly: Yearly; upTo: boolean }
  | { is: 'nothing' }
  | { is: 'unknown'; why: 'no-subscription' | 'no-price' | 'mixed-currencies' | 'flat' }

/** One account of somebody in a product, or in a console only. */
export type SeatView = {
  assignment: Belief<'assignment'>
  vendor: { key: string; name: string }
  /** Absent for an account in a console that is no seat of anything. */
  product: { key: string; name: string } | undefined
  /** A seat that was not taken away. */
  held: boolean
  /** Held and not used within the window, by the console's own word. */
  inactive: boolean
  cost: SeatCost
}

/** Reads the seats of one inventory; what many seats share is worked out once. */
export function seatReader(inventory: Inventory, today: Day): (assignment: Belief<'assignment'>) => SeatView {
  const { names } = inventory
  const since = addDays(today, -activeWindow)
  const costs = new Map<Assessed, SeatCost>()
  const costOf = (assessed: Assessed | undefined): SeatCost => {
    if (!assessed) return { is: 'unknown', why: 'no-subscription' }
    const known = costs.get(assessed) ?? costIn(assessed)
    costs.set(assessed, known)
    return known
  }
  const products = new Map<string, { key: string; name: string }>()
  const productOf = (vendorKey: string, said: string) => {
    const asked = `${vendorKey}\n${said}`
    const known = products.get(asked) ?? names.product(vendorKey, said)
    products.set(asked, known)
    return known
  }
  return (assignment) => {
    const { product, plan, sku } = assignment.values
    const assessed = inventory.assessedOf(assignment)
    const vendor = names.vendor(assignment.vendor)
    const said = product ?? plan ?? sku
    const of = assessed
      ? { key: assessed.entitlement.key, name: assessed.entitlement.product.name }
      : said === undefined
        ? undefined
        : productOf(vendor.key, said)
    const held = of !== undefined && holdsSeat(assignment)
    const inactive = held && isInactive(assignment, since)
    return { assignment, vendor, product: of, held, inactive, cost: costOf(assessed) }
  }
}

function costIn({ paid, seatPerYear }: Assessed): SeatCost {
  if (!paid) return { is: 'nothing' }
  if (typeof seatPerYear === 'string') return { is: 'unknown', why: seatPerYear }
  return { is: 'known', ...seatPerYear }
}
