import { z } from 'zod'
import { cancelByOf } from '../../shared/inventory/terms/cancel-by.ts'
import { chainOf, termOf } from '../../shared/inventory/terms/chain.ts'
import { decisionsBySubscription, factsOf } from '../../shared/inventory/terms/facts.ts'
import { addDays, dayNumber, dayOf } from '../../shared/model/calendar.ts'
import type { Day } from '../../shared/model/day.ts'
import { RenewalChoice } from '../../shared/model/decision.ts'
import { Uuid } from '../../shared/model/id.ts'
import { Span } from '../../shared/model/span.ts'
import { RenewalMode } from '../../shared/model/term.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import type { Scope } from '../workspaces/scope.ts'
import { contextOf } from './context.ts'

const Term = z.strictObject({
  number: z.int().optional(),
  kind: z.enum(['initial', 'renewal', 'unknown']),
  startsOn: z.string().optional(),
  endsOn: z.string(),
  renewsOn: z.string(),
  known: z.enum(['stated', 'derived']),
  from: z.array(z.string()),
})
const CountStep = z.union([
  z.strictObject({ step: z.enum(['term-end', 'contract-year-end', 'business-day']), on: z.string() }),
  z.strictObject({ step: z.literal('notice'), length: Span, on: z.string() }),
  z.strictObject({ step: z.literal('postal-lead'), days: z.int(), on: z.string() }),
])

export const RenewalsResponse = z.strictObject({
  client: Uuid,
  head: z.int(),
  today: z.string(),
  renewals: z.array(
    z.strictObject({
      record: Uuid,
      mode: RenewalMode.optional(),
      state: z.enum(['upcoming', 'running', 'ended', 'lapsed-or-unknown', 'unknown']),
      /** Why nobody can say what follows the last term. */
      unsure: z
        .enum(['renewal-mode-unknown', 'not-agreed', 'renewal-term-unknown', 'notice-late', 'end-unknown'])
        .optional(),
      /** The terms of this and the next two years, as far as they are known. */
      terms: z.array(Term),
      /** The last day to send the cancellation of the running term, and each step of the count; or why it is not known. */
      cancelBy: z
        .union([
          z.strictObject({ is: z.literal('known'), on: z.string(), steps: z.array(CountStep) }),
          z.strictObject({ is: z.literal('unknown'), why: z.enum(['notice-unknown', 'anniversary-unknown']) }),
        ])
        .optional(),
      decision: RenewalChoice.optional(),
    }),
  ),
})

/** Terms and last days to cancel, derived anew each time from what is stated of the contract. */
export async function renewals(scope: Scope, today: Day): Promise<Outcome<z.infer<typeof RenewalsResponse>>> {
  if (scope.row.kind !== 'client') return fail('NOT_FOUND')
  const { client, beliefs } = await contextOf(scope)
  const holidays = new Set(client.holidays ?? [])
  const decisionsOf = decisionsBySubscription(beliefs.decision)
  const found = beliefs.subscription.map(({ id, values, from }) => {
    const decisions = decisionsOf.get(id)
    const facts = factsOf(values, from, { decisions, holidays })
    const { mode, state, unsure, terms, current } = chainOf(facts, { today, until: addDays(today, 730) })
    const decision = current && decisions?.get(dayOf(current.end))?.choice
    return {
      record: id,
      ...(mode ? { mode } : {}),
      state,
      ...(unsure ? { unsure } : {}),
      terms: terms.map(termOf),
      ...(current ? { cancelBy: cancelByOf(facts, current, dayNumber(today)) } : {}),
      ...(decision ? { decision } : {}),
    }
  })
  return ok({ client: scope.row.id, head: scope.row.seq, today, renewals: found })
}
