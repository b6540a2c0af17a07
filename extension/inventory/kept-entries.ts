import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Rate } from '../../shared/model/rate.ts'
import type { Database } from '../db/database.ts'
import { derivedOf, markOf } from '../db/derived.ts'
import type { Entry } from './entries.ts'

/** The list as it was last worked out, with what its sums need. */
export type KeptEntries = {
  entries: Entry[]
  /** What the client's totals are in. */
  currency: string | undefined
  rates: { id: string; values: Rate }[]
}

/** What is kept, and whether it would still be worked out the same; `mark` names what it would be worked out of now. */
export type KeptNow = { kept: KeptEntries | undefined; isFresh: boolean; mark: string }

/** One text: ten thousand objects take several times as long to come from the disk. */
export const packed = (kept: KeptEntries): string => JSON.stringify(kept)

type Wish = { client: Uuid; today: Day; build: string }

/** Reads what is kept. As long as that is the same, it is the same object, so that nothing is sorted anew. */
export function keptEntriesReader(db: Database, wish: Wish): () => Promise<KeptNow> {
  let last: { mark: string; kept: KeptEntries } | undefined
  return async () => {
    const [mark, derived] = await Promise.all([markOf(db, wish), derivedOf(db, wish.client, 'entries')])
    // Of another build it may have another shape.
    const isOurs = derived?.mark.startsWith(`${wish.build} `) === true && typeof derived.value === 'string'
    if (!isOurs) return { kept: undefined, isFresh: false, mark }
    // packed by this build
    if (last?.mark !== derived.mark)
      last = { mark: derived.mark, kept: JSON.parse(String(derived.value)) as KeptEntries }
    return { kept: last.kept, isFresh: derived.mark === mark, mark }
  }
}
