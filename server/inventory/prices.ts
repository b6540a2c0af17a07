import { z } from 'zod'
import { editsOf, type PricePoint, priceHistory, priceRises } from '../../shared/inventory/money/price-history.ts'
import { Uuid } from '../../shared/model/id.ts'
import { PriceBasis } from '../../shared/model/lot.ts'
import { BillingPeriod } from '../../shared/model/subscription.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import type { Scope } from '../workspaces/scope.ts'
import { Amount, amountOf } from './amounts.ts'
import { observationsOfRecord, recordOf } from './store.ts'

const Price = z.strictObject({
  at: z.string(),
  field: z.enum(['unitPrice', 'totalPrice']),
  price: Amount,
  basis: PriceBasis,
  packSize: z.int().optional(),
  quantity: z.int().optional(),
  period: BillingPeriod.optional(),
  /** The capture that showed it, or who stated it. */
  by: z.union([
    z.strictObject({ kind: z.literal('capture'), observation: Uuid }),
    z.strictObject({ kind: z.literal('person'), member: Uuid }),
  ]),
})

export const PricesResponse = z.strictObject({
  client: Uuid,
  record: Uuid,
  prices: z.array(Price),
  /** Only between prices of the same thing, for the same time, in the same currency; in hundredths of a percent. */
  rises: z.array(z.strictObject({ from: z.string(), to: z.string(), by: Amount, basisPoints: z.int() })),
})

export async function prices(scope: Scope, id: Uuid): Promise<Outcome<z.infer<typeof PricesResponse>>> {
  const record = scope.row.kind === 'client' ? await recordOf(scope, id) : undefined
  if (record?.type !== 'subscription') return fail('NOT_FOUND')
  const history = priceHistory(await observationsOfRecord(scope, id), editsOf(record))
  const shown = (point: PricePoint) => ({ ...point, price: amountOf(point.price) })
  const rises = priceRises(history).map(({ from, to, by, basisPoints }) => ({
    from: from.at,
    to: to.at,
    by: amountOf(by),
    basisPoints,
  }))
  return ok({ client: scope.row.id, record: id, prices: history.map(shown), rises })
}
