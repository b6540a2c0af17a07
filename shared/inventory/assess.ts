import type { Day } from '../model/day.ts'
import type { Decision } from '../model/decision.ts'
import type { Uuid } from '../model/id.ts'
import type { Lot } from '../model/lot.ts'
import type { Belief } from './belief.ts'
import type { Entitlement } from './entitlements.ts'
import type { Assessed, PriceRise, Yearly } from './findings/context.ts'
import { freeReason } from './free.ts'
import { annualOf, isPaying, runningOf } from './money/annual.ts'
import { pricedOf } from './money/priced.ts'
import { positionOf } from './position.ts'
import { renewingOf } from './renewal-facts.ts'
import { seatPerYear } from './seat-price.ts'
import type { Billed } from './spend/billed.ts'

/** What is known around an entitlement. */
export type Surroundings = {
  today: Day
  holidays: ReadonlySet<Day>
  decisions: Map<Uuid, Map<Day, Decision>>
  lots: Map<Uuid, Lot[]>
  /** Units that are billed, by subscription. */
  billed: Map<Uuid, Billed>
  /** Rises of the price of one subscription, from its observations. */
  risesOf: (subscription: Uuid) => PriceRise[]
}

/** Everything that is derived of one entitlement, worked out anew whenever a part of it changes. */
export function assess(entitlement: Entitlement, around: Surroundings): Assessed {
  const { today, holidays, decisions, lots } = around
  const free = freeReason(entitlement)
  const running = entitlement.purchases.filter(({ values }) => isPaying(runningOf(values, today)))
  const terms = running.flatMap((subscription) => {
    const renewing = renewingOf(subscription, { decisions: decisions.get(subscription.id), holidays }, today)
    return renewing ? [[subscription.id, renewing] as const] : []
  })
  const lotsOf = (id: Uuid) => lots.get(id) ?? []
  return {
    entitlement,
    position: positionOf(entitlement, today, billedFor(running, around.billed)),
    paid: free === undefined && running.length > 0,
    free,
    seatPerYear: seatPerYear({ ...entitlement, purchases: running }, lotsOf, today),
    perYear: perYear(entitlement, lotsOf, today),
    releaseOn: terms.flatMap(([, { releaseOn }]) => releaseOn ?? []).sort()[0],
    renewals: new Map(terms),
    rises: new Map(
      running.flatMap(({ id }) => {
        const rises = around.risesOf(id)
        return rises.length > 0 ? [[id, rises]] : []
      }),
    ),
  }
}

/** Of several purchases the sum; where one of them was not billed by its units, nobody knows it. */
function billedFor(running: Belief<'subscription'>[], billed: Surroundings['billed']): Billed | undefined {
  const all = running.flatMap(({ id }) => billed.get(id) ?? [])
  const [first] = all
  if (!first || all.length < running.length) return undefined
  return {
    quantity: all.reduce((sum, { quantity }) => sum + quantity, 0),
    asOf: all.map(({ asOf }) => asOf).sort()[0] ?? first.asOf,
    lines: all.flatMap(({ lines }) => lines),
  }
}

/** Undefined where a part of it has no price, or they are in several currencies. */
function perYear(entitlement: Entitlement, lotsOf: (id: Uuid) => Lot[], today: Day): Yearly | undefined {
  let sum: { minor: bigint; currency: string } | undefined
  for (const { id, values } of pricedOf([entitlement])) {
    if (!isPaying(runningOf(values, today))) continue
    const annual = annualOf(values, lotsOf(id), today)
    if (!annual.known || annual.money.currency === null) return undefined
    if (sum && sum.currency !== annual.money.currency) return undefined
    sum = { minor: (sum?.minor ?? 0n) + annual.money.minor, currency: annual.money.currency }
  }
  if (!sum || sum.minor > BigInt(Number.MAX_SAFE_INTEGER)) return undefined
  return { minor: Number(sum.minor), currency: sum.currency }
}
