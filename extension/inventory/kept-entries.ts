import type { PeopleMode } from '../../shared/model/client.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Rate } from '../../shared/model/rate.ts'
import type { Database } from '../db/database.ts'
import { derivedOf, markOf } from '../db/derived.ts'
import { peopleModeOf } from '../records/people-mode.ts'
import type { Entry } from './entries.ts'

/** The list as it was last worked out, with what its sums need. */
export type KeptEntries = {
  entries: Entry[]
  /** What the client's totals are in. */
  currency: string | undefined
  rates: { id: string; values: Rate }[]
  /** How the client's people were shown: under another mode nothing of it is. */
  mode: PeopleMode
}

/** What is kept, and whether it would still be worked out the same; `mark` names what it would be worked out of now. */
export type KeptNow = { kept: KeptEntries | undefined; isFresh: boolean; mark: string }

/** The build, as another one may work it out otherwise. */
export type EntriesWish = { client: Uuid; today: Day; build: string }

/** One text: ten thousand objects take several times as long to come from the disk. */
export const packed = (kept: KeptEntries): string => JSON.stringify(kept)
export const unpacked = (text: string): KeptEntries => JSON.parse(text) as KeptEntries // packed by this build

/** Reads what is kept. As long as that is the same, it is the same object, so that nothing is sorted anew. */
export function keptEntriesReader(db: Database, wish: EntriesWish): () => Promise<KeptNow> {
  let last: { mark: string; kept: KeptEntries } | undefined
  return async () => {
    const [mark, derived, mode] = await Promise.all([
      markOf(db, wish),
      derivedOf(db, wish.client, 'entries'),
      peopleModeOf(db, wish.client),
    ])
    // Of another build it may have another shape.
    const isOurs = derived?.mark.startsWith(`${wish.build} `) === true && typeof derived.value === 'string'
    if (!isOurs) return { kept: undefined, isFresh: false, mark }
    if (last?.mark !== derived.mark) last = { mark: derived.mark, kept: unpacked(String(derived.value)) }
    const kept = last.kept.mode === mode ? last.kept : undefined
    return { kept, isFresh: kept !== undefined && derived.mark === mark, mark }
  }
}
