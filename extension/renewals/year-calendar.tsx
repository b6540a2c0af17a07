import { ChevronLeft, ChevronRight } from 'lucide'
import { useRef, useState } from 'preact/hooks'
import type { Known, Line } from '../../shared/inventory/renewal-lines.ts'
import { dayNumber, weekday } from '../../shared/model/calendar.ts'
import type { Day } from '../../shared/model/day.ts'
import { DayWords, urgencyOf } from '../ui/day-words.tsx'
import { formatDay } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { part, t } from '../ui/language.ts'
import { locale } from '../ui/locale.ts'
import { firstWeekday, type Mark, marksOf, weeksOf } from './calendar.ts'

type Props = { lines: Line[]; known: Known; today: Day }

/** A quiet year: twelve months, and on each the days that have something. */
export function YearCalendar({ lines, known, today }: Props) {
  const [year, setYear] = useState(Number(today.slice(0, 4)))
  const [picked, pick] = useState<Day | null>(null)
  const marks = marksOf(lines, known, year, today)
  const days = [...marks.keys()].sort()
  const current = picked !== null && marks.has(picked) ? picked : (days.find((day) => day >= today) ?? days[0])
  const go = (to: number) => {
    setYear(to)
    pick(null)
  }
  const grid = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent) => {
    const next = stepFrom(days, current, event.key)
    if (next === undefined) return
    event.preventDefault()
    pick(next)
    grid.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus()
  }
  return (
    <div class="year">
      <div class="year-head">
        <button
          type="button"
          class="button quiet square"
          aria-label={t('renewals.before')}
          onClick={() => go(year - 1)}
        >
          <Icon of={ChevronLeft} />
        </button>
        <h2 class="year-title" aria-live="polite">
          {year}
        </h2>
        <button type="button" class="button quiet square" aria-label={t('renewals.after')} onClick={() => go(year + 1)}>
          <Icon of={ChevronRight} />
        </button>
        {year !== Number(today.slice(0, 4)) && (
          <button type="button" class="button quiet" onClick={() => go(Number(today.slice(0, 4)))}>
            {t('renewals.thisYear')}
          </button>
        )}
        <span class="year-keys faint">
          {days.length === 0 ? t('renewals.noMarks', String(year)) : t('renewals.keys')}
        </span>
      </div>
      <div class="year-columns">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows move between the buttons inside */}
        <div ref={grid} class="months" onKeyDown={move}>
          {Array.from({ length: 12 }, (_, at) => (
            <Month key={at} {...{ year, marks, today, current }} month={at + 1} onPick={pick} />
          ))}
        </div>
        <OnDay day={current} marks={(current && marks.get(current)) || []} today={today} />
      </div>
    </div>
  )
}

function stepFrom(days: Day[], current: Day | undefined, key: string): Day | undefined {
  const at = days.indexOf(current ?? '')
  if (key === 'Home') return days[0]
  if (key === 'End') return days.at(-1)
  if (key === 'ArrowRight' || key === 'ArrowDown') return days[at + 1]
  if (key === 'ArrowLeft' || key === 'ArrowUp') return days[at - 1]
  return undefined
}

type MonthProps = {
  year: number
  month: number
  marks: Map<Day, Mark[]>
  today: Day
  current: Day | undefined
  onPick: (day: Day) => void
}

function Month({ year, month, marks, today, current, onPick }: MonthProps) {
  const first = firstWeekday(locale())
  const name = new Intl.DateTimeFormat(locale(), { month: 'long', timeZone: 'UTC' })
  const letter = new Intl.DateTimeFormat(locale(), { weekday: 'narrow', timeZone: 'UTC' })
  const long = new Intl.DateTimeFormat(locale(), { weekday: 'long', timeZone: 'UTC' })
  // 5 January 1970 was a Monday.
  const weekdays = Array.from({ length: 7 }, (_, at) => Date.UTC(1970, 0, 5 + ((first + at) % 7)))
  return (
    <table class="month">
      <caption>{name.format(Date.UTC(year, month - 1, 1))}</caption>
      <thead>
        <tr>
          {weekdays.map((day) => (
            <th key={day} scope="col" abbr={long.format(day)}>
              {letter.format(day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month, first).map((week, at) => (
          <tr key={week.find(Boolean) ?? at}>
            {week.map((day, place) => (
              <td key={day ?? `empty ${place}`} aria-current={day === today ? 'date' : undefined}>
                {day && <DayCell {...{ day, today, current, onPick }} marks={marks.get(day) ?? []} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type DayProps = Pick<MonthProps, 'today' | 'current' | 'onPick'> & { day: Day; marks: Mark[] }

function DayCell({ day, marks, today, current, onPick }: DayProps) {
  const number = Number(day.slice(8))
  if (marks.length === 0) return <span class={weekday(dayNumber(day)) > 4 ? 'weekend' : ''}>{number}</span>
  const tones = marks.map(({ settled, happens }) => (settled ? '' : urgencyOf(day, today, happens)))
  const tone = tones.find((each) => each === 'late') ?? tones.find(Boolean) ?? ''
  return (
    <button
      type="button"
      class={`marked ${tone}`}
      data-day={day}
      aria-pressed={day === current}
      tabIndex={day === current ? 0 : -1}
      aria-label={t('renewals.onDay', marks.length, formatDay(day))}
      onClick={() => onPick(day)}
    >
      {number}
    </button>
  )
}

function OnDay({ day, marks, today }: { day: Day | undefined; marks: Mark[]; today: Day }) {
  if (day === undefined) return null
  return (
    <section class="on-day" aria-label={formatDay(day)} aria-live="polite">
      <h3>
        <DayWords day={day} today={today} />
      </h3>
      <ul>
        {marks.map((mark) => (
          <li key={`${mark.id} ${mark.happens}`}>
            <span class="faint">{t(`renewals.marks.${part(mark.happens)}`)}</span>
            {mark.type === 'subscription' ? (
              <a href={`#inventory/${mark.id}`}>{mark.name}</a>
            ) : (
              <span class="strong">{mark.name}</span>
            )}
            {mark.vendor !== mark.name && <span class="faint">{mark.vendor}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
