import { daysBetween } from '../../shared/model/calendar.ts'
import type { Day } from '../../shared/model/day.ts'
import { formatDay, relativeDay } from './format.ts'

/** The date first, the relative words only beside it. */
export function DayWords({ day, today, tone = '' }: { day: Day; today: Day; tone?: 'late' | 'soon' | '' }) {
  return (
    <span class={`day ${tone ? `tone-${tone}` : ''}`}>
      <time dateTime={day}>{formatDay(day)}</time>, <span class={tone ? '' : 'faint'}>{relativeDay(day, today)}</span>
    </span>
  )
}

/** soon: within 30 days; late: past. What merely ends is soon too, and never late: nobody had to do anything by then. */
export function urgencyOf(on: Day, today: Day, how?: string): 'late' | 'soon' | '' {
  const days = daysBetween(today, on)
  if (days < 0) return how === 'ends' ? '' : 'late'
  return days <= 30 ? 'soon' : ''
}
