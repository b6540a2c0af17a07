import type { Acknowledgement } from '../../model/acknowledgement.ts'
import { dayNumber, dayOf } from '../../model/calendar.ts'
import type { Client } from '../../model/client.ts'
import type { Day } from '../../model/day.ts'
import type { Uuid } from '../../model/id.ts'
import { idFrom } from '../../model/make-id.ts'
import type { Observation } from '../../model/observation.ts'
import { beliefOf } from '../belief.ts'
import { peopleModeOf } from '../people/mode.ts'
import type { InventoryRecord } from '../record.ts'
import { type AlertDate, certificateDates, domainDates, termDates } from './alert-dates.ts'
import { knownSince, versionedDates } from './date-history.ts'
import { decisionsBySubscription } from './facts.ts'
import type { ClientLadders } from './ladder.ts'
import { isOver } from './mode.ts'
import type { DecisionsByEnd } from './term.ts'

/** One alert: what it is about, which coming of the date, how many days before. Everything else of it is derived. */
export type AlertName = { subject: Uuid; date: Day; version: string; threshold: number }

/** One thing to tell. */
export type Alert = AlertName &
  Pick<AlertDate, 'about' | 'decision'> & {
    id: string
    due: Day
    delivered: boolean
    /** Who took notice of it, and when: then it is not owed any more. */
    acknowledged?: Pick<Acknowledgement, 'by' | 'at'>
    /** An owner has no name where the client's people are not named. */
    to: { who: 'owner'; name?: string } | { who: 'lead'; name: string } | { who: 'workspace' }
  }

export type AlertContext = {
  today: Day
  client: ClientLadders & Pick<Client, 'lead' | 'holidays' | 'peopleMode'>
  /** Everything that was ever seen of a record: a date that changed and came back shows in it. */
  observationsOf: (subject: Uuid) => readonly Observation[]
  /** Ids of what was sent. Sending first and recording then may send twice after a crash between the two, never not at all. */
  delivered: ReadonlySet<string>
}

export const alertId = ({ subject, date, version, threshold }: AlertName): string =>
  `${subject} ${date} ${version} ${threshold}`

/** The record of its acknowledgement: the same one on every device of a client. */
export const acknowledgementId = (client: Uuid, { subject, date, version, threshold }: AlertName): Promise<Uuid> =>
  idFrom(client, 'acknowledgement', subject, date, version, String(threshold))

/**
 * Every alert that is due and not closed: by an acknowledgement, or because its date has passed with a decision recorded.
 * A day on which nobody asked loses nothing, for it is due from its day on. What is not `delivered` is to be sent: who
 * sends keeps the ids of what was sent, and nothing else.
 */
export const alertsOwed = (records: Iterable<InventoryRecord>, context: AlertContext): Alert[] =>
  alertsDue(records, context).filter(({ acknowledged }) => acknowledged === undefined)

/** The same with what was acknowledged. */
export function alertsDue(records: Iterable<InventoryRecord>, context: AlertContext): Alert[] {
  const { today, client, delivered } = context
  const living = [...records].filter(({ deleted }) => deleted === 0)
  const acknowledgements = new Map(living.flatMap(acknowledgedBy))
  const found: Alert[] = []
  for (const { subject, owner, ladder, settled, ...about } of datesOf(living, context)) {
    if (about.date < today && settled) continue
    for (const threshold of ladder) {
      const id = alertId({ subject, threshold, ...about })
      const due = dayOf(dayNumber(about.date) - threshold)
      if (due > today) continue
      const to = toWhom(owner, client)
      const acknowledged = acknowledgements.get(id)
      const closed = acknowledged ? { acknowledged } : {}
      found.push({ ...about, subject, id, threshold, due, delivered: delivered.has(id), ...closed, to })
    }
  }
  return found
}

function toWhom(owner: string | undefined, client: AlertContext['client']): Alert['to'] {
  if (owner !== undefined) return { who: 'owner', ...(peopleModeOf(client) === 'full' ? { name: owner } : {}) }
  return client.lead === undefined ? { who: 'workspace' } : { who: 'lead', name: client.lead }
}

function acknowledgedBy(record: InventoryRecord): [string, Pick<Acknowledgement, 'by' | 'at'>][] {
  if (record.type !== 'acknowledgement') return []
  const { values } = beliefOf({ ...record, type: 'acknowledgement' })
  const { subject, date, version, threshold, by, at } = values
  if (subject === undefined || date === undefined || version === undefined || threshold === undefined) return []
  // When, is when it was stated: two people who do it at once do not contradict each other.
  return [[alertId({ subject, date, version, threshold }), { by, at: at ?? record.edits.subject?.at }]]
}

type Watched = AlertDate & { subject: Uuid; version: string }

function datesOf(records: InventoryRecord[], { today, client, observationsOf }: AlertContext): Watched[] {
  const holidays = new Set(client.holidays ?? [])
  const decisions = decisionsBySubscription(
    records.flatMap((record) => (record.type === 'decision' ? [beliefOf({ ...record, type: 'decision' })] : [])),
  )
  return records.flatMap((record) => {
    const find = finderOf(record)
    if (!find) return []
    const observations = observationsOf(record.id)
    const since = knownSince(record, observations)
    if (since === undefined) return []
    const around = { decisions: decisions.get(record.id), holidays }
    return versionedDates(record, observations, (state) => find(state, around, { today, since, ladders: client }))
      .filter(({ date }) => date >= since)
      .map((date) => ({ ...date, subject: record.id }))
  })
}

type Find = (
  state: InventoryRecord,
  around: { decisions: DecisionsByEnd | undefined; holidays: ReadonlySet<Day> },
  within: Parameters<typeof termDates>[2],
) => AlertDate[]

/** Nobody has to do anything any more about what is over; its past dates are nobody's duty either. */
function finderOf(record: InventoryRecord): Find | undefined {
  if (record.type === 'domain') return (state, _, within) => domainDates(beliefOf({ ...state, type: 'domain' }), within)
  if (record.type === 'certificate')
    return (state, _, within) => certificateDates(beliefOf({ ...state, type: 'certificate' }), within)
  if (record.type !== 'subscription') return undefined
  const { status } = beliefOf({ ...record, type: 'subscription' }).values
  if (isOver(status)) return undefined
  return (state, around, within) => termDates(beliefOf({ ...state, type: 'subscription' }), around, within)
}
