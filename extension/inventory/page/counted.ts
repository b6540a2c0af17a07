import type { Belief } from '../../../shared/inventory/belief.ts'
import type { Assessed } from '../../../shared/inventory/findings/context.ts'
import type { FieldBelief } from '../../../shared/inventory/fold.ts'
import type { Inventory } from '../../../shared/inventory/inventory.ts'
import { isValid } from '../../../shared/inventory/money/price.ts'
import { type CountField, countedAmong, holdsSeat, type Part } from '../../../shared/inventory/position.ts'
import type { Day } from '../../../shared/model/day.ts'

export const partNames = ['contracted', 'purchased', 'assigned', 'active', 'billed'] as const
export type PartName = (typeof partNames)[number]

/** The field of a subscription that says it, where one does. */
export const partFields: Record<Exclude<PartName, 'billed'>, CountField> = {
  contracted: 'seatsContracted',
  purchased: 'seatsPurchased',
  assigned: 'seatsAssigned',
  active: 'seatsActive',
}

/** One fact that a count is made of. */
export type Fact =
  | { is: 'field'; of: Belief<'subscription'>; field: CountField; count: number; belief: FieldBelief }
  | { is: 'lot'; of: Belief<'lot'>; count: number }
  | { is: 'seats'; count: number; among: number }
  | { is: 'charge'; of: Belief<'charge'>; count: number | undefined }

export type Counted = { name: PartName; part: Part; days: number | undefined; facts: Fact[] }

/** How each part of a position was counted: the facts that it is the sum of. */
export function countedOf(assessed: Assessed, inventory: Inventory, today: Day): Map<PartName, Counted> {
  const { position } = assessed
  return new Map(
    partNames.flatMap((name): [PartName, Counted][] => {
      const part = position[name]
      if (!part) return []
      const days = name === 'active' ? position.active?.days : undefined
      return [[name, { name, part, days, facts: factsOf(name, part, assessed, inventory, today) }]]
    }),
  )
}

function factsOf(name: PartName, { from, count }: Part, of: Assessed, inventory: Inventory, today: Day): Fact[] {
  const { entitlement } = of
  if (from === 'assignments') {
    const held = entitlement.assignments.filter(holdsSeat)
    return [{ is: 'seats', count, among: held.length }]
  }
  if (from === 'lots')
    return entitlement.lots.flatMap((lot): Fact[] =>
      isValid(lot.values, today) ? [{ is: 'lot', of: lot, count: unitsOf(lot.values) ?? 0 }] : [],
    )
  if (name === 'billed') return chargesOf(of, inventory)
  const field = partFields[name]
  return countedAmong(entitlement).flatMap((subscription): Fact[] => {
    const [belief, value] = [subscription.from(field), subscription.values[field]]
    return belief && value !== undefined ? [{ is: 'field', of: subscription, field, count: value, belief }] : []
  })
}

function chargesOf({ entitlement }: Assessed, inventory: Inventory): Fact[] {
  const lines = new Set(entitlement.purchases.flatMap(({ id }) => inventory.paid.billed.get(id)?.lines ?? []))
  return inventory.beliefs.charge.flatMap((charge): Fact[] =>
    lines.has(charge.id) ? [{ is: 'charge', of: charge, count: charge.values.quantity }] : [],
  )
}

/** Units of one purchase: packs are what is in them. */
export const unitsOf = ({ quantity, packSize }: Belief<'lot'>['values']): number | undefined =>
  quantity === undefined ? undefined : quantity * (packSize ?? 1)
