import { type Renewal, renewalOf } from '../../shared/inventory/renewal.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Database } from '../db/database.ts'
import { type Shown, subscriptionsOf } from './queries.ts'
import { isDue, nameOf } from './subscription.ts'

export type Due = { id: Uuid; name: string; vendor: string; renewal: Renewal }

/** More than a client has; IndexedDB counts in 32 bits. */
const everyOne = 1_000_000

/** Subscriptions whose term ends within 90 days, or has ended, by date; and among how many was looked. */
export async function dueSubscriptions(db: Database, client: Uuid, today: Day): Promise<{ due: Due[]; known: number }> {
  const { shown, total } = await subscriptionsOf(db, client, { limit: everyOne })
  const due = shown.flatMap((one) => dueOf(one, today) ?? [])
  return { due: due.sort((a, b) => a.renewal.on.localeCompare(b.renewal.on)), known: total }
}

/** What has ended for good is not due any more. */
const over = ['canceled', 'expired']

function dueOf({ id, vendor, fields }: Shown, today: Day): Due | undefined {
  const renewal = renewalOf(fields)
  if (!renewal || !isDue(renewal.on, today) || over.includes(String(fields.status?.value))) return undefined
  return { id, name: nameOf(fields, vendor), vendor, renewal }
}
