import { addDays } from '../../model/calendar.ts'
import type { Day } from '../../model/day.ts'
import type { Decision } from '../../model/decision.ts'
import type { Subscription } from '../../model/subscription.ts'

/**
 * How long a subscription is paid for. `sureUntil` is the last day of which nobody has to ask; after it the money flows only
 * if the subscription is renewed. `endsOn` is the last day for good.
 */
export type Outlook = { sureUntil?: Day; endsOn?: Day }

/** Decided against the running term: what is canceled or switched ends with it, also where it would renew by itself. */
const leaves = ({ choice }: Decision): boolean => choice === 'cancel' || choice === 'switch'

export function outlookOf(values: Subscription, decisions: Decision[]): Outlook {
  const { status, renewsOn, autoRenews, renewalMode } = values
  const lastDay = values.endsOn ?? (renewsOn === undefined ? undefined : addDays(renewsOn, -1))
  const decided = decisions.find(({ termEndsOn }) => termEndsOn !== undefined && termEndsOn === lastDay)
  const stays = decided?.choice === 'renew' || decided?.choice === 'reduce' || decided?.choice === 'renegotiate'
  const ends = status === 'canceled' || renewalMode === 'none' || (renewalMode === undefined && autoRenews === false)
  if (lastDay === undefined) return {}
  if ((decided && leaves(decided)) || (ends && !stays)) return { endsOn: lastDay, sureUntil: lastDay }
  const renews = renewalMode === 'tacit' || (renewalMode === undefined && autoRenews === true)
  return renews || stays ? { sureUntil: '9999-12-31' } : { sureUntil: lastDay }
}
