import { dayNumber, dayOf } from '../../model/calendar.ts'
import type { Decision } from '../../model/decision.ts'
import type { RenewalMode } from '../../model/term.ts'
import { cancelByOf } from './cancel-by.ts'
import type { Facts, Span } from './term.ts'

/** Why nothing is said of what came after a term's end. */
export type Unsure = 'renewal-mode-unknown' | 'not-agreed' | 'renewal-term-unknown' | 'notice-late' | 'end-unknown'

/** What comes after a term: another one, nothing, or nobody knows. A recorded decision counts before the contract's rule. */
export function outcomeOf(facts: Facts, mode: RenewalMode | undefined, term: Span): 'renews' | 'ends' | Unsure {
  const decision = facts.decisions?.get(dayOf(term.end))
  if (decision?.choice === 'renew' || decision?.choice === 'reduce') return 'renews'
  if (decision && isCanceling(decision)) return inTime(facts, term, decision) ? 'ends' : 'notice-late'
  if (mode === 'tacit') return 'renews'
  if (mode === 'none') return 'ends'
  return mode === 'express' ? 'not-agreed' : 'renewal-mode-unknown'
}

/** A cancellation whose notice was not sent is not done: what is tacit renews in spite of it. */
export const isCanceling = ({ choice, noticeSentOn }: Decision): boolean =>
  (choice === 'cancel' || choice === 'switch') && noticeSentOn !== undefined

/** Nobody has to do anything about the term any more. A cancellation without its notice is decided, but not done. */
export const isSettled = (decision: Decision | undefined): boolean =>
  decision?.choice !== undefined && !isUnsent(decision)

/** Decided against, and the notice is not sent: it renews unless somebody does it. */
export const isUnsent = ({ choice, noticeSentOn }: Decision): boolean =>
  (choice === 'cancel' || choice === 'switch') && noticeSentOn === undefined

/** Where no notice period is known, nothing says that a notice sent before the end was late. */
function inTime(facts: Facts, term: Span, { noticeSentOn = '' }: Decision): boolean {
  const by = cancelByOf(facts, term, dayNumber(noticeSentOn))
  return noticeSentOn <= (by.is === 'known' ? by.on : dayOf(term.end))
}
