import { type Due as DueDay, dueOf as dayDue } from '../../shared/inventory/terms/due.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Database } from '../db/database.ts'
import { type AroundOf, aroundOf } from '../records/around.ts'
import { type Shown, subscriptionsOf } from '../records/queries.ts'
import { isDue, nameOf, termFactsOf } from './subscription.ts'

export type Due = DueDay & { id: Uuid; name: string; vendor: string }

/** More than a client has; IndexedDB counts in 32 bits. */
const everyOne = 1_000_000

/** Subscriptions with a day to cancel, a renewal or an end within 90 days, or past, by that day; and among how many was looked. */
export async function dueSubscriptions(db: Database, client: Uuid, today: Day): Promise<{ due: Due[]; known: number }> {
  const [{ shown, total }, around] = await Promise.all([
    subscriptionsOf(db, client, { limit: everyOne }),
    aroundOf(db, client),
  ])
  const due = shown.flatMap((one) => dueOf(one, around, today) ?? [])
  return { due: due.sort((a, b) => a.on.localeCompare(b.on)), known: total }
}

function dueOf({ id, vendor, fields }: Shown, around: AroundOf, today: Day): Due | undefined {
  const due = dayDue(termFactsOf(fields, around(id)), today)
  return due && isDue(due.on, today) ? { id, name: nameOf(fields, vendor), vendor, ...due } : undefined
}
