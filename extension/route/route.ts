import type { Day, Instant } from '../../shared/model/day.ts'
import type { VendorAccount } from '../../shared/model/evidence.ts'
import type { CapturedType } from '../../shared/model/record-type.ts'
import type { Connector } from '../connector-kit/define.ts'
import { connectorsFor } from '../connector-kit/match.ts'
import { startOf } from './start.ts'

/** One thing known of a client, and the page that last showed it. */
export type Fact = {
  type: CapturedType
  account: VendorAccount | null
  page: { url: string }
  seenOn: Day
  seenAt: Instant
}

/** A page to look at again, or the console of a bound account that was never looked at. */
export type Stop = {
  /** Stays the same while the route is walked. */
  id: string
  /** What a click opens; null where the console's address is not known beforehand. */
  url: string | null
  console: string
  /** Which page of the console, without its host; '' for the console as a whole. */
  path: string
  account: string | null
  /** How many things of each type it showed when last looked at. */
  facts: Partial<Record<CapturedType, number>>
  /** When the fact that was not seen for the longest time was last seen; null where nothing was ever seen. */
  seenAt: Instant | null
  /** A capture of it arrived today. */
  done: boolean
  /** Of a page that is done: things that it did not show today. */
  unseen: number
}

export type Known = {
  facts: Fact[]
  /** Vendor accounts bound to the client. */
  accounts: VendorAccount[]
  /** Pages of which a capture of this client arrived today, also where nothing is accepted yet. */
  captured: { url: string; account: string | null }[]
}

/**
 * The route through a client's admin consoles: the page with the most stale fact first, among equals the one with more
 * facts; then consoles of bound accounts that were never looked at; what is done today comes last.
 */
export function routeOf({ facts, accounts, captured }: Known, connectors: Connector[], today: Day): Stop[] {
  const named = connectors.filter(({ readAll }) => readAll === undefined)
  const pages = [...grouped(facts).values()].map((group) => pageStop(group, captured, named, today))
  const seen = new Set(facts.map(({ account, page }) => JSON.stringify([account?.id, consoleOf(page.url, named)?.id])))
  const never = accounts.flatMap((account) =>
    named
      .filter(({ vendor, id }) => vendor === account.vendor && !seen.has(JSON.stringify([account.id, id])))
      .map((connector) => consoleStop(connector, account)),
  )
  return [...pages.sort(staleFirst), ...never].sort((a, b) => Number(a.done) - Number(b.done))
}

const consoleOf = (url: string, named: Connector[]): Connector | undefined => connectorsFor(url, named)[0]

const stopId = (url: string, account: string | null | undefined): string => JSON.stringify([url, account ?? null])

function grouped(facts: Fact[]): Map<string, [Fact, ...Fact[]]> {
  const groups = new Map<string, [Fact, ...Fact[]]>()
  for (const fact of facts) {
    // An import has no page to go to.
    if (!/^https?:/.test(fact.page.url)) continue
    const id = stopId(fact.page.url, fact.account?.id)
    const group = groups.get(id)
    if (group) group.push(fact)
    else groups.set(id, [fact])
  }
  return groups
}

function pageStop(group: [Fact, ...Fact[]], captured: Known['captured'], connectors: Connector[], today: Day): Stop {
  const [{ page, account }] = group
  const id = stopId(page.url, account?.id)
  const stale = group.filter(({ seenOn }) => seenOn < today)
  const arrived = captured.some((capture) => stopId(capture.url, capture.account) === id)
  const done = stale.length < group.length || arrived
  const counts: Stop['facts'] = {}
  for (const { type } of group) counts[type] = (counts[type] ?? 0) + 1
  const { host, pathname, hash } = new URL(page.url)
  return {
    id,
    url: page.url,
    console: consoleOf(page.url, connectors)?.name ?? host,
    path: `${pathname}${hash}`,
    account: account?.name ?? account?.id ?? null,
    facts: counts,
    seenAt: group.map(({ seenAt }) => seenAt).reduce((a, b) => (Date.parse(a) <= Date.parse(b) ? a : b)),
    done,
    unseen: done && !arrived ? stale.length : 0,
  }
}

const consoleStop = (connector: Connector, account: VendorAccount): Stop => ({
  id: JSON.stringify([connector.id, account.id]),
  url: startOf(connector),
  console: connector.name,
  path: '',
  account: account.name ?? account.id,
  facts: {},
  seenAt: null,
  done: false,
  unseen: 0,
})

const sizeOf = ({ facts }: Stop): number => Object.values(facts).reduce((sum, count) => sum + count, 0)

/** By the day, not the second: things accepted from one page a moment apart are equally old. */
function staleFirst(a: Stop, b: Stop): number {
  const [first, second] = [(a.seenAt ?? '').slice(0, 10), (b.seenAt ?? '').slice(0, 10)]
  if (first !== second) return first < second ? -1 : 1
  return sizeOf(b) - sizeOf(a) || (a.id < b.id ? -1 : 1)
}
