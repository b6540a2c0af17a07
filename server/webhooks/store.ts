import type { Kysely, Transaction } from 'kysely'
import type { Uuid } from '../../shared/model/id.ts'
import type { AlertTables, DeliveryRow, WebhookRow } from '../db/alert-tables.ts'
import type { Scope } from '../workspaces/scope.ts'
import type { WebhookEvent } from './payload.ts'

type People = Kysely<AlertTables> | Transaction<AlertTables>

export const webhooksOf = (people: People, workspace: Uuid): Promise<WebhookRow[]> =>
  people
    .selectFrom('webhooks')
    .selectAll()
    .where('workspace', '=', workspace)
    .orderBy('created_at')
    .orderBy('id')
    .execute()

export const webhookOf = (people: People, workspace: Uuid, id: Uuid): Promise<WebhookRow | undefined> =>
  people.selectFrom('webhooks').selectAll().where('workspace', '=', workspace).where('id', '=', id).executeTakeFirst()

type Change = Partial<Pick<WebhookRow, 'state' | 'why' | 'secret' | 'former_secret' | 'former_until'>>

export async function changeWebhook(people: People, workspace: Uuid, id: Uuid, change: Change): Promise<boolean> {
  const { numUpdatedRows } = await people
    .updateTable('webhooks')
    .set(change)
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function addDelivery(
  scope: Scope,
  { id, webhook, event, now }: { id: Uuid; webhook: Uuid; event: WebhookEvent; now: Date },
): Promise<void> {
  const at = now.toISOString()
  const unanswered = { claimed_until: null, answered_at: null, response: null, code: null, ms: null }
  await scope.tx
    .insertInto('webhook_deliveries')
    .values({
      ...unanswered,
      scope: scope.key,
      id,
      workspace: scope.row.workspace,
      webhook,
      kind: event.type,
      body: JSON.stringify(event),
      created_at: at,
      status: 'waiting',
      tries: 0,
      next_try_at: at,
    })
    .execute()
}

/** The deliveries of a workspace, whichever client they are of: only its owners and admins, and the server, ask for them. */
const deliveriesIn = (workspace: Scope) =>
  workspace.tx.selectFrom('webhook_deliveries').where('webhook_deliveries.workspace', '=', workspace.row.workspace)

export const deliveryOf = (workspace: Scope, webhook: Uuid, id: Uuid): Promise<DeliveryRow | undefined> =>
  deliveriesIn(workspace).selectAll().where('webhook', '=', webhook).where('id', '=', id).executeTakeFirst()

/** The latest of a webhook; what they carried is not told again. */
export const latestDeliveries = (workspace: Scope, webhook: Uuid, most: number) =>
  deliveriesIn(workspace)
    .select(['id', 'kind', 'created_at', 'status', 'tries', 'next_try_at', 'answered_at', 'response', 'code', 'ms'])
    .where('webhook', '=', webhook)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()

/** Those whose time has come, of webhooks that are active; a time that no wait reaches was set by a wrong clock (F41). */
export const dueDeliveries = (workspace: Scope, now: Date, longestWaitMs: number, most: number) =>
  deliveriesIn(workspace)
    .innerJoin('webhooks', (join) =>
      join
        .onRef('webhooks.workspace', '=', 'webhook_deliveries.workspace')
        .onRef('webhooks.id', '=', 'webhook_deliveries.webhook'),
    )
    .select(['webhook_deliveries.id', 'webhook_deliveries.webhook'])
    .where('webhooks.state', '=', 'active')
    .where('webhook_deliveries.status', '=', 'waiting')
    .where((where) =>
      where.or([
        where('webhook_deliveries.next_try_at', '<=', now.toISOString()),
        where('webhook_deliveries.next_try_at', '>', new Date(now.getTime() + longestWaitMs).toISOString()),
      ]),
    )
    .orderBy('webhook_deliveries.created_at')
    .limit(most)
    .execute()

/** The right to send it, for a little longer than sending can take; undefined where another has it. */
export const claimDelivery = (workspace: Scope, id: Uuid, now: Date, forMs: number): Promise<DeliveryRow | undefined> =>
  workspace.tx
    .updateTable('webhook_deliveries')
    .set({ claimed_until: new Date(now.getTime() + forMs).toISOString() })
    .where('workspace', '=', workspace.row.workspace)
    .where('id', '=', id)
    .where('status', '=', 'waiting')
    .where((where) =>
      where.or([
        where('claimed_until', 'is', null),
        where('claimed_until', '<=', now.toISOString()),
        where('claimed_until', '>', new Date(now.getTime() + 2 * forMs).toISOString()),
      ]),
    )
    .returningAll()
    .executeTakeFirst()

/** The client, or the workspace, that a delivery is of. */
export const ownerOf = async ({ tx, row }: Scope, { scope }: DeliveryRow): Promise<Uuid> =>
  (
    await tx
      .selectFrom('scopes')
      .select('id')
      .where('workspace', '=', row.workspace)
      .where('scope', '=', scope)
      .executeTakeFirstOrThrow()
  ).id

export async function changeDelivery({ tx }: Scope, { scope, id }: DeliveryRow, change: Partial<DeliveryRow>) {
  await tx.updateTable('webhook_deliveries').set(change).where('scope', '=', scope).where('id', '=', id).execute()
}

/** What a delivery told of has reached somebody. */
export async function noteArrived({ tx }: Scope, { scope, id }: DeliveryRow, at: string): Promise<void> {
  await tx
    .updateTable('alerts_sent')
    .set({ at })
    .where('scope', '=', scope)
    .where('delivery', '=', id)
    .where('at', 'is', null)
    .execute()
}

export const forgetDeliveries = async (workspace: Scope, before: string): Promise<void> => {
  await workspace.tx
    .deleteFrom('webhook_deliveries')
    .where('workspace', '=', workspace.row.workspace)
    .where('created_at', '<', before)
    .where('status', '!=', 'waiting')
    .execute()
}
