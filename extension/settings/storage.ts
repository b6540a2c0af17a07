import type { Uuid } from '../../shared/model/id.ts'
import type { Database } from '../db/database.ts'
import { listClients } from '../records/clients.ts'

/** How much of a client this device keeps. */
export type KeptOf = { client: Uuid; name: string; records: number; observations: number }

export const keptByClient = async (db: Database): Promise<KeptOf[]> =>
  Promise.all(
    (await listClients(db)).map(async ({ id, name }) => ({
      client: id,
      name,
      records: await db.records.where('[scope+id]').between([id], [id, []]).count(),
      observations: await db.observations.where('[scope+id]').between([id], [id, []]).count(),
    })),
  )

/** What the browser says of the room; null where it does not say. */
export type Room = { used: number | null; free: number | null; keptForGood: boolean | null }

export async function roomNow({ storage }: Pick<Navigator, 'storage'>): Promise<Room> {
  const [{ usage, quota }, keptForGood] = await Promise.all([
    storage.estimate().catch((): StorageEstimate => ({})),
    storage.persisted().catch(() => null),
  ])
  const free = usage === undefined || quota === undefined ? null : Math.max(0, quota - usage)
  return { used: usage ?? null, free, keptForGood }
}
