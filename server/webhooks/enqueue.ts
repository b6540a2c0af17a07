import { randomUUID } from 'node:crypto'
import type { Uuid } from '../../shared/model/id.ts'
import { ok } from '../../shared/problem.ts'
import type { OwedByClient } from '../alerts/owed.ts'
import { noteSent, sentTo } from '../alerts/sent.ts'
import type { Database } from '../db/database.ts'
import { Scope } from '../workspaces/scope.ts'
import { alertsDue } from './payload.ts'
import { addDelivery, webhooksOf } from './store.ts'

/** What one delivery carries. */
const mostDates = 100

/**
 * A delivery for each active webhook that was not given these dates yet. It is written down together with the note that
 * they are under way, so that a crash neither loses nor doubles it; it is sent by a job of its own.
 */
export async function enqueueAlerts(
  database: Database,
  workspace: Uuid,
  owed: OwedByClient,
  { now, baseUrl }: { now: Date; baseUrl: string },
): Promise<void> {
  const webhooks = (await webhooksOf(database.people, workspace)).filter(({ state }) => state === 'active')
  if (webhooks.length === 0) return
  await Scope.asServer(database, workspace, owed.client, async (scope) => {
    const sent = await sentTo(
      scope,
      'webhook',
      owed.dates.flatMap(({ ids }) => ids),
    )
    for (const { id: webhook, titles } of webhooks) {
      const known = sent.get(webhook)
      const unsent = owed.dates.filter(({ ids }) => !ids.every((id) => known?.has(id)))
      for (let at = 0; at < unsent.length; at += mostDates) {
        const dates = unsent.slice(at, at + mostDates)
        const event = alertsDue({ ...owed, dates }, { workspace, titles, now, baseUrl })
        const delivery = randomUUID()
        await addDelivery(scope, { id: delivery, webhook, event, now })
        await noteSent(scope, {
          channel: 'webhook',
          recipient: webhook,
          ids: dates.flatMap(({ ids }) => ids),
          delivery,
          at: null,
        })
      }
    }
    return ok(undefined)
  })
}
