import type { Day } from '../../shared/model/day.ts'
import { formatDay, relativeDay } from '../ui/format.ts'

/** The date first, the relative words only beside it. */
export function DayWords({ day, today, tone = '' }: { day: Day; today: Day; tone?: 'late' | 'soon' | '' }) {
  return (
    <span class={`day ${tone ? `tone-${tone}` : ''}`}>
      <time dateTime={day}>{formatDay(day)}</time>, <span class={tone ? '' : 'faint'}>{relativeDay(day, today)}</span>
    </span>
  )
}
