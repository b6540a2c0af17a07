import type { Instant } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Database } from '../db/database.ts'
import { opsIn } from '../db/outbox.ts'
import { boundClient } from '../records/binding.ts'
import { openConflictsOf } from '../records/queries.ts'
import { getSetting } from '../settings/store.ts'
import { touch } from './touch.ts'

/** What of one client waits for a person, or for the server. */
export type Waiting = {
  conflicts: number
  refused: number
  queued: number
  /** When the oldest change that waits was made. */
  since: Instant | null
  /** The server has more of it than was downloaded. */
  isBehind: boolean
}
/** `server`: whether there is one that any of it could go to. */
export type WaitingNow = { server: boolean; syncedAt: Instant | null; of: Map<Uuid, Waiting> }

/** By the places of what waits, which are few: nothing of an inventory is read. */
export async function waitingNow(db: Database, clients: Uuid[]): Promise<WaitingNow> {
  const [server, state, scopes] = await Promise.all([
    getSetting(db, 'server'),
    getSetting(db, 'syncState'),
    db.scopes.bulkGet(clients),
  ])
  const waiting = await Promise.all(
    clients.map(async (client, at): Promise<[Uuid, Waiting]> => {
      const [conflicts, refused, queued, oldest] = await Promise.all([
        openConflictsOf(db, client),
        opsIn(db, client, 'rejected').count(),
        opsIn(db, client, 'queued').count(),
        opsIn(db, client, 'queued').first(),
      ])
      const { cursor = 0, head = 0 } = scopes[at] ?? {}
      const since = oldest?.body.at ?? null
      return [client, { conflicts: conflicts.length, refused, queued, since, isBehind: cursor < head }]
    }),
  )
  return { server: server !== undefined, syncedAt: state?.syncedAt ?? null, of: new Map(waiting) }
}

/** Whose the drafts are that wait; null: nobody has said yet whose. The same as the review asks it. */
export async function draftsByClient(db: Database): Promise<Map<Uuid | null, number>> {
  const bound = new Map<string, Promise<Uuid | null>>()
  const found = new Map<Uuid | null, number>()
  // Behind the first hash nothing that is read is watched any more: who an account is bound to is watched from here.
  await touch(db)
  for (const { client, sighting } of await db.drafts.toArray()) {
    const { vendorAccount: account } = sighting
    const key = `${account?.vendor} ${account?.id}`
    if (account && !bound.has(key)) bound.set(key, boundClient(db, account))
    const owner = client ?? (await bound.get(key)) ?? null
    found.set(owner, (found.get(owner) ?? 0) + 1)
  }
  return found
}
