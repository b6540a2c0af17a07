import { daysBetween } from '../../model/calendar.ts'
import type { Day } from '../../model/day.ts'
import { rounded } from '../money/ratio.ts'
import type { Covered } from './lines.ts'

export type Month = string

export const monthOf = (day: Day): Month => day.slice(0, 7)

/** Counted in months, a year's end is nothing particular. */
export function monthAfter(month: Month, count = 1): Month {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`
}

/**
 * An amount by the days that it covers, month by month. Each month has what is due up to its end less what was due up to
 * its beginning, so that the parts are the whole, to the last cent, however they were rounded.
 */
export function byMonths(minor: bigint, { from, until }: Covered): { month: Month; minor: bigint }[] {
  const days = BigInt(daysBetween(from, until))
  const parts: { month: Month; minor: bigint }[] = []
  let due = 0n
  for (let month = monthOf(from); month <= monthOf(until); month = monthAfter(month)) {
    const next: Day = `${monthAfter(month)}-01`
    const end = next < until ? next : until
    const dueThen = rounded({ num: minor * BigInt(daysBetween(from, end)), den: days })
    if (`${month}-01` < until) parts.push({ month, minor: dueThen - due })
    due = dueThen
  }
  return parts
}
