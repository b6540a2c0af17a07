import { addPace, dayNumber, type Pace, paceOf } from '../../model/calendar.ts'
import { modeOf } from './mode.ts'
import type { Span, TermField, TermValues } from './term.ts'

const numberOr = (day: string | undefined) => (day === undefined ? undefined : dayNumber(day))

/** The running term as it is stated, by its end or by its start; undefined where neither is known. */
export function statedTerm(values: TermValues): Span | undefined {
  const end = statedEnd(values)
  const start = numberOr(values.startsOn)
  if (end) {
    const begins = start !== undefined && start <= end.end ? start : undefined
    return {
      ...end,
      ...place(values, begins),
      start: begins,
      from: begins === undefined ? end.from : ['startsOn', ...end.from],
    }
  }
  const length = start === undefined ? undefined : lengthFrom(values, start)
  if (start === undefined || !length) return undefined
  const { pace, by } = length
  return { ...place(values, start), start, end: addPace(start, pace) - 1, known: 'derived', from: ['startsOn', by] }
}

/**
 * Where a console states the last day and the renewal, the earlier of the two readings stands: one day too early costs
 * nothing, one day too late costs a term.
 */
function statedEnd(values: TermValues): Pick<Span, 'end' | 'known' | 'from'> | undefined {
  const [ends, renews] = [numberOr(values.endsOn), numberOr(values.renewsOn)]
  if (ends !== undefined && (renews === undefined || ends < renews))
    return { end: ends, known: 'stated', from: ['endsOn'] }
  if (renews === undefined) return undefined
  return { end: renews - 1, known: 'derived', from: ['renewsOn'] }
}

/** Which term it is, as far as the start of the contract tells. */
function place({ contractStartsOn }: TermValues, start: number | undefined): Pick<Span, 'kind' | 'number'> {
  if (contractStartsOn === undefined || start === undefined) return { kind: 'unknown' }
  return dayNumber(contractStartsOn) === start ? { kind: 'initial', number: 1 } : { kind: 'renewal' }
}

/** How long a term is that began on a day; not told where it may be the initial one as well as a later one. */
function lengthFrom(values: TermValues, start: number): { pace: Pace; by: TermField } | undefined {
  const { contractStartsOn, initialTerm, renewalTerm } = values
  const [initial, renewal] = [initialTerm && paceOf(initialTerm), renewalTerm && paceOf(renewalTerm)]
  if (contractStartsOn !== undefined) {
    if (dayNumber(contractStartsOn) === start) return initial && { pace: initial, by: 'initialTerm' }
    return renewal && start > dayNumber(contractStartsOn) ? { pace: renewal, by: 'renewalTerm' } : undefined
  }
  if (initial && renewal && initial.by === renewal.by && initial.count === renewal.count)
    return { pace: renewal, by: 'renewalTerm' }
  return initial && modeOf(values) === 'none' ? { pace: initial, by: 'initialTerm' } : undefined
}
