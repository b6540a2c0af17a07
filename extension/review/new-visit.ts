import { pageAddress } from '../connector-kit/sighting.ts'
import type { Session } from '../db/schema.ts'

/** A visit of which nothing was read yet. */
export const newVisit = (visit: Pick<Session, 'id' | 'tab' | 'url' | 'title' | 'openedAt'>): Session => ({
  ...visit,
  url: visit.url.slice(0, 2000),
  host: new URL(visit.url).host,
  page: pageAddress(visit.url),
  connector: null,
  endedAt: null,
  found: 0,
  unchanged: 0,
  problem: null,
  total: null,
  understood: false,
  missing: [],
  formerly: false,
})
