import { addDays } from '../../model/calendar.ts'
import type { Day } from '../../model/day.ts'
import type { Observation } from '../../model/observation.ts'
import { canonical } from '../../model/record-id.ts'
import { emptyRecord, fieldOf, foldObservation } from '../fold.ts'
import type { InventoryRecord } from '../record.ts'
import type { AlertDate } from './alert-dates.ts'

/**
 * The fields that say when. A person's word on one of them states the dates anew; what only says whether it renews
 * (`autoRenews`, `renewalMode`, `status`) makes no other date of the same one.
 */
const whenFields = [
  'startsOn',
  'endsOn',
  'renewsOn',
  'contractStartsOn',
  'initialTerm',
  'renewalTerm',
  'noticePeriod',
  'noticeFrom',
  'noticeOnBusinessDay',
  'postalLeadDays',
  'expiresOn',
] as const
const watched = [...whenFields, 'autoRenews', 'renewalMode', 'status'] as const

/** A date, and which of its comings to be this is. */
export type Versioned = AlertDate & { version: string }

/** The first day on which anything was known of it, anywhere on earth: what had passed by then was never anybody's duty. */
export function knownSince({ edits, seenAt }: InventoryRecord, observations: readonly Observation[]): Day | undefined {
  const said = Object.values(edits).map(({ at }) => at)
  const seen = observations.map(({ sighting }) => sighting.capture.at)
  const [first] = [...said, ...(seen.length > 0 || seenAt === '' ? seen : [seenAt])].sort()
  return first === undefined ? undefined : addDays(first.slice(0, 10), -1)
}

/**
 * The dates of a record that are somebody's duty, each with its version. A date that changes to another and back has a new
 * version; one that is merely seen again, however late its sighting arrives, keeps it. Both parts are had from what every
 * device and the server hold alike: how often the observations, folded in the order of their captures, made the date come
 * to be; and when a person last stated each field that says when.
 *
 * A term's day that passed while it stood stays, though a console shows the next term by now; an expiry that moved on has
 * been dealt with. Once a person states the dates anew, what had passed before is settled: somebody has looked at it.
 */
export function versionedDates(
  record: InventoryRecord,
  observations: readonly Observation[],
  datesOf: (state: InventoryRecord) => AlertDate[],
): Versioned[] {
  const comings = new Map<Day, number>()
  const passed = new Map<Day, AlertDate>()
  const statedAt = lastStated(record)
  let standing = new Map<Day, AlertDate>()
  for (const { state, at } of statesOf(record, observations)) {
    const next = new Map(datesOf(state).map((date) => [date.date, date]))
    for (const day of next.keys()) if (!standing.has(day)) comings.set(day, (comings.get(day) ?? 0) + 1)
    for (const [day, date] of standing) {
      const isPast = day < at.slice(0, 10) && Date.parse(at) > statedAt
      if (!next.has(day) && isPast && date.about !== 'expiry') passed.set(day, date)
    }
    standing = next
  }
  const stated = statedMark(record)
  return [...new Map([...passed, ...standing]).values()].map((date) => ({
    ...date,
    version: `${comings.get(date.date) ?? 0}${stated}`,
  }))
}

type State = { state: InventoryRecord; at: string }

/** What was believed after each observation that changed a date's grounds, under what people say now; the last is what is believed. */
function* statesOf(record: InventoryRecord, observations: readonly Observation[]): Generator<State> {
  let state: InventoryRecord = { ...emptyRecord(record.id, record.type), edits: record.edits }
  let before = ''
  for (const observation of inOrder(observations)) {
    state = foldObservation(state, observation, 0)
    const grounds = groundsOf(state)
    if (grounds !== before) yield { state, at: observation.sighting.capture.at }
    before = grounds
  }
  yield { state: record, at: record.seenAt }
}

const inOrder = (observations: readonly Observation[]): Observation[] =>
  [...observations].sort(
    (a, b) => Date.parse(a.sighting.capture.at) - Date.parse(b.sighting.capture.at) || (a.id < b.id ? -1 : 1),
  )

const groundsOf = (record: InventoryRecord): string =>
  canonical(watched.map((field) => fieldOf(record, field)?.value ?? null))

const statements = ({ edits }: InventoryRecord): { field: number; at: number }[] =>
  whenFields.flatMap((name, field) => {
    const edit = Object.hasOwn(edits, name) ? edits[name] : undefined
    return edit ? [{ field, at: Date.parse(edit.at) }] : []
  })

const lastStated = (record: InventoryRecord): number => Math.max(0, ...statements(record).map(({ at }) => at))

/** Each instant with its field: a clock that is behind makes another mark too. */
const statedMark = (record: InventoryRecord): string =>
  statements(record)
    .map(({ field, at }) => `-${field.toString(36)}${at.toString(36)}`)
    .join('')
