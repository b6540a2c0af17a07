import { z } from 'zod'
import { Day } from './day.ts'
import { Uuid } from './id.ts'
import { Money } from './money.ts'
import { Count, Label } from './values.ts'

/** What a price is the price of; never guessed from a quantity. */
export const PriceBasis = z.enum(['per-unit', 'per-pack', 'flat'])
export type PriceBasis = z.infer<typeof PriceBasis>

export const Payer = z.enum(['client', 'msp', 'reseller', 'employee'])
export type Payer = z.infer<typeof Payer>

/** One purchase under a subscription. A later one never replaces an earlier one: each has its own price and order. */
export const Lot = z
  .strictObject({
    subscription: Uuid,
    /** Units bought; in packs where `packSize` is stated. */
    quantity: Count,
    /** Units in one pack: a pack of 13 seats for $250 is 13 seats, and 250 once. */
    packSize: z.int().min(1).max(1e6),
    price: Money,
    priceBasis: PriceBasis,
    /** First and last covered day; open where absent. */
    startsOn: Day,
    endsOn: Day,
    purchaseOrder: Label,
    payer: Payer,
    reseller: Label,
    note: Label,
  })
  .partial()
export type Lot = z.infer<typeof Lot>
