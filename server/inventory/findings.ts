import { z } from 'zod'
import type { Day } from '../../shared/model/day.ts'
import { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import type { Scope } from '../workspaces/scope.ts'
import { inventoryOf } from './whole.ts'

const Yearly = z.strictObject({ minor: z.int(), currency: z.string() })

export const FindingsResponse = z.strictObject({
  client: Uuid,
  head: z.int(),
  today: z.string(),
  findings: z.array(
    z.strictObject({
      /** The same after every capture: a judgement names it. */
      key: z.string(),
      kind: z.enum([
        'leaver-licensed',
        'duplicate-person',
        'included-in-bundle',
        'inactive',
        'unassigned',
        'over-assigned',
        'overlap',
        'price-rise',
        'renewal-within-notice',
        'renewal-undecided',
        'cancellation-unsent',
        'owner-gone',
        'card-expiring',
        'stale',
        'free',
      ]),
      status: z.enum(['open', 'accepted', 'dismissed']),
      subject: z.string(),
      vendor: z.string().optional(),
      product: z.string().optional(),
      person: z.string().optional(),
      /** Seats, days, tools, or basis points of a price rise. */
      count: z.int().optional(),
      /** The window of what was not used; absent where the console counts by its own definition. */
      days: z.int().optional(),
      on: z.string().optional(),
      /** What it saves a year, at most where `upTo`, and from which day that can really be taken; absent where nobody can say. */
      saving: z.strictObject({ yearly: Yearly, upTo: z.boolean(), realizableFrom: z.string().optional() }).optional(),
      unsaid: z.enum(['no-price', 'mixed-currencies', 'flat']).optional(),
      /** Why it was found: the job of an overlap, what includes it, why it is free. */
      reason: z.string().optional(),
      /** What a person gave as the reason of their judgement. */
      said: z.string().optional(),
      until: z.string().optional(),
      by: z.string().optional(),
      /** The records and observations it stands on. */
      records: z.array(Uuid),
    }),
  ),
})

/** What is worth acting on at one client, with what people said of it; computed anew each time. */
export async function findings(scope: Scope, today: Day): Promise<Outcome<z.infer<typeof FindingsResponse>>> {
  if (scope.row.kind !== 'client') return fail('NOT_FOUND')
  const { inventory } = await inventoryOf(scope, today)
  return ok({ client: scope.row.id, head: scope.row.seq, today, findings: inventory.findings() })
}
