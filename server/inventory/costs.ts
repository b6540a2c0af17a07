import { z } from 'zod'
import { entitlementsOf } from '../../shared/inventory/entitlements.ts'
import { annualTotal } from '../../shared/inventory/money/annual.ts'
import { pricedOf } from '../../shared/inventory/money/priced.ts'
import type { Day } from '../../shared/model/day.ts'
import { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import type { Scope } from '../workspaces/scope.ts'
import { Amount, amountOf, Beside, besideOf } from './amounts.ts'
import { contextOf } from './context.ts'

export const Unpriced = z.enum([
  'no-price',
  'no-quantity',
  'unlimited',
  'no-basis',
  'no-pack-size',
  'part-of-pack',
  'several-currencies',
  'lots-incomplete',
  'no-period',
])

export const CostsResponse = z.strictObject({
  client: Uuid,
  head: z.int(),
  today: z.string(),
  /** A year of all that runs, in the client's currency; null where the client has none. */
  annual: Amount.nullable(),
  /** What is in it, by subscription: a year in its own currency, and in the client's. */
  subscriptions: z.array(z.strictObject({ record: Uuid, annual: Amount, original: Amount })),
  ...Beside.shape,
  /** Not in it, as nobody can say what they cost a year. */
  unpriced: z.array(z.strictObject({ record: Uuid, reason: Unpriced })),
  /** In it, although nothing shows that their term renewed. */
  unconfirmed: z.array(Uuid),
  ended: z.array(Uuid),
  trials: z.array(Uuid),
})

/** The client's annual costs: a view of prices as they were stated, computed anew each time. */
export async function costs(scope: Scope, today: Day): Promise<Outcome<z.infer<typeof CostsResponse>>> {
  if (scope.row.kind !== 'client') return fail('NOT_FOUND')
  const { client, beliefs, names, rates } = await contextOf(scope)
  const currency = client.currency ?? null
  const total = annualTotal(pricedOf(entitlementsOf(beliefs, names).all), beliefs.lot, { today, currency, rates })
  return ok({
    client: scope.row.id,
    head: scope.row.seq,
    today,
    annual: currency === null ? null : amountOf({ minor: total.minor, currency }),
    subscriptions: total.parts.map(({ id, minor, money }) => ({
      record: id,
      annual: amountOf({ minor, currency }),
      original: amountOf(money),
    })),
    ...besideOf(total),
    unpriced: total.unpriced.map(({ id, reason }) => ({ record: id, reason })),
    unconfirmed: total.unconfirmed,
    ended: total.ended,
    trials: total.trials,
  })
}
