import type { Day } from '../../model/day.ts'
import type { Uuid } from '../../model/id.ts'
import type { Beliefs } from '../belief.ts'
import type { Names } from '../names.ts'
import {
  type Billed,
  billedAgainst,
  billedOf,
  type Difference,
  type PaidUnlisted,
  paidButNotInInventory,
} from './billed.ts'
import type { PricesOf } from './index-of.ts'
import { type Spend, spendOf } from './lines.ts'
import { type Match, matchLines } from './matching.ts'

/** All that was billed to a client, what each line of it pays for, and what does not fit. */
export type Paid = Spend & { matches: Match[]; billed: Map<Uuid, Billed> }

export type PaidContext = { names: Names; today: Day; pricesOf?: PricesOf }

export function paidIn(
  { charge, invoice, subscription, lot }: Beliefs,
  { names, today, ...prices }: PaidContext,
): Paid {
  const vendorKey = (said: string) => names.vendor(said).key
  const spend = spendOf(charge, invoice, vendorKey)
  // Without a line there is nothing to match, and most clients begin so.
  const matches =
    spend.lines.length === 0 ? [] : matchLines(spend.lines, subscription, lot, { vendorKey, today, ...prices })
  return { ...spend, matches, billed: billedOf(matches, today) }
}

/** Where the bills and the inventory say different things. */
export function unlike(
  { matches, billed }: Paid,
  { subscription }: Beliefs,
): { differences: Difference[]; unlisted: PaidUnlisted[] } {
  const purchased = new Map(subscription.map(({ id, values }) => [id, values.seatsPurchased]))
  return { differences: billedAgainst(billed, (id) => purchased.get(id)), unlisted: paidButNotInInventory(matches) }
}
