import { type Due as DueDay, dueOf as dayDue } from '../../shared/inventory/terms/due.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Database } from '../db/database.ts'
import { derivedOf, keep, markOf } from '../db/derived.ts'
import { type AroundOf, aroundOf } from '../records/around.ts'
import { type Shown, subscriptionsOf } from '../records/queries.ts'
import { isDue, nameOf, termFactsOf } from './subscription.ts'

export type Due = DueDay & { id: Uuid; name: string; vendor: string }

/** More than a client has; IndexedDB counts in 32 bits. */
const everyOne = 1_000_000

export type DueNow = { due: Due[]; known: number }
type Wish = { client: Uuid; today: Day; build: string }

/** As it is kept where nothing was written since, which is read in a moment; else looked up, with the `mark` to keep it under. */
export async function dueNow(db: Database, wish: Wish): Promise<DueNow & { mark?: string }> {
  const [mark, kept] = await Promise.all([markOf(db, wish), derivedOf(db, wish.client, 'due')])
  if (kept?.mark === mark) return kept.value as DueNow // of this name, by this build
  return { ...(await dueSubscriptions(db, wish.client, wish.today)), mark }
}

/** What cannot be kept is looked up again. */
export const keepDue = (db: Database, wish: Wish, { mark, ...found }: DueNow & { mark: string }): Promise<void> =>
  keep(db, { ...wish, of: 'due' }, mark, found).catch(() => undefined)

/** Subscriptions with a day to cancel, a renewal or an end within 90 days, or one that was missed, by that day; and among how many was looked. */
async function dueSubscriptions(db: Database, client: Uuid, today: Day): Promise<DueNow> {
  const [{ shown }, around] = await Promise.all([
    subscriptionsOf(db, client, { limit: everyOne, counted: false }),
    aroundOf(db, client),
  ])
  const due = shown.flatMap((one) => dueOf(one, around, today) ?? [])
  return { due: due.sort((a, b) => a.on.localeCompare(b.on)), known: shown.length }
}

/** What surely ended asks for nobody any more: first by its day, it would hide for ever what comes next. */
const isOver = ({ on, how }: DueDay, today: Day): boolean => how === 'ends' && on < today

function dueOf({ id, vendor, fields }: Shown, around: AroundOf, today: Day): Due | undefined {
  const due = dayDue(termFactsOf(fields, around(id)), today)
  return due && isDue(due.on, today) && !isOver(due, today)
    ? { id, name: nameOf(fields, vendor), vendor, ...due }
    : undefined
}
