import type { Uuid } from '../../shared/model/id.ts'
import type { AlertScopeTables } from '../db/alert-tables.ts'
import type { Scope } from '../workspaces/scope.ts'

type Channel = AlertScopeTables['alerts_sent']['channel']

/** Which of these alerts were sent by a channel: ids by recipient. */
export async function sentTo(scope: Scope, channel: Channel, ids: Iterable<string>): Promise<Map<Uuid, Set<string>>> {
  const rows = await scope.tx
    .selectFrom('alerts_sent')
    .select(['alert', 'recipient'])
    .where('scope', '=', scope.key)
    .where('channel', '=', channel)
    .where('alert', 'in', scope.engine.among(ids))
    .execute()
  const found = new Map<Uuid, Set<string>>()
  for (const { alert, recipient } of rows) found.set(recipient, (found.get(recipient) ?? new Set()).add(alert))
  return found
}

export type Sending = { channel: Channel; recipient: Uuid; ids: string[]; delivery?: Uuid; at: string | null }

/** Recorded after a mail was sent, or together with the delivery that is to carry it; once, however often it is said. */
export async function noteSent(scope: Scope, { channel, recipient, ids, delivery, at }: Sending) {
  if (ids.length === 0) return
  await scope.tx
    .insertInto('alerts_sent')
    .values(ids.map((alert) => ({ scope: scope.key, alert, channel, recipient, delivery: delivery ?? null, at })))
    .onConflict((conflict) => conflict.columns(['scope', 'alert', 'channel', 'recipient']).doNothing())
    .execute()
}

/** When each of these alerts reached anybody, and by what: for whoever asks whether it did. */
export async function sendingsOf(scope: Scope, ids: Iterable<string>) {
  const rows = await scope.tx
    .selectFrom('alerts_sent')
    .select(['alert', 'channel', 'at'])
    .where('scope', '=', scope.key)
    .where('at', 'is not', null)
    .where('alert', 'in', scope.engine.among(ids))
    .orderBy('at')
    .execute()
  const found = new Map<string, { by: Channel; at: string }[]>()
  for (const { alert, channel, at } of rows)
    if (at !== null) found.set(alert, [...(found.get(alert) ?? []), { by: channel, at }])
  return found
}
