import { peopleModeOf } from '../../shared/inventory/people/mode.ts'
import type { Database } from '../db/database.ts'
import { derive, derivedOf } from '../db/derived.ts'
import { wholeOf } from '../records/whole.ts'
import { byName } from './arranged.ts'
import { entriesOf } from './entries.ts'
import { type EntriesWish, type KeptEntries, packed } from './kept-entries.ts'

/**
 * Works the list out of the client's whole inventory, and keeps it. It carries the vendor directory and reads every record:
 * for the worker, so that no screen waits for it.
 */
export const deriveEntries = (db: Database, wish: EntriesWish): Promise<string> =>
  derive(db, { ...wish, of: 'entries' }, async () => {
    const whole = await wholeOf(db, wish.client, wish.today, [])
    const kept: KeptEntries = {
      // Nearly as the screen sorts them, in whichever language: so it has little to sort.
      entries: entriesOf(whole, wish.today).sort(byName()),
      currency: whole.client.currency,
      rates: [...whole.rates.records],
      mode: peopleModeOf(whole.client),
    }
    return packed(kept)
  })

/** The same, for who reads it where it is kept: whether it could be. */
export async function keepEntries(db: Database, wish: EntriesWish): Promise<{ kept: boolean }> {
  const text = await deriveEntries(db, wish)
  return { kept: (await derivedOf(db, wish.client, 'entries'))?.value === text }
}
