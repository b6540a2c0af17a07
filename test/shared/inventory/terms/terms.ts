import { cancelByOf } from '../../../../shared/inventory/terms/cancel-by.ts'
import { chainOf, type Reach, termOf } from '../../../../shared/inventory/terms/chain.ts'
import type { Facts, TermValues } from '../../../../shared/inventory/terms/term.ts'
import { dayNumber } from '../../../../shared/model/calendar.ts'
import type { Decision } from '../../../../shared/model/decision.ts'

export const months = (count: number) => ({ count, unit: 'month' as const })
export const years = (count: number) => ({ count, unit: 'year' as const })
export const days = (count: number) => ({ count, unit: 'day' as const })
export const weeks = (count: number) => ({ count, unit: 'week' as const })

export const factsOf = (values: TermValues, decisions: Decision[] = [], more: Partial<Facts> = {}): Facts => ({
  values,
  decisions: new Map(decisions.map((decision) => [decision.termEndsOn ?? '', decision])),
  ...more,
})

/** The chain as a person reads it: its state, and each term as "first day to last day". */
export function read(facts: Facts, reach: Reach) {
  const { state, terms, unsure, mode } = chainOf(facts, reach)
  return { state, terms: terms.map((term) => spell(termOf(term))), unsure, mode }
}

const spell = ({ startsOn = '?', endsOn }: { startsOn?: string; endsOn: string }) => `${startsOn} to ${endsOn}`

export function cancelBy(facts: Facts, today: string) {
  const { current } = chainOf(facts, { today })
  if (!current) return undefined
  const by = cancelByOf(facts, current, dayNumber(today))
  return by.is === 'known' ? by.on : by.why
}
