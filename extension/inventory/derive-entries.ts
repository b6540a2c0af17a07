import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Database } from '../db/database.ts'
import { derive } from '../db/derived.ts'
import { wholeOf } from '../records/whole.ts'
import { entriesOf } from './entries.ts'
import { type KeptEntries, packed } from './kept-entries.ts'

/**
 * Works the list out of the client's whole inventory, and keeps it. It carries the vendor directory and reads every record:
 * for the worker, so that no screen waits for it.
 */
export const deriveEntries = (db: Database, client: Uuid, today: Day, build: string): Promise<string> =>
  derive(db, { client, of: 'entries', today, build }, async () => {
    const whole = await wholeOf(db, client, today, [])
    const kept: KeptEntries = {
      entries: entriesOf(whole, today),
      currency: whole.client.currency,
      rates: [...whole.rates.records],
    }
    return packed(kept)
  })
