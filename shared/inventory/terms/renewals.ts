import { dayNumber } from '../../model/calendar.ts'
import type { RenewalMode } from '../../model/term.ts'
import { gridAfter, renewalOn } from './contract.ts'
import { entryBefore, type Grid } from './grid.ts'
import { isCanceling, outcomeOf, type Unsure } from './outcome.ts'
import type { Facts, Span } from './term.ts'

export type Days = { since: number; until: number }
export type Built = { spans: Span[]; unsure: Unsure | undefined }

/** The terms after the one that is known: as many as the contract, a decision or a console says there are. */
export function renewalsAfter(first: Span, facts: Facts, mode: RenewalMode | undefined, { since, until }: Days): Built {
  const { renewalTerm } = facts.values
  const alive = facts.aliveOn === undefined ? Number.NEGATIVE_INFINITY : dayNumber(facts.aliveOn)
  if (!renewalTerm) {
    const outcome = outcomeOf(facts, mode, first)
    if (outcome === 'renews' || alive > first.end) return { spans: [], unsure: 'renewal-term-unknown' }
    return { spans: [], unsure: outcome === 'ends' ? undefined : outcome }
  }
  const grid = gridAfter(first, renewalTerm, facts.values)
  const term = (at: number): Span => {
    if (at < 0) return first
    return renewalOn(grid, at, [...first.from, 'renewalTerm'], first.number && first.number + at + 1)
  }
  const begun = alive > first.end ? entryBefore(grid, alive) + 1 : 0
  const count = mode === 'tacit' ? untilCanceled(grid, term, facts, begun) : whileAgreed(term, facts, mode, begun)
  const last = Math.min(count - 1, entryBefore(grid, until))
  const spans: Span[] = []
  for (let at = Math.max(0, Math.min(last, entryBefore(grid, since) - 1)); at <= last; at++) spans.push(term(at))
  const outcome = Number.isFinite(count) ? outcomeOf(facts, mode, term(count - 1)) : 'renews'
  return { spans, unsure: outcome === 'renews' || outcome === 'ends' ? undefined : outcome }
}

/** What is tacit renews for ever, until a cancellation was sent; a console that shows it alive afterwards knows better. */
function untilCanceled(grid: Grid, term: (at: number) => Span, facts: Facts, begun: number): number {
  let count = Number.POSITIVE_INFINITY
  for (const [endsOn, decision] of facts.decisions ?? []) {
    if (!isCanceling(decision)) continue
    const next = dayNumber(endsOn) + 1
    const at = entryBefore(grid, next)
    if (at >= begun && term(at - 1).end + 1 === next) count = Math.min(count, at)
  }
  return count
}

function whileAgreed(term: (at: number) => Span, facts: Facts, mode: RenewalMode | undefined, begun: number): number {
  let count = begun
  while (outcomeOf(facts, mode, term(count - 1)) === 'renews') count++
  return count
}
