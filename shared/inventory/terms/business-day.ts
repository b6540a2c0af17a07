import { dayOf, weekday } from '../../model/calendar.ts'
import type { Day } from '../../model/day.ts'

const isBusinessDay = (number: number, holidays: ReadonlySet<Day>) =>
  weekday(number) < 5 && !holidays.has(dayOf(number))

/** The day itself, or the last business day before it. There is one: a client has at most 400 holidays. */
export function businessDayBefore(number: number, holidays: ReadonlySet<Day>): number {
  let day = number
  while (!isBusinessDay(day, holidays)) day--
  return day
}
