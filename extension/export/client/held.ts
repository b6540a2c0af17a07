import type { Uuid } from '../../../shared/model/id.ts'
import type { Database } from '../../db/database.ts'
import { type RecordTypeTold, recordTypes } from './record-lists.ts'

export type Held = { type: RecordTypeTold; count: number }

/** How many living records of each type there are; counted by their places in the list, without reading one. */
export const heldOf = (db: Database, client: Uuid): Promise<Held[]> =>
  Promise.all(
    recordTypes.map(async (type) => {
      const listed = db.listing.where('[scope+type+name+id]').between([client, type], [client, type, []])
      return { type, count: await listed.count() }
    }),
  )
