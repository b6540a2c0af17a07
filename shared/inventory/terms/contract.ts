import { addPace, dayNumber, paceOf } from '../../model/calendar.ts'
import type { Span as Length } from '../../model/span.ts'
import { entry, entryBefore, type Grid, gridFrom } from './grid.ts'
import type { Span, TermField, TermValues } from './term.ts'

/** What follows from the contract alone: the initial term, and the days on which each renewal term would begin. */
export type Contract = { initial: Span; renewals: Grid | undefined }

export function contractOf({ contractStartsOn, initialTerm, renewalTerm }: TermValues): Contract | undefined {
  if (!contractStartsOn || !initialTerm) return undefined
  const start = dayNumber(contractStartsOn)
  const pace = paceOf(initialTerm)
  const next = addPace(start, pace)
  const from: TermField[] = ['contractStartsOn', 'initialTerm']
  return {
    initial: { number: 1, kind: 'initial', start, end: next - 1, known: 'derived', from },
    // An initial term of days leads to a day of its own, from which the months are counted.
    renewals: renewalTerm && gridFrom(next, paceOf(renewalTerm), pace.by === 'month' ? [start] : []),
  }
}

/** Renewal term `at` of a grid, 0 for the first of it. */
export const renewalOn = (grid: Grid, at: number, from: TermField[], number: number | undefined): Span => ({
  ...(number === undefined ? {} : { number }),
  kind: 'renewal',
  start: entry(grid, at),
  end: entry(grid, at + 1) - 1,
  known: 'derived',
  from,
})

/** The running term's place in the contract, where it ends on a day that the contract gives. */
export function placedIn({ initial, renewals }: Contract, stated: Span): Span {
  if (stated.end === initial.end) return { ...stated, number: 1, kind: 'initial', start: stated.start ?? initial.start }
  if (!renewals || stated.end < initial.end) return stated
  const at = entryBefore(renewals, stated.end)
  if (entry(renewals, at + 1) - 1 !== stated.end) return stated
  return { ...stated, number: at + 2, kind: 'renewal', start: stated.start ?? entry(renewals, at) }
}

/** What the contract says came before the running term; of what ended before `since`, the initial term and the latest. */
export function termsBefore({ initial, renewals }: Contract, running: Span, since: number): Span[] {
  const start = running.start ?? running.end
  const spans = initial.end < start ? [initial] : []
  if (!renewals) return spans
  const from: TermField[] = [...initial.from, 'renewalTerm']
  for (let at = Math.max(0, entryBefore(renewals, Math.min(since, start)) - 1); entry(renewals, at + 1) <= start; at++)
    spans.push(renewalOn(renewals, at, from, at + 2))
  return spans
}

/** The terms that follow one: the contract's where it ends with one of them, else counted from what began it or the contract. */
export function gridAfter({ start, end, kind }: Span, length: Length, values: TermValues): Grid {
  const next = end + 1
  const renewals = contractOf(values)?.renewals
  const at = renewals ? entryBefore(renewals, next) : -1
  if (renewals && at >= 0 && entry(renewals, at) === next)
    return { ...renewals, shift: renewals.shift + renewals.pace.count * at }
  const { contractStartsOn, initialTerm } = values
  const began = contractStartsOn === undefined ? undefined : dayNumber(contractStartsOn)
  const days = initialTerm && paceOf(initialTerm).by === 'day'
  if (days) return gridFrom(next, paceOf(length), kind === 'initial' ? [] : [start])
  return gridFrom(next, paceOf(length), [began, start])
}
