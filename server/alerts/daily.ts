import { addDays } from '../../shared/model/calendar.ts'
import type { Day } from '../../shared/model/day.ts'
import type { Database } from '../db/database.ts'

/** When the day's alerts are told: an hour `HH:MM` of a time zone. */
export type Hour = { at: string; zone: string }

export type LocalTime = { day: Day; time: string }

/** What calendar and clock say in a zone. Sweden writes a day and a time as ISO 8601 does. */
export function localTime(now: Date, zone: string): LocalTime {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const part = Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, value]))
  return { day: `${part.year}-${part.month}-${part.day}`, time: `${part.hour}:${part.minute}` }
}

/** The latest day whose hour has come. An hour that a clock change leaves out has come with the next one. */
export function dayDue(now: Date, { at, zone }: Hour): Day {
  const { day, time } = localTime(now, zone)
  return time >= at ? day : addDays(day, -1)
}

/** A run that could not tell everybody is tried again after so many minutes; then the next day takes over. */
const backOffMinutes = [1, 2, 5, 10, 30, 60, 120, 240]
const name = 'alerts'

/** Whether a run is owed now: for a day that has none, or because the last one was not done and has waited long enough. */
export async function isOwed({ people }: Database, due: Day, now: Date): Promise<boolean> {
  const row = await people.selectFrom('daily_runs').selectAll().where('name', '=', name).executeTakeFirst()
  // Where clocks are put back an hour comes twice, and is of yesterday in between.
  if (row?.done_for === addDays(due, 1)) return false
  // Another day than the last, not a later one: a clock that was ahead for an hour must not silence a year (F41).
  if (!row || (row.done_for !== due && row.tried_for !== due)) return true
  if (row.done_for === due || row.next_try_at === null) return false
  const wait = Date.parse(row.next_try_at) - now.getTime()
  return wait <= 0 || wait > Math.max(...backOffMinutes) * 60_000
}

/** Records how the run for a day went. */
export async function noteRun({ people }: Database, due: Day, isDone: boolean, now: Date): Promise<void> {
  const row = await people.selectFrom('daily_runs').selectAll().where('name', '=', name).executeTakeFirst()
  const tries = row?.tried_for === due ? row.tries : 0
  const minutes = isDone ? undefined : backOffMinutes[tries]
  const next = {
    done_for: isDone ? due : (row?.done_for ?? ''),
    tried_for: due,
    tries: tries + 1,
    next_try_at: minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000).toISOString(),
  }
  await people
    .insertInto('daily_runs')
    .values({ name, ...next })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(next))
    .execute()
}
