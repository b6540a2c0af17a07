import type { FieldBelief } from '../../shared/inventory/fold.ts'
import type { Day } from '../../shared/model/day.ts'
import { addDays, daysBetween } from '../ui/format.ts'
import { textOf } from '../ui/value-text.ts'

/** What is believed of one subscription, by field. */
export type Believed = Record<string, FieldBelief | undefined>

export type Renewal = { on: Day; how: 'renews' | 'ends' | 'unknown'; from: FieldBelief }

/** The day it renews: as stated, else the day after the last covered one. Whether it renews is a fact of its own. */
export function renewalOf(of: Believed): Renewal | undefined {
  const from = of.renewsOn ?? of.endsOn
  const day = textOf(from?.value)
  if (from === undefined || day === undefined) return undefined
  const itself = of.autoRenews?.value
  const how = itself === true ? 'renews' : itself === false ? 'ends' : 'unknown'
  return { on: of.renewsOn || how === 'ends' ? day : addDays(day, 1), how, from }
}

/** soon: within 30 days; late: past. Nothing beyond is colored. */
export function urgencyOf(on: Day, today: Day): 'late' | 'soon' | '' {
  const days = daysBetween(today, on)
  return days < 0 ? 'late' : days <= 30 ? 'soon' : ''
}

export const dueWithin = 90

export const isDue = (on: Day, today: Day): boolean => daysBetween(today, on) <= dueWithin

/** What a subscription is called: its product, or the next best that was shown. */
export const nameOf = (of: Believed, otherwise: string): string =>
  textOf(of.product?.value) ?? textOf(of.plan?.value) ?? textOf(of.sku?.value) ?? otherwise
