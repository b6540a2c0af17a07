import type { Uuid } from '../../shared/model/id.ts'
import type { Database } from '../db/database.ts'
import { type AroundOf, aroundOf } from '../records/around.ts'
import { type Page, subscriptionsOf } from '../records/queries.ts'

/** How many subscriptions the popup's list shows before somebody scrolls. */
export const firstRows = 30

/** Of them, those that a popup has the height for; the others follow when these are painted. */
export const rowsInSight = 8

export type Listed = Page & { around: AroundOf }

/** Subscriptions with what was decided of their terms. */
export async function listedOf(
  db: Database,
  client: Uuid,
  { search = '', limit = firstRows }: { search?: string; limit?: number } = {},
): Promise<Listed> {
  const [found, around] = await Promise.all([subscriptionsOf(db, client, { search, limit }), aroundOf(db, client)])
  return { ...found, around }
}
