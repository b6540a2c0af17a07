import { addTo } from '../../shared/inventory/grouped.ts'
import type { Happens, Known, Line } from '../../shared/inventory/renewal-lines.ts'
import { cancelByOf } from '../../shared/inventory/terms/cancel-by.ts'
import { chainOf } from '../../shared/inventory/terms/chain.ts'
import { decisionsBySubscription, factsOf } from '../../shared/inventory/terms/facts.ts'
import { addDays, addMonths, dayNumber, dayOf, weekday } from '../../shared/model/calendar.ts'
import type { Day } from '../../shared/model/day.ts'

/** Something that happens on a day of the calendar. */
export type Mark = Pick<Line, 'id' | 'type' | 'name' | 'vendor' | 'settled'> & { happens: Happens; on: Day }

/** What renews every month has only its next day in the calendar: the others would hide all else. */
const shortest = 32

/** Every day of one year with something on it: of the running terms, and of those that follow as far as they are known. */
export function marksOf(lines: Line[], { inventory, client }: Known, year: number, today: Day): Map<Day, Mark[]> {
  const [since, until] = [`${year}-01-01`, `${year}-12-31`]
  const decisions = decisionsBySubscription(inventory.beliefs.decision)
  const holidays = new Set(client.holidays ?? [])
  const subscriptions = new Map(inventory.beliefs.subscription.map((one) => [one.id, one]))
  const marks = new Map<Day, Mark[]>()
  const put = ({ id, type, name, vendor }: Line, happens: Happens, on: Day, settled: boolean) => {
    if (on >= since && on <= until) addTo(marks, on, { id, type, name, vendor, happens, on, settled })
  }
  for (const line of lines) {
    put(line, line.happens, line.on, line.settled)
    const subscription = subscriptions.get(line.id)
    if (!subscription || !line.term) continue
    if (line.happens === 'cancel-by') put(line, 'renews', line.term.renewsOn, false)
    const facts = factsOf(subscription.values, subscription.from, { decisions: decisions.get(line.id), holidays })
    for (const term of chainOf(facts, { today, since: today, until: addDays(until, 800) }).terms) {
      const isLater = dayOf(term.end) > line.term.endsOn
      if (!isLater || term.start === undefined || term.end - term.start + 1 < shortest) continue
      const by = cancelByOf(facts, term, term.start)
      if (by.is === 'known') put(line, 'cancel-by', by.on, false)
      put(line, 'renews', dayOf(term.end + 1), false)
    }
  }
  return marks
}

/** The weeks of a month, from a first day of the week (0 Monday … 6 Sunday); days of its neighbors are undefined. */
export function weeksOf(year: number, month: number, first: number): (Day | undefined)[][] {
  const start = dayNumber(`${year}-${String(month).padStart(2, '0')}-01`)
  const end = addMonths(start, 1) - 1
  const weeks: (Day | undefined)[][] = []
  for (let day = start - ((weekday(start) - first + 7) % 7); day <= end; day += 7)
    weeks.push(
      Array.from({ length: 7 }, (_, at) => (day + at >= start && day + at <= end ? dayOf(day + at) : undefined)),
    )
  return weeks
}

/** 0 for Monday, as the person's locale begins its weeks; Monday where the browser does not say. */
export function firstWeekday(locale: string): number {
  const known = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?: () => { firstDay: number } } // newer than the types
  return ((known.getWeekInfo?.().firstDay ?? 1) + 6) % 7
}
