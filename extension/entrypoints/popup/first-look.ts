import type { Uuid } from '../../../shared/model/id.ts'
import { currentPage, type Page } from '../../access/page.ts'
import type { Database } from '../../db/database.ts'
import { type Listed, listedOf, rowsInSight } from '../../inventory/first-page.ts'
import { activeAlone, type Clients, clientsNow } from '../../inventory/switching.ts'
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
  const [page, alone] = await Promise.all([currentPage(), activeAlone(db)])
  const client = alone.active?.id
  if (client === undefined) return { page, clients: alone, of: null }
  const [here, listed] = await Promise.all([thisPage(db, page, client), listedOf(db, client, { limit: rowsInSight })])
  // A draft may be another client's, whose name it says.
  const clients = here.views.length > 0 ? await clientsNow(db) : alone
  return { page, clients, of: { client, here, listed } }
}
