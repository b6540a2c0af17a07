import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import { note } from '../audit/note.ts'
import type { DeliveryRow, WebhookRow } from '../db/alert-tables.ts'
import type { Random } from '../devices/token.ts'
import { adminsOnly } from '../workspaces/admins.ts'
import type { Scope } from '../workspaces/scope.ts'
import type { Delivery, Webhook, WebhookRequest } from './described.ts'
import { seal } from './sealed.ts'
import { newSecret } from './sign.ts'
import {
  addDelivery,
  changeDelivery,
  changeWebhook,
  deliveryOf,
  latestDeliveries,
  webhookOf,
  webhooksOf,
} from './store.ts'
import { isTargetAllowed, type Reach } from './target.ts'

export const mostWebhooks = 10
const overlapMs = 24 * 60 * 60_000

/** What is done to webhooks, each in the workspace's own scope; each leaves one note in its chain (T36). */
type Acting = { now: Date; random: Random; secret: string }

export const shownWebhook = ({ id, url, titles, state, why, created_at }: WebhookRow): z.infer<typeof Webhook> => ({
  id,
  url,
  titles,
  state,
  ...(why === null ? {} : { why }),
  createdAt: created_at,
})

export async function listWebhooks(scope: Scope) {
  const may = adminsOnly(scope)
  if (!may.ok) return may
  return ok({ webhooks: (await webhooksOf(scope.tx, scope.row.workspace)).map(shownWebhook) })
}

export async function addWebhook(
  scope: Scope,
  { url, titles }: z.infer<typeof WebhookRequest>,
  reach: Reach,
  { now, random, secret }: Acting,
): Promise<Outcome<{ webhook: z.infer<typeof Webhook>; secret: string }>> {
  const may = adminsOnly(scope)
  if (!may.ok || !scope.author) return may.ok ? fail('FORBIDDEN') : may
  if (!isTargetAllowed(url, reach)) return fail('BLOCKED_TARGET')
  const workspace = scope.row.workspace
  if ((await webhooksOf(scope.tx, workspace)).length >= mostWebhooks) return fail('LIMIT_REACHED')
  const [id, own] = [randomUUID(), newSecret(random)]
  const row: WebhookRow = {
    workspace,
    id,
    url: new URL(url).href,
    secret: seal(own, { secret, whose: id, random }),
    former_secret: null,
    former_until: null,
    titles,
    state: 'active',
    why: null,
    created_by: scope.author.member,
    created_at: now.toISOString(),
  }
  await scope.tx.insertInto('webhooks').values(row).execute()
  // Where it leads may be a secret of its own, so the note names the machine alone.
  await note(scope, { kind: 'webhook-added', about: { webhook: id, host: new URL(url).host, titles } }, now)
  return ok({ webhook: shownWebhook(row), secret: own })
}

/** Of this workspace, for who may: the same answer for another's as for one that is nowhere (T20). */
async function ownWebhook(scope: Scope, id: Uuid): Promise<Outcome<WebhookRow>> {
  const may = adminsOnly(scope)
  if (!may.ok) return may
  const row = await webhookOf(scope.tx, scope.row.workspace, id)
  return row ? ok(row) : fail('NOT_FOUND')
}

export async function rotateSecret(scope: Scope, id: Uuid, { now, random, secret }: Acting) {
  const row = await ownWebhook(scope, id)
  if (!row.ok) return row
  const [own, formerUntil] = [newSecret(random), new Date(now.getTime() + overlapMs).toISOString()]
  const sealed = seal(own, { secret, whose: id, random })
  const change = { secret: sealed, former_secret: row.value.secret, former_until: formerUntil }
  await changeWebhook(scope.tx, scope.row.workspace, id, change)
  await note(scope, { kind: 'webhook-secret-rotated', about: { webhook: id } }, now)
  return ok({ secret: own, formerUntil })
}

export async function switchWebhook(scope: Scope, id: Uuid, state: WebhookRow['state'], now: Date) {
  const row = await ownWebhook(scope, id)
  if (!row.ok) return row
  await changeWebhook(scope.tx, scope.row.workspace, id, { state, why: null })
  await note(scope, { kind: `webhook-${state}`, about: { webhook: id } }, now)
  return ok({ webhook: shownWebhook({ ...row.value, state, why: null }) })
}

export async function removeWebhook(scope: Scope, id: Uuid, now: Date) {
  const row = await ownWebhook(scope, id)
  if (!row.ok) return row
  await scope.tx.deleteFrom('webhooks').where('workspace', '=', scope.row.workspace).where('id', '=', id).execute()
  await note(scope, { kind: 'webhook-removed', about: { webhook: id } }, now)
  return ok({ removed: id })
}

/** A test of its own, which then is one more delivery of the log. */
export async function addTest(scope: Scope, id: Uuid, now: Date): Promise<Outcome<Uuid>> {
  const row = await ownWebhook(scope, id)
  if (!row.ok) return row
  const delivery = randomUUID()
  const event = { type: 'test', timestamp: now.toISOString(), data: { workspace: scope.row.workspace } } as const
  await addDelivery(scope, { id: delivery, webhook: id, event, now })
  await note(scope, { kind: 'webhook-tested', about: { webhook: id, delivery } }, now)
  return ok(delivery)
}

/** The same delivery once more, with all its tries before it. */
export async function replay(scope: Scope, id: Uuid, delivery: Uuid, now: Date): Promise<Outcome<Uuid>> {
  const row = await ownWebhook(scope, id)
  if (!row.ok) return row
  const found = await deliveryOf(scope, id, delivery)
  if (!found) return fail('NOT_FOUND')
  await changeDelivery(scope, found, { status: 'waiting', tries: 0, next_try_at: now.toISOString() })
  await note(scope, { kind: 'delivery-replayed', about: { webhook: id, delivery } }, now)
  return ok(delivery)
}

type Logged = Awaited<ReturnType<typeof latestDeliveries>>[number]

export const shownDelivery = ({ id, kind, created_at, status, tries, ...row }: Logged): z.infer<typeof Delivery> => ({
  id,
  kind,
  createdAt: created_at,
  status,
  tries,
  ...(row.next_try_at === null ? {} : { nextTryAt: row.next_try_at }),
  ...(row.answered_at === null ? {} : { triedAt: row.answered_at }),
  ...(row.response === null ? {} : { response: row.response }),
  ...(row.code === null ? {} : { code: row.code }),
  ...(row.ms === null ? {} : { ms: row.ms }),
})

export async function listDeliveries(scope: Scope, id: Uuid) {
  const row = await ownWebhook(scope, id)
  if (!row.ok) return row
  return ok({ deliveries: (await latestDeliveries(scope, id, 100)).map(shownDelivery) })
}

export async function oneDelivery(scope: Scope, id: Uuid, delivery: Uuid) {
  const found: DeliveryRow | undefined = await deliveryOf(scope, id, delivery)
  return found ? ok({ delivery: shownDelivery(found) }) : fail('NOT_FOUND')
}
