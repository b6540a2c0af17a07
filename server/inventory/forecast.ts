import { z } from 'zod'
import { entitlementsOf } from '../../shared/inventory/entitlements.ts'
import { pricedOf } from '../../shared/inventory/money/priced.ts'
import { type Certainty, forecastOf } from '../../shared/inventory/spend/forecast.ts'
import type { Day } from '../../shared/model/day.ts'
import { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import type { Scope } from '../workspaces/scope.ts'
import { Amount, amountOf, NotConverted, RateUsed } from './amounts.ts'
import { contextOf } from './context.ts'
import { Unpriced } from './costs.ts'

/** Null where the client has no currency. */
const Expected = z.strictObject({ sure: Amount.nullable(), ifRenewed: Amount.nullable() })

export const ForecastResponse = z.strictObject({
  client: Uuid,
  head: z.int(),
  today: z.string(),
  /** This month and the eleven after it. Cash: what is billed in it. Spread: what its days cost. */
  months: z.array(z.strictObject({ month: z.string(), cash: Expected, spread: Expected })),
  bills: z.array(
    z.strictObject({
      subscription: Uuid,
      on: z.string(),
      covers: z.strictObject({ from: z.string(), until: z.string() }),
      original: Amount,
      /** In the client's currency, by the rate of today; absent where there is none. */
      amount: Amount.optional(),
      certainty: z.enum(['sure', 'if-renewed']),
    }),
  ),
  notForecast: z.array(z.strictObject({ record: Uuid, reason: z.enum([...Unpriced.options, 'no-date', 'trial']) })),
  leftOut: z.array(z.strictObject({ record: Uuid, ...Amount.shape, reason: NotConverted })),
  rates: z.array(RateUsed),
})

/** The bills to come, by the chain of terms and the prices of today; computed anew each time. */
export async function forecast(scope: Scope, today: Day): Promise<Outcome<z.infer<typeof ForecastResponse>>> {
  if (scope.row.kind !== 'client') return fail('NOT_FOUND')
  const { client, beliefs, names, rates } = await contextOf(scope)
  const currency = client.currency ?? null
  const { lot: lots, decision: decisions } = beliefs
  const subscriptions = pricedOf(entitlementsOf(beliefs, names).all)
  const wish = { today, first: today.slice(0, 7), currency, rates }
  const { months, bills, notForecast, leftOut, ...beside } = forecastOf({ subscriptions, lots, decisions }, wish)
  const expected = (sums: Record<Certainty, bigint>) => {
    const of = (minor: bigint) => (currency === null ? null : amountOf({ minor, currency }))
    return { sure: of(sums.sure), ifRenewed: of(sums['if-renewed']) }
  }
  return ok({
    client: scope.row.id,
    head: scope.row.seq,
    today,
    months: months.map(({ month, cash, spread }) => ({ month, cash: expected(cash), spread: expected(spread) })),
    bills: bills.map(({ original, minor, ...bill }) => ({
      ...bill,
      original: amountOf(original),
      ...(minor === undefined ? {} : { amount: amountOf({ minor, currency }) }),
    })),
    notForecast: notForecast.map(({ id, reason }) => ({ record: id, reason })),
    leftOut: leftOut.map(({ id, money, reason }) => ({ record: id, ...amountOf(money), reason })),
    ...beside,
  })
}
