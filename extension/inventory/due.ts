import { type Due as DueDay, dueOf as dayDue } from '../../shared/inventory/terms/due.ts'
import type { DecisionsByEnd } from '../../shared/inventory/terms/term.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Decision } from '../../shared/model/decision.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Database } from '../db/database.ts'
import { recordsOf, type Shown, subscriptionsOf } from './queries.ts'
import { isDue, nameOf, termFactsOf, valuesOf } from './subscription.ts'

export type Due = DueDay & { id: Uuid; name: string; vendor: string }

/** More than a client has; IndexedDB counts in 32 bits. */
const everyOne = 1_000_000

/** Subscriptions with a day to cancel, a renewal or an end within 90 days, or past, by that day; and among how many was looked. */
export async function dueSubscriptions(db: Database, client: Uuid, today: Day): Promise<{ due: Due[]; known: number }> {
  const [{ shown, total }, decided] = await Promise.all([
    subscriptionsOf(db, client, { limit: everyOne }),
    recordsOf(db, client, 'decision', { limit: everyOne }),
  ])
  const decisions = bySubscription(decided.shown)
  const due = shown.flatMap((one) => dueOf(one, decisions.get(one.id), today) ?? [])
  return { due: due.sort((a, b) => a.on.localeCompare(b.on)), known: total }
}

function dueOf({ id, vendor, fields }: Shown, decisions: DecisionsByEnd | undefined, today: Day): Due | undefined {
  const due = dayDue(termFactsOf(fields, { decisions }), today)
  return due && isDue(due.on, today) ? { id, name: nameOf(fields, vendor), vendor, ...due } : undefined
}

function bySubscription(shown: Shown[]): Map<Uuid, Map<Day, Decision>> {
  const found = new Map<Uuid, Map<Day, Decision>>()
  for (const { fields } of shown) {
    const { subscription, termEndsOn, ...decision } = valuesOf(fields) as Decision // a record of this type
    if (subscription === undefined || termEndsOn === undefined) continue
    const terms = found.get(subscription) ?? new Map<Day, Decision>()
    found.set(subscription, terms.set(termEndsOn, decision))
  }
  return found
}
