import type { Uuid } from '../../../shared/model/id.ts'
import { currentPage, type Page } from '../../access/page.ts'
import type { Database } from '../../db/database.ts'
import { type Listed, listedOf, rowsInSight } from '../../inventory/first-page.ts'
import { type Clients, clientsNow } from '../../inventory/switching.ts'
import { activeClient } from '../../records/clients.ts'
import { type ThisPage, thisPage } from './this-page.ts'

/** All that the popup paints first: whose inventory, this page, and the first of the list. */
export type FirstLook = {
  page: Page | null
  clients: Clients
  /** Of the active client, and of no other. */
  of: { client: Uuid; here: ThisPage; listed: Listed } | null
}

/** Read at once while the popup is being loaded, so that it is drawn once and whole. */
export async function firstLook(db: Database): Promise<FirstLook> {
  const [page, active] = await Promise.all([currentPage(), activeClient(db)])
  if (!active) return { page, clients: await clientsNow(db), of: null }
  const [here, listed] = await Promise.all([
    thisPage(db, page, active.id),
    listedOf(db, active.id, { limit: rowsInSight }),
  ])
  // The others stand in a menu, and where a draft is of one of them.
  const clients = here.views.length > 0 ? await clientsNow(db) : { active, all: [active] }
  return { page, clients, of: { client: active.id, here, listed } }
}
