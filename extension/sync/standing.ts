import type { Instant } from '../../shared/model/day.ts'
import type { ProblemCode } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { opsIn } from '../db/outbox.ts'
import { getSetting } from '../settings/store.ts'
import { isLocked, type Locked, lockedNow } from './locked.ts'

/** Where this device stands with its server, for one line of words. */
export type SyncStanding = {
  server: string | null
  deviceName: string | null
  waiting: number
  /** When the oldest waiting change was made. */
  since: Instant | null
  refused: number
  /** F23: clients that this member may not see any more, and their edits that were never sent. */
  locked: Locked
  syncedAt: Instant | null
  problem: ProblemCode | null
}

export async function syncStanding(db: Database): Promise<SyncStanding> {
  const [device, server, state] = await Promise.all([
    getSetting(db, 'device'),
    getSetting(db, 'server'),
    getSetting(db, 'syncState'),
  ])
  const scopes = (await db.scopes.toArray()).filter((state) => !isLocked(state))
  const counts = await Promise.all(
    scopes.map(async ({ scope }) => {
      const oldest = await opsIn(db, scope, 'queued').first()
      return {
        waiting: await opsIn(db, scope, 'queued').count(),
        refused: await opsIn(db, scope, 'rejected').count(),
        since: oldest?.body.at,
      }
    }),
  )
  const since = counts.flatMap((count) => count.since ?? []).sort()[0]
  return {
    server: server?.url ?? null,
    deviceName: device?.name ?? null,
    waiting: sum(counts.map(({ waiting }) => waiting)),
    refused: sum(counts.map(({ refused }) => refused)),
    locked: await lockedNow(db),
    since: since ?? null,
    syncedAt: state?.syncedAt ?? null,
    problem: state?.problem ?? null,
  }
}

const sum = (counts: number[]): number => counts.reduce((a, b) => a + b, 0)
