import type { Database } from '../../extension/db/database.ts'
import type { Server } from '../../extension/sync/http.ts'
import { type SyncReport, syncNow } from '../../extension/sync/loop.ts'
import { pair } from '../../extension/sync/pair.ts'
import { freshDatabase } from './device.ts'
import type { TestServer, TestWorkspace } from './server.ts'

/** A whole device: its database, paired with a server that runs in this process. */
export type PairedDevice = {
  db: Database
  server: Server & { url: string }
  sync: (fetch?: typeof globalThis.fetch) => Promise<SyncReport>
}

export async function pairedDevice(
  server: TestServer,
  workspace: TestWorkspace,
  db = freshDatabase(),
): Promise<PairedDevice> {
  const { token, id } = await workspace.pair()
  const url = 'http://stocktake.test'
  const outcome = await pair(
    db,
    url,
    {
      token,
      device: id,
      workspace: { id: workspace.id, name: 'Advisers' },
      member: { name: 'Owner', email: 'owner@example.com', role: 'owner' },
      deviceName: 'Work browser',
    },
    server.now(),
  )
  if (!outcome.ok) throw new Error(outcome.problem.code)
  return {
    db,
    server: { url, token, fetch: server.fetch },
    sync: (fetch = server.fetch) => syncNow(db, { fetch, now: server.now, random: () => 0.5 }),
  }
}
