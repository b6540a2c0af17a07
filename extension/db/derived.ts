import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { getSetting } from '../settings/store.ts'
import type { Database } from './database.ts'
import type { Derived, DerivedName } from './schema.ts'

/**
 * What a derivation depends on: the client's records, the workspace's (names, rates, the client itself), the day, and the
 * build that derives. Two equal marks mean that it would be the same.
 */
export async function markOf(
  db: Database,
  { client, today, build }: Pick<Wish, 'client' | 'today' | 'build'>,
): Promise<string> {
  const device = await getSetting(db, 'device')
  const scopes = [client, ...(device ? [device.workspace] : [])]
  const written = await db.written.bulkGet(scopes)
  return [build, today, ...written.map((row) => row?.mark ?? '')].join(' ')
}

export const derivedOf = (db: Database, client: Uuid, of: DerivedName): Promise<Derived | undefined> =>
  db.derived.get([client, of])

type Wish = { client: Uuid; of: DerivedName; today: Day; build: string }
type Making = { mark: string; value: Promise<unknown> }
const making = new Map<string, Making>()

/**
 * What is kept where it still holds, else made anew and kept. One after the other: who asks for the same while it is
 * being made gets that; who asks for a later one waits, as two at once would take longer than both. What is written
 * while it is being made shows by the mark of before, so that it is made again when it is asked for next.
 */
export async function derive<T>(db: Database, wish: Wish, make: () => Promise<T>): Promise<T> {
  const { client, of } = wish
  const key = `${db.name} ${client} ${of}`
  for (;;) {
    const mark = await markOf(db, wish)
    const kept = await derivedOf(db, client, of)
    if (kept?.mark === mark) return kept.value as T // of this name, by this build
    const begun = making.get(key)
    if (begun?.mark === mark) return begun.value as Promise<T> // of this name
    if (!begun) return begin(db, { key, mark, wish }, make)
    await begun.value.catch(() => undefined)
  }
}

function begin<T>(
  db: Database,
  { key, mark, wish }: { key: string; mark: string; wish: Wish },
  make: () => Promise<T>,
): Promise<T> {
  const value = make()
    // What cannot be kept, as on a full disk, was worked out all the same.
    .then((made) =>
      keep(db, wish, mark, made).then(
        () => made,
        () => made,
      ),
    )
    .finally(() => making.delete(key))
  making.set(key, { mark, value })
  return value
}

/** Under the mark of before it was read. Not of a client that went meanwhile, of which nothing stays. */
export const keep = (db: Database, wish: Wish, mark: string, value: unknown): Promise<void> =>
  db.transaction('rw', [db.derived, db.listing, db.written, db.settings], async () => {
    const { client: scope, of } = wish
    const isAsBefore = (await markOf(db, wish)) === mark
    const listed = db.listing.where('[scope+type+name+id]').between([scope], [scope, []])
    if (isAsBefore || (await listed.limit(1).count()) > 0) await db.derived.put({ scope, of, mark, value })
  })
