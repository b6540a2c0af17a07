import type { Uuid } from '../../../shared/model/id.ts'
import type { Page } from '../../access/page.ts'
import { realAddress } from '../../connector-kit/practice.ts'
import type { Database } from '../../db/database.ts'
import type { Session } from '../../db/schema.ts'
import { type DraftView, inOrder, viewDrafts } from '../../review/drafts.ts'
import { pausedConnectors } from '../../settings/paused.ts'

/** What is known of the page that is open: the last visit of its tab, the drafts of it, and how many wait elsewhere. */
export type ThisPage = {
  session: Session | null
  views: DraftView[]
  elsewhere: number
  /** The connectors that would have read it, were they not paused on this device. */
  paused: string[]
}

export async function thisPage(db: Database, page: Page | null, active: Uuid | null): Promise<ThisPage> {
  const [session, all] = await Promise.all([page ? latestSession(db, page) : null, db.drafts.count()])
  const drafts = session ? await db.drafts.where('session').equals(session.id).toArray() : []
  const views = drafts.length === 0 ? [] : await viewDrafts(db, inOrder(drafts, null), active)
  const paused = session?.found === 0 ? await pausedHere(db, session) : []
  return { session, views, elsewhere: all - drafts.length, paused }
}

/** Where any is paused at all, the connectors are loaded to be asked. */
async function pausedHere(db: Database, { url }: Session): Promise<string[]> {
  const paused = await pausedConnectors(db)
  return paused.size === 0 ? [] : (await import('../../teach/taught.ts')).pausedOn(url, paused)
}

/** A tab's visits come one after the other; one of another host is not of this page any more. */
async function latestSession(db: Database, page: Page): Promise<Session | null> {
  const visits = await db.sessions.where('tab').equals(page.tab).sortBy('openedAt')
  const latest = visits.at(-1)
  if (!latest) return null
  if (page.url === null) return latest.endedAt === null ? latest : null
  return new URL(realAddress(page.url)).host === latest.host ? latest : null
}
