import type { Believed } from '../../shared/inventory/renewal.ts'
import { daysBetween } from '../../shared/model/calendar.ts'
import type { Day } from '../../shared/model/day.ts'
import { textOf } from '../ui/value-text.ts'

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
