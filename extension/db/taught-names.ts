import { fieldOf } from '../../shared/inventory/fold.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { recordOfTaught } from '../../shared/model/taught.ts'
import { getSetting } from '../settings/store.ts'
import type { Database } from './database.ts'

/** What people call the taught connectors among these, also those that were deleted since; one look-up for all. */
export async function taughtNames(db: Database, connectors: string[]): Promise<Map<string, string>> {
  const asked = [...new Set(connectors)].flatMap((id) => {
    const record = recordOfTaught(id)
    return record === undefined ? [] : [{ id, record }]
  })
  const workspace = asked.length > 0 ? (await getSetting(db, 'device'))?.workspace : undefined
  if (workspace === undefined) return new Map(asked.map(({ id }) => [id, '']))
  const records = await db.records.bulkGet(asked.map(({ record }): [Uuid, Uuid] => [workspace, record]))
  return new Map(
    asked.map(({ id }, at) => {
      const known = records[at]
      const name = known && fieldOf(known, 'name')?.value
      return [id, typeof name === 'string' ? name : '']
    }),
  )
}
