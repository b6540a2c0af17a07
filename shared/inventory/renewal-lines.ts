import { addMonths, dayNumber, dayOf } from '../model/calendar.ts'
import type { Day } from '../model/day.ts'
import type { Decision } from '../model/decision.ts'
import type { Uuid } from '../model/id.ts'
import type { Money } from '../model/money.ts'
import type { Belief, ValuesOf } from './belief.ts'
import { grouped } from './grouped.ts'
import type { Inventory } from './inventory.ts'
import { annualOf, isPaying, lotsBySubscription, runningOf } from './money/annual.ts'
import { pricedOf } from './money/priced.ts'
import { peopleModeOf } from './people/mode.ts'
import type { Alert } from './terms/alerts.ts'
import { type CountStep, cancelByOf } from './terms/cancel-by.ts'
import { chainOf, termOf } from './terms/chain.ts'
import { decisionsBySubscription, factsOf } from './terms/facts.ts'
import { isOver } from './terms/mode.ts'
import { isSettled, outcomeOf } from './terms/outcome.ts'
import type { Term } from './terms/term.ts'

/** What the day of a line is: the last one to cancel, a renewal, an end, an expiry; `agree`: it ends unless both agree. */
export type Happens = 'cancel-by' | 'renews' | 'ends' | 'agree' | 'term-ends' | 'expires'

/** One thing that somebody has to think of by a day. */
export type Line = {
  id: Uuid
  type: 'subscription' | 'domain' | 'certificate'
  name: string
  vendor: string
  happens: Happens
  on: Day
  /** Nobody has to decide any more. */
  settled: boolean
  /** The running term of a subscription. */
  term?: Term
  /** How the last day to cancel was counted. */
  steps?: CountStep[]
  decision?: Decision
  perYear?: Money
  owner?: string
  /** Its own ladder, where it has one. */
  alertDays?: number[]
  alerts: Alert[]
}

/** As much of an inventory as the days are told by: its seats are not. */
export type Dated = Pick<Inventory, 'beliefs'> & {
  entitlements: Pick<Inventory['entitlements'][number], 'entitlement'>[]
}
export type Known = { inventory: Dated; client: ValuesOf<'client'>; alerts: Alert[] }

/** Everything with a day, the earliest first; and how many subscriptions have none that is known. */
export function linesOf({ inventory, client, alerts }: Known, today: Day): { lines: Line[]; dayless: number } {
  const { subscription, domain, certificate, decision, lot } = inventory.beliefs
  const of = grouped(alerts, ({ subject }) => subject)
  const names = namesOf(inventory)
  const decisions = decisionsBySubscription(decision)
  const holidays = new Set(client.holidays ?? [])
  const lots = lotsBySubscription(lot)
  const isNamed = peopleModeOf(client) === 'full'
  const priced = new Set(pricedOf(inventory.entitlements.map(({ entitlement }) => entitlement)).map(({ id }) => id))
  const lines: Line[] = []
  let dayless = 0
  for (const one of subscription) {
    const { id, values } = one
    if (isOver(values.status)) continue
    const line = termLine(one, { decisions: decisions.get(id), holidays }, today)
    if (line === 'no-day') dayless += 1
    if (line === 'no-day' || line === 'over') continue
    // Where a console shows purchases and all of them together, one of the two counts.
    const annual =
      priced.has(id) && isPaying(runningOf(values, today)) ? annualOf(values, lots.get(id) ?? [], today) : undefined
    lines.push({
      id,
      type: 'subscription',
      ...(names.get(id) ?? { name: values.product ?? one.vendor, vendor: one.vendor }),
      ...line,
      ...(annual?.known ? { perYear: { ...annual.money, minor: Number(annual.money.minor) } } : {}),
      ...(values.owner === undefined || !isNamed ? {} : { owner: values.owner }),
      ...(values.alertDays === undefined ? {} : { alertDays: values.alertDays }),
      alerts: of.get(id) ?? [],
    })
  }
  const expiring = (id: Uuid, type: 'domain' | 'certificate', name: string, vendor: string, on: Day | undefined) => {
    if (on !== undefined)
      lines.push({ id, type, name, vendor, happens: 'expires', on, settled: false, alerts: of.get(id) ?? [] })
  }
  for (const { id, vendor, values } of domain)
    expiring(id, 'domain', values.name ?? vendor, values.registrar ?? vendor, values.expiresOn)
  for (const { id, vendor, values } of certificate)
    expiring(id, 'certificate', values.subject ?? vendor, values.issuer ?? vendor, values.endsOn)
  return { lines: lines.sort(byDay), dayless }
}

export const byDay = (a: Line, b: Line): number => (a.on === b.on ? a.name.localeCompare(b.name) : a.on < b.on ? -1 : 1)

type OfTerm = Pick<Line, 'happens' | 'on' | 'settled' | 'term' | 'steps' | 'decision'>

function termLine(
  { values, from }: Belief<'subscription'>,
  around: Parameters<typeof factsOf>[2],
  today: Day,
): OfTerm | 'no-day' | 'over' {
  const facts = factsOf(values, from, around)
  const { current, mode, state } = chainOf(facts, { today })
  if (!current) return 'no-day'
  if (state === 'ended') return 'over'
  const term = termOf(current)
  const decision = around.decisions?.get(term.endsOn)
  const outcome = outcomeOf(facts, mode, current)
  // Renegotiating settles nothing yet, and neither does a notice that was sent too late.
  const settled = isSettled(decision) && (outcome === 'renews' || outcome === 'ends')
  const known = { term, settled, ...(decision ? { decision } : {}) }
  if (outcome === 'ends') return { ...known, happens: 'ends', on: term.endsOn }
  if (mode === 'express' && !settled) return { ...known, happens: 'agree', on: term.endsOn }
  const by = cancelByOf(facts, current, dayNumber(today))
  if (by.is === 'known' && !settled) return { ...known, happens: 'cancel-by', on: by.on, steps: by.steps }
  const counted = by.is === 'known' ? { steps: by.steps } : {}
  if (outcome === 'renews') return { ...known, ...counted, happens: 'renews', on: term.renewsOn }
  return { ...known, happens: 'term-ends', on: term.endsOn }
}

function namesOf(inventory: Dated): Map<Uuid, { name: string; vendor: string }> {
  const names = new Map<Uuid, { name: string; vendor: string }>()
  for (const { entitlement } of inventory.entitlements)
    for (const { id, values } of [...entitlement.purchases, ...(entitlement.pool ? [entitlement.pool] : [])]) {
      const { product, vendor } = entitlement
      const plan = values.plan === undefined || values.plan === product.name ? '' : ` ${values.plan}`
      names.set(id, { name: `${product.name}${plan}`, vendor: vendor.name })
    }
  return names
}

export const groups = ['late', 'month', 'quarter', 'later'] as const
export type Group = (typeof groups)[number]

/** Late: its day is past, and nobody has decided. The rest by when. */
export function groupOf({ on, settled }: Pick<Line, 'on' | 'settled'>, today: Day): Group {
  if (on < today && !settled) return 'late'
  if (on.slice(0, 7) <= today.slice(0, 7)) return 'month'
  return on <= dayOf(addMonths(dayNumber(today), 3)) ? 'quarter' : 'later'
}
