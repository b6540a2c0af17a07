import { addDays } from '../model/calendar.ts'
import type { Day } from '../model/day.ts'
import type { FieldBelief } from './fold.ts'

/** What is believed of one thing, by field. */
export type Believed = Record<string, FieldBelief | undefined>

export type Renewal = {
  on: Day
  /** `unknown` where no source said whether it renews by itself: never guessed. */
  how: 'renews' | 'ends' | 'unknown'
  from: FieldBelief
}

/** The day a subscription renews: as stated, else the day after the last covered one. One that ends is shown by that last day. */
export function renewalOf(of: Believed): Renewal | undefined {
  const from = of.renewsOn ?? of.endsOn
  if (typeof from?.value !== 'string') return undefined
  const itself = of.autoRenews?.value
  const how = itself === true ? 'renews' : itself === false ? 'ends' : 'unknown'
  return { on: of.renewsOn || how === 'ends' ? from.value : addDays(from.value, 1), how, from }
}
