import type { Day } from '../model/day.ts'
import { type FieldBelief, fieldOf } from './fold.ts'
import type { InventoryRecord } from './record.ts'

export type Renewal = {
  on: Day
  /** `unknown` where no source said whether it renews by itself: never guessed. */
  how: 'renews' | 'ends' | 'unknown'
  from: FieldBelief
}

export const nextDay = (day: Day): Day => {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString().slice(0, 10)
}

/** The day a subscription renews: as stated, else the day after the last covered one. One that ends is shown by that last day. */
export function renewalOf(record: InventoryRecord): Renewal | undefined {
  const from = fieldOf(record, 'renewsOn') ?? fieldOf(record, 'endsOn')
  if (typeof from?.value !== 'string') return undefined
  const itself = fieldOf(record, 'autoRenews')?.value
  const how = itself === true ? 'renews' : itself === false ? 'ends' : 'unknown'
  const stated = fieldOf(record, 'renewsOn') !== undefined
  return { on: stated || how === 'ends' ? from.value : nextDay(from.value), how, from }
}
