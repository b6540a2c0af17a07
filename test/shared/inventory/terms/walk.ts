/**
 * An oracle that knows no arithmetic: it walks a calendar of 1990 to 2070 day by day and counts. A month has passed
 * when the walk reaches the anchor's day of the month, or the last day of a month too short for it.
 */
type CalendarDay = { text: string; day: number; last: boolean; weekday: number }

const two = (part: number) => String(part).padStart(2, '0')

function* everyDay(): Generator<CalendarDay> {
  let weekday = 0 // 1 Jan 1990 was a Monday
  for (let year = 1990; year <= 2070; year++)
    for (let month = 1; month <= 12; month++) {
      const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
      const length = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
      for (let day = 1; day <= length; day++) {
        yield { text: `${year}-${two(month)}-${two(day)}`, day, last: day === length, weekday }
        weekday = (weekday + 1) % 7
      }
    }
}

const calendar = [...everyDay()]
export const indexOf = new Map(calendar.map(({ text }, at) => [text, at]))
export const textAt = (index: number) => calendar[index]?.text ?? ''
// Typed arrays, for the walk takes some hundred million steps.
const dayAt = Uint8Array.from(calendar, ({ day }) => day)
const isLast = Uint8Array.from(calendar, ({ last }) => Number(last))
const weekdayAt = Uint8Array.from(calendar, ({ weekday }) => weekday)

export type Length = { count: number; unit: 'day' | 'week' | 'month' | 'year' }

const isMonthly = ({ unit }: Length) => unit === 'month' || unit === 'year'
const units = ({ count, unit }: Length) => (unit === 'week' ? count * 7 : unit === 'year' ? count * 12 : count)

function meets(index: number, anchorDay: number): boolean {
  const day = dayAt[index] ?? 0
  return day === anchorDay || (isLast[index] === 1 && day < anchorDay)
}

/** The index on which each term begins: the initial one, then renewal terms, until one begins after `until`. */
export function walkStarts(start: number, initial: Length, renewal: Length, until: number): number[] {
  const starts = [start]
  let begun = start
  let anchorDay = dayAt[start] ?? 0
  let [monthly, left] = [isMonthly(initial), units(initial)]
  for (let today = start + 1; begun <= until; today++) {
    if (!monthly || meets(today, anchorDay)) left--
    if (left > 0) continue
    starts.push(today)
    begun = today
    // After days have been counted, the months are counted from where they led.
    if (!monthly) anchorDay = dayAt[today] ?? 0
    monthly = isMonthly(renewal)
    left = units(renewal)
  }
  return starts
}

/** Back from a day by a notice, then to an open day, then by the days of the mail. */
export function walkBack(
  from: number,
  notice: Length,
  open: boolean,
  holidays: ReadonlySet<string>,
  lead: number,
): number {
  let today = from
  if (isMonthly(notice)) {
    for (let months = units(notice); months > 0; months--) {
      while (dayAt[today] !== 1) today--
      today--
    }
    while ((dayAt[today] ?? 0) > (dayAt[from] ?? 0)) today--
  } else for (let left = units(notice); left > 0; left--) today--
  while (open && ((weekdayAt[today] ?? 0) > 4 || holidays.has(textAt(today)))) today--
  for (let left = lead; left > 0; left--) today--
  return today
}
