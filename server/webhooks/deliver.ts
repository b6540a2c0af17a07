import type { Uuid } from '../../shared/model/id.ts'
import { ok } from '../../shared/problem.ts'
import type { DeliveryRow, WebhookRow } from '../db/alert-tables.ts'
import type { Database } from '../db/database.ts'
import { Scope } from '../workspaces/scope.ts'
import { type Answered, type Outbound, post } from './post.ts'
import { unseal } from './sealed.ts'
import { signed } from './sign.ts'
import {
  changeDelivery,
  changeWebhook,
  claimDelivery,
  dueDeliveries,
  forgetDeliveries,
  noteArrived,
  ownerOf,
  webhookOf,
} from './store.ts'

export type Delivering = { database: Database; clock: () => Date; secret: string; outbound: Outbound }

const minute = 60_000
/** After each try that failed; then it has failed for good, and stays in the log to be replayed. */
const backOff = [1, 5, 30, 120, 300, 600, 840].map((minutes) => minutes * minute)
const longestWait = Math.max(...backOff)
/** How long a delivery, with what it carried, stays in the log. */
const keptMs = 30 * 24 * 60 * minute
/** Of one workspace in one go, and at once: one slow receiver must not hold up the others. */
const [mostInOneGo, atOnce] = [100, 5]

/** Sends what waits for its time, of every workspace that has a webhook. */
export async function deliverWaiting(delivering: Delivering & { hold: () => Promise<boolean> }): Promise<void> {
  const { database, clock, hold } = delivering
  const workspaces = await database.people.selectFrom('webhooks').select('workspace').distinct().execute()
  for (const { workspace } of workspaces) {
    const due = await asWorkspace(database, workspace, async (scope) => {
      await forgetDeliveries(scope, new Date(clock().getTime() - keptMs).toISOString())
      return dueDeliveries(scope, clock(), longestWait, mostInOneGo)
    })
    for (let at = 0; due && at < due.length; at += atOnce) {
      if (!(await hold())) return
      await Promise.all(
        due.slice(at, at + atOnce).map(({ webhook, id }) => deliver(delivering, workspace, webhook, id)),
      )
    }
  }
}

/** One try at one delivery; undefined where it is not waiting, or another node is at it. */
export async function deliver(
  delivering: Delivering,
  workspace: Uuid,
  webhook: Uuid,
  id: Uuid,
): Promise<DeliveryRow | undefined> {
  const { database, clock, outbound } = delivering
  const claimed = await asWorkspace(database, workspace, async (scope) => {
    const to = await webhookOf(scope.tx, workspace, webhook)
    // What waited when it was switched off stays where it is.
    const delivery = to?.state === 'active' && (await claimDelivery(scope, id, clock(), 2 * outbound.timeoutMs))
    return delivery ? { to, delivery, of: await ownerOf(scope, delivery) } : undefined
  })
  if (!claimed) return undefined
  const { to, delivery, of } = claimed
  const answered = await send(delivering, to, delivery)
  const change = { ...outcomeOf(answered, delivery.tries + 1, clock()), claimed_until: null }
  // In the scope that it is of, as only that reaches what was told of it.
  await Scope.asServer(database, workspace, of, async (scope) => {
    await changeDelivery(scope, delivery, change)
    if (change.status === 'delivered') await noteArrived(scope, delivery, change.answered_at)
    // Standard Webhooks: who answers 410 Gone wants no more.
    if (change.response === 410) await changeWebhook(scope.tx, workspace, webhook, { state: 'disabled', why: 'gone' })
    return ok(undefined)
  })
  return { ...delivery, ...change }
}

type Tried = Answered | { code: 'SECRET_UNREADABLE'; response?: undefined; ms: 0 }

async function send(
  { secret, clock, outbound }: Delivering,
  to: WebhookRow,
  { id, body }: DeliveryRow,
): Promise<Tried> {
  const isChanging = to.former_secret !== null && to.former_until !== null && to.former_until > clock().toISOString()
  const sealed = [to.secret, ...(isChanging && to.former_secret !== null ? [to.former_secret] : [])]
  const secrets = sealed.flatMap((text) => unseal(text, { secret, whose: to.id }) ?? [])
  if (secrets.length === 0) return { code: 'SECRET_UNREADABLE', ms: 0 }
  const headers = { 'content-type': 'application/json', 'user-agent': 'Stocktake-Webhooks/1' }
  return post(to.url, { ...headers, ...signed(id, body, secrets, clock()) }, body, outbound)
}

/** Only 2xx is taken for an arrival: a redirect is not followed, so it is none. */
function outcomeOf(answered: Tried, tries: number, now: Date) {
  const { response = null, ms } = answered
  const code = 'code' in answered ? answered.code : null
  const isDelivered = response !== null && response >= 200 && response < 300
  const isHopeless = response === 410 || code === 'BLOCKED_TARGET' || code === 'SECRET_UNREADABLE'
  const wait = isDelivered || isHopeless ? undefined : backOff[tries - 1]
  const status: DeliveryRow['status'] = isDelivered ? 'delivered' : wait === undefined ? 'failed' : 'waiting'
  const next_try_at = wait === undefined ? null : new Date(now.getTime() + wait).toISOString()
  return { status, tries, next_try_at, answered_at: now.toISOString(), response, code, ms }
}

/** Within the workspace's own scope, as the server. */
async function asWorkspace<T>(
  database: Database,
  workspace: Uuid,
  work: (scope: Scope) => Promise<T>,
): Promise<T | undefined> {
  const outcome = await Scope.asServer(database, workspace, workspace, async (scope) => ok(await work(scope)))
  return outcome.ok ? outcome.value : undefined
}
