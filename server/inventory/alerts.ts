import { z } from 'zod'
import { type Alert, alertsDue } from '../../shared/inventory/terms/alerts.ts'
import type { Day } from '../../shared/model/day.ts'
import { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import type { Scope } from '../workspaces/scope.ts'
import { contextOf } from './context.ts'
import { observationsOfType } from './store.ts'

export const AlertsResponse = z.strictObject({
  client: Uuid,
  head: z.int(),
  today: z.string(),
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
      /** Absent while it is owed. */
      acknowledged: z.strictObject({ by: z.string().optional(), at: z.string().optional() }).optional(),
    }),
  ),
})
type Shown = z.infer<typeof AlertsResponse>['alerts'][number]

/** What is due today and not closed by its date’s passing with a decision, by its date; computed anew each time. */
export async function alerts(scope: Scope, today: Day): Promise<Outcome<z.infer<typeof AlertsResponse>>> {
  if (scope.row.kind !== 'client') return fail('NOT_FOUND')
  const { client, records } = await contextOf(scope)
  const observations = await observationsOfType(scope, 'subscription', 'domain', 'certificate')
  const observationsOf = (id: Uuid) => observations.get(id) ?? []
  const due = alertsDue(records, { today, client, delivered: new Set(), observationsOf })
  due.sort((a, b) => (a.date === b.date ? b.threshold - a.threshold : a.date < b.date ? -1 : 1))
  return ok({ client: scope.row.id, head: scope.row.seq, today, alerts: due.map(shown) })
}

const shown = ({ subject, about, date, version, threshold, due, to, acknowledged }: Alert): Shown => ({
  record: subject,
  about,
  date,
  version,
  threshold,
  due,
  to,
  ...(acknowledged ? { acknowledged } : {}),
})
