import type { Draft, Facts, Verdict } from './draft.ts'
import { has } from './draft.ts'
import { identityOf } from './identity.ts'
import { atHost } from './naming.ts'
import type { LabelledTable } from './tables.ts'
import { subscriptionReader } from './types/subscription-row.ts'

/** What was read of one table: `at` tells which row of it a locator lies in. */
export type Claim = { table: LabelledTable; type: string; drafts: Draft[] }

const lineKeys =
  /^(?:(?:subscription|order|invoice|quote|contract)?_?(?:line_?)?items?|lines|products?|charges|rate_?plan(?:_?charge)?s|plans|components|add_?ons|services|entitlements|licenses|packages)$/i

/** What a line has from the subscription that holds it. */
const inherited = ['status', 'startsOn', 'endsOn', 'renewsOn', 'autoRenews', 'billingPeriod']

/**
 * `{ status, next_billing, items: [{ product, quantity, price }] }`: the lines say what was bought, the row that holds
 * them until when. Where the row names nothing, its lines are the records. True where they took its place.
 */
export function readLines(facts: Facts, claim: Claim, verdict: Verdict | null): boolean {
  const { table, columns } = facts
  const named = columns.some(({ role }) => role === 'product' || role === 'plan' || role === 'sku' || role === 'name')
  if (claim.type !== 'subscription' || table.single || !named || !claim.drafts.every(isBare)) return false
  if (claim.table.single ? verdict?.type !== 'subscription' : !lineKeys.test(table.near.at(-1) ?? '')) return false
  const read = subscriptionReader(facts)
  const lines = table.rows.flatMap((row) => read(row) ?? [])
  if (lines.length === 0 || lines.some(isBare)) return false
  const parents = new Map(claim.drafts.map((draft) => [rowOf(draft, claim.table), draft]))
  for (const line of lines) inherit(line, parents.get(rowOf(line, claim.table)))
  claim.drafts.splice(0, claim.drafts.length, ...lines)
  return true
}

/** Named by nothing but the host that it came from. */
const isBare = (draft: Draft): boolean =>
  !has(draft, 'plan', 'sku') && (!has(draft, 'product') || draft.where.product?.locator === atHost)

function inherit(line: Draft, parent: Draft | undefined): void {
  if (!parent) return
  for (const field of inherited) {
    const value = parent.fields[field]
    const where = parent.where[field]
    if (has(line, field) || value === undefined || !where) continue
    line.fields[field] = value
    line.where[field] = where
  }
  line.keys = identityOf('subscription', line.fields)
}

/** The row of a table in which a draft was found, by its numbers: `$.data[3]`. */
export function rowOf({ where }: Draft, { locator, single }: LabelledTable): string | undefined {
  const depth = (locator.match(/\[/g) ?? []).length + (single ? 0 : 1)
  const [first] = Object.values(where).filter((from) => from.locator.startsWith('$'))
  return first?.locator.match(new RegExp(`^(?:[^[]*\\[\\d+\\]){${depth}}`))?.[0]
}
