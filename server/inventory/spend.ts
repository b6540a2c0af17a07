import { z } from 'zod'
import { type Heading, headings, type Share, sharesOf } from '../../shared/inventory/spend/look-back.ts'
import { type Match, matchReasons } from '../../shared/inventory/spend/matching.ts'
import { paidIn, unlike } from '../../shared/inventory/spend/paid.ts'
import type { Day } from '../../shared/model/day.ts'
import { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import type { Scope } from '../workspaces/scope.ts'
import { Amount, amountOf, NotConverted, RateUsed } from './amounts.ts'
import { contextOf, pricesIn } from './context.ts'

/** Cash: in the month of the bill. Spread: over the days that it covers. */
export const SpendQuery = z.strictObject({ view: z.enum(['cash', 'spread']).default('cash') })

const Part = z.strictObject({
  key: z.string(),
  /** In the client's currency, as far as there are rates; null where the client has no currency. */
  amount: Amount.nullable(),
  original: z.array(Amount),
  leftOut: z.array(Amount),
})

const Matched = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('matched'),
    line: Uuid,
    subscription: Uuid,
    reasons: z.array(z.enum(matchReasons)),
  }),
  z.strictObject({
    is: z.literal('asked'),
    line: Uuid,
    why: z.enum(['several', 'vendor-only', 'gone']),
    candidates: z.array(Uuid),
    more: z.int(),
  }),
  z.strictObject({ is: z.literal('not-in-inventory'), line: Uuid }),
])

export const SpendResponse = z.strictObject({
  client: Uuid,
  head: z.int(),
  view: z.enum(['cash', 'spread']),
  months: z.array(Part),
  vendors: z.array(Part),
  categories: z.array(Part),
  /** What each line pays for, and why it is said so. */
  lines: z.array(Matched),
  /** Where the units that were billed, for today or the latest billed day, are not those that were purchased. */
  differences: z.array(
    z.strictObject({
      subscription: Uuid,
      billed: z.int(),
      asOf: z.string(),
      lines: z.array(Uuid),
      purchased: z.int(),
      difference: z.int(),
    }),
  ),
  /** Paid to vendors of whom nothing is in the inventory. */
  notInInventory: z.array(
    z.strictObject({
      vendor: z.string(),
      sums: z.array(Amount),
      lines: z.array(Uuid),
      lastOn: z.string().nullable(),
    }),
  ),
  leftOut: z.array(z.strictObject({ line: Uuid, ...Amount.shape, reason: NotConverted })),
  /** In no month, as they say neither when they were billed nor what they cover. */
  undated: z.array(Uuid),
  /** In the month of their bill although the view is spread, as they do not say what they cover. */
  unspread: z.array(Uuid),
  notSpend: z.array(
    z.strictObject({ record: Uuid, why: z.enum(['draft', 'void', 'refunded', 'itemized', 'no-amount']) }),
  ),
  /** Bills whose known lines do not add up to them. */
  gaps: z.array(z.strictObject({ invoice: Uuid, total: Amount, lines: Amount })),
  rates: z.array(RateUsed),
})

export async function spend(
  scope: Scope,
  { view }: z.infer<typeof SpendQuery>,
  today: Day,
): Promise<Outcome<z.infer<typeof SpendResponse>>> {
  if (scope.row.kind !== 'client') return fail('NOT_FOUND')
  const { client, beliefs, names, rates, records } = await contextOf(scope)
  const currency = client.currency ?? null
  const paid = paidIn(beliefs, { names, today, pricesOf: await pricesIn(scope, records) })
  const { lines, notSpend, gaps, matches } = paid
  const { shares, leftOut, ...beside } = sharesOf(lines, view, { currency, rates })
  const by = (keyOf: (share: Share) => string) => headings(shares, keyOf).map((heading) => partOf(heading, currency))
  const { differences, unlisted } = unlike(paid, beliefs)
  return ok({
    client: scope.row.id,
    head: scope.row.seq,
    view,
    months: by(({ month }) => month),
    vendors: by(({ line }) => line.vendors[0] ?? ''),
    categories: by(({ line }) => line.category ?? 'not stated'),
    lines: matches.map(matchedOf),
    differences: differences.map(({ billed: { quantity, ...of }, ...rest }) => ({ ...rest, billed: quantity, ...of })),
    notInInventory: unlisted.map(({ sums, ...rest }) => ({ ...rest, sums: sums.map(amountOf) })),
    leftOut: leftOut.map(({ id, money, reason }) => ({ line: id, ...amountOf(money), reason })),
    notSpend: notSpend.map(({ id, why }) => ({ record: id, why })),
    gaps: gaps.map(({ invoice, total, lines: minor }) => ({
      invoice,
      total: amountOf(total),
      lines: amountOf({ minor, currency: total.currency }),
    })),
    ...beside,
  })
}

const partOf = ({ key, minor, original, leftOut }: Heading, currency: string | null) => ({
  key,
  amount: currency === null ? null : amountOf({ minor, currency }),
  original: original.map(amountOf),
  leftOut: leftOut.map(amountOf),
})

const matchedOf = (match: Match): z.infer<typeof Matched> => ({ ...match, line: match.line.id })
