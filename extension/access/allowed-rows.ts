import type { Instant } from '../../shared/model/day.ts'
import type { Connector } from '../connector-kit/define.ts'
import type { Session } from '../db/schema.ts'
import { covers, patternsOf } from './patterns.ts'

/** A host that the person allowed: what reads there, and when it last found something. */
export type AllowedRow = { pattern: string; host: string; connectors: Connector[]; capturedAt: Instant | null }

type Known = {
  allowed: string[]
  connectors: Connector[]
  visits: Pick<Session, 'url' | 'connector' | 'found' | 'openedAt'>[]
  /** Allowed as well, so that it can be spoken to; nothing is read there. */
  server: string | undefined
}

/** One row for each pattern that the browser was told to allow, by host. */
export const allowedRows = ({ allowed, connectors, visits, server }: Known): AllowedRow[] =>
  allowed
    .filter((pattern) => server === undefined || !covers(pattern, server))
    .map((pattern) => {
      const here = connectors.filter((connector) =>
        [...connector.matches, ...patternsOf(connector)].some((one) => covers(pattern, one)),
      )
      const isHere = ({ url, connector }: Known['visits'][number]) =>
        covers(pattern, url) || here.some(({ id }) => id === connector)
      const found = visits.filter((visit) => visit.found > 0 && isHere(visit)).map(({ openedAt }) => openedAt)
      return { pattern, host: hostIn(pattern), connectors: here, capturedAt: found.sort().at(-1) ?? null }
    })
    .sort((a, b) => (a.host < b.host ? -1 : 1))

/** `https://*.slack.com/*` → `*.slack.com` */
export const hostIn = (pattern: string): string => pattern.replace(/^\w+:\/\/([^/]+)\/.*$/, '$1')
