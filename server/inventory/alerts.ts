import { z } from 'zod'
import { type Alert, alertsDue } from '../../shared/inventory/terms/alerts.ts'
import type { Day } from '../../shared/model/day.ts'
import { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import { sendingsOf } from '../alerts/sent.ts'
import type { Scope } from '../workspaces/scope.ts'
import { contextOf } from './context.ts'
import { observationsOfType } from './store.ts'

export const AlertsResponse = z.strictObject({
  client: Uuid,
  head: z.int(),
  today: z.string(),
  /** Whether this server can mail at all: without it, what is owed is told here and by webhooks alone. */
  mail: z.enum(['configured', 'not-configured']),
  alerts: z.array(
    z.strictObject({
      record: Uuid,
      about: z.enum(['cancel-by', 'term-end', 'expiry']),
      date: z.string(),
      /** Another one each time that the date comes to be anew: an acknowledgement names it. */
      version: z.string(),
      /** Days before the date, and the day from which it is owed. */
      threshold: z.int(),
      due: z.string(),
      to: z.union([
        z.strictObject({ who: z.literal('owner'), name: z.string().optional() }),
        z.strictObject({ who: z.literal('lead'), name: z.string() }),
        z.strictObject({ who: z.literal('workspace') }),
      ]),
      /** When somebody was told, and by what; absent while nobody was. */
      sent: z.array(z.strictObject({ by: z.enum(['mail', 'webhook']), at: z.string() })).optional(),
      /** Absent while it is owed. */
      acknowledged: z.strictObject({ by: z.string().optional(), at: z.string().optional() }).optional(),
    }),
  ),
})
type Shown = z.infer<typeof AlertsResponse>['alerts'][number]

/** What is due today and not closed by its date’s passing with a decision, by its date; computed anew each time. */
export async function alerts(
  scope: Scope,
  today: Day,
  mail: z.infer<typeof AlertsResponse>['mail'],
): Promise<Outcome<z.infer<typeof AlertsResponse>>> {
  if (scope.row.kind !== 'client') return fail('NOT_FOUND')
  const { client, records } = await contextOf(scope)
  const observations = await observationsOfType(scope, 'subscription', 'domain', 'certificate')
  const observationsOf = (id: Uuid) => observations.get(id) ?? []
  const due = alertsDue(records, { today, client, delivered: new Set(), observationsOf })
  due.sort((a, b) => (a.date === b.date ? b.threshold - a.threshold : a.date < b.date ? -1 : 1))
  const sendings = await sendingsOf(
    scope,
    due.map(({ id }) => id),
  )
  const told = due.map((alert) => shown(alert, sendings.get(alert.id)))
  return ok({ client: scope.row.id, head: scope.row.seq, today, mail, alerts: told })
}

const shown = (
  { subject, about, date, version, threshold, due, to, acknowledged }: Alert,
  sent: Shown['sent'],
): Shown => ({
  record: subject,
  about,
  date,
  version,
  threshold,
  due,
  to,
  ...(sent ? { sent } : {}),
  ...(acknowledged ? { acknowledged } : {}),
})
