import { Database } from '../../extension/db/database.ts'
import { findIn } from '../../extension/search/find.ts'
import { loadNames, type Names } from '../../extension/search/load.ts'
import { benchNames, keysOf, typedQueries } from './search-names.ts'

const db = new Database('bench-search')
const idOf = (kind: number, at: number) => `00000000-0000-4000-800${kind}-${String(at).padStart(12, '0')}`
const names: Names = new Map()

export async function fill(subscriptions: number, assignments: number, clients: number): Promise<void> {
  const rows = benchNames(subscriptions, assignments, clients)
  await db.listing.bulkPut(
    rows.map(({ client, type, name }, at) => ({ scope: idOf(1, client), type, name, id: idOf(2, at) })),
  )
}

/** Milliseconds until the first client, and all, can be searched, and the longest time that the page was not free. */
export async function load(clients: number): Promise<{ first: number; all: number; longest: number }> {
  let longest = 0
  const watching = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
  })
  watching.observe({ entryTypes: ['longtask'] })
  const { signal } = new AbortController()
  const start = performance.now()
  await loadNames(db, [idOf(1, 0)], names, signal)
  const first = performance.now() - start
  await loadNames(
    db,
    Array.from({ length: clients - 1 }, (_, at) => idOf(1, at + 1)),
    names,
    signal,
  )
  const all = performance.now() - start
  await new Promise((resolve) => setTimeout(resolve, 100))
  watching.disconnect()
  return { first, all, longest }
}

/** Milliseconds of each key of all queries, in all clients and in one. */
export function keys(): { everywhere: number[]; own: number[]; scan: number[] } {
  const typed = typedQueries.flatMap(keysOf)
  const texts = benchNames(10_000, 100_000, 50).map(({ name }) => name)
  const own = [...names.values()].slice(0, 1)
  const each = (work: (typed: string) => unknown) => {
    for (const text of typed) work(text)
    return typed.map((text) => {
      const start = performance.now()
      work(text)
      return performance.now() - start
    })
  }
  return {
    everywhere: each((text) => findIn(names.values(), text, 24, ({ name }) => name)),
    own: each((text) => findIn(own, text, 24, ({ name }) => name)),
    scan: each((text) => texts.filter((name) => text.split(' ').every((word) => name.includes(word)))),
  }
}
