import type { Database } from '../db/database.ts'
import { type EntriesWish, type KeptNow, keptEntriesReader } from './kept-entries.ts'

type Begun = EntriesWish & { read: ReturnType<typeof keptEntriesReader>; now: KeptNow }
/** Of one list, as it was kept when the page was loaded; null once a screen asked, which reads for itself from then on. */
let begun: Begun | null | undefined

/** Reads the kept list before there is a screen for it. What comes later than the screen is nobody's any more. */
export async function beginReading(db: Database, wish: EntriesWish): Promise<void> {
  const read = keptEntriesReader(db, wish)
  const now = await read()
  if (begun !== null) begun = { ...wish, read, now }
}

/** What was begun for this list, once: later there is a newer one. */
export function takeBegun({ client, today }: EntriesWish): Begun | undefined {
  const taken = begun?.client === client && begun.today === today ? begun : undefined
  begun = null
  return taken
}
