import type { PeopleMode } from '../../shared/model/client.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { resolveVendor } from '../../shared/vendor-directory/index.ts'
import type { Database } from '../db/database.ts'
import { searchable } from '../db/listing.ts'
import { peopleModeOf } from '../records/people-mode.ts'
import { NameIndex } from './name-index.ts'
import { searchedTypes, type Thing, weights } from './things.ts'

/** The names of each client apart, so that a search in one of them cannot find another's. */
export type Names = Map<Uuid, NameIndex<Thing>>

const atOnce = 1000
/** A breath for whoever types, after that many milliseconds. */
const longest = 8

type Key = [Uuid, (typeof searchedTypes)[number], string, Uuid]

/**
 * Reads the names of these clients in turn, keys only, in pieces that leave the page free. People of a client whose names
 * are hidden are not read at all: who types a name shall not learn whether it is there.
 */
export async function loadNames(db: Database, clients: Uuid[], names: Names, signal: AbortSignal): Promise<void> {
  for (const client of clients) {
    const index = new NameIndex<Thing>()
    const known = new Set<string>()
    names.set(client, index)
    const mode = await peopleModeOf(db, client)
    for (const type of searchedTypes) {
      if (isHidden(type, mode)) continue
      for await (const keys of pagesOf(db, client, type)) {
        await eachInPieces(keys, (key) => addTo(index, known, key))
        if (signal.aborted) return
      }
    }
  }
}

export const isHidden = (type: Thing['type'], mode: PeopleMode): boolean =>
  mode !== 'full' && (type === 'person' || type === 'assignment')

async function* pagesOf(db: Database, client: Uuid, type: Key[1]): AsyncGenerator<Key[]> {
  let after: unknown[] = [client, type]
  for (;;) {
    const listed = db.listing.where('[scope+type+name+id]').between(after, [client, type, []], false)
    const keys = (await listed.limit(atOnce).primaryKeys()) as Key[] // of this type only
    yield keys
    if (keys.length < atOnce) return
    after = keys[keys.length - 1] ?? after
  }
}

async function eachInPieces<T>(all: T[], work: (one: T) => void): Promise<void> {
  let since = performance.now()
  for (const one of all) {
    work(one)
    if (performance.now() - since < longest) continue
    await new Promise((resolve) => setTimeout(resolve))
    since = performance.now()
  }
}

function addTo(index: NameIndex<Thing>, known: Set<string>, [scope, type, listed, id]: Key): void {
  const name = type === 'assignment' ? personIn(listed) : listed
  // Somebody with thirty seats is found once.
  if (type === 'assignment' && isKnown(known, name)) return
  index.add(name, weights[type], { scope, type, name, id })
  const vendor = type === 'subscription' ? vendorIn(listed) : undefined
  if (vendor === undefined || isKnown(known, `vendor ${vendor}`)) return
  const called = searchable(`${resolveVendor(vendor)?.name ?? ''} ${vendor}`)
  index.add(called, weights.vendor, { scope, type: 'vendor', name: called, id })
}

function isKnown(known: Set<string>, name: string): boolean {
  if (known.has(name)) return true
  known.add(name)
  return false
}

/** Of a seat's name only whose it is: what they use would find everybody. */
const personIn = (name: string): string => /^.*?\S+@\S+/.exec(name)?.[0] ?? name

/** What looks like the vendor's domain. Whether it is, says the record when it is shown. */
const vendorIn = (name: string): string | undefined =>
  name.split(' ').find((word) => resolveVendor(word)?.domain === word) ??
  name.split(' ').findLast((word) => /^[\w-]+(\.[\w-]+)+$/.test(word))
