import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import { addDays } from '../../shared/model/calendar.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Titles } from '../db/alert-tables.ts'
import { oneLine } from '../inventory/title.ts'
import { redacted } from '../webhooks/payload.ts'
import type { DatedEvent, Revised } from './events.ts'

export type ClientEvents = { client: Uuid; events: Revised[] }
export type Feed = {
  name: string
  titles: Titles
  /** Days before each at which the calendar program reminds; null for not at all. */
  reminderDays: number | null
  baseUrl: string
}

const day = 24 * 60 * 60
/** What a calendar program may well ask for again after. */
const refreshSeconds = 6 * 60 * 60

/**
 * The events as RFC 5545 has them, by ical-generator: lines end with CRLF and are folded at 75 octets between letters
 * (§3.1), text is escaped (§3.3.11). Ours is what they say: all-day values with an end that is not covered (§3.6.1), an id
 * that an event keeps for ever (§3.8.4.7), and stamps that change only when it does. oneLine has taken out the control
 * characters that a text must not have.
 */
export function written(clients: ClientEvents[], { name, titles, reminderDays, baseUrl }: Feed): string {
  const calendar = ical({
    prodId: '//Stocktake//Renewals//EN',
    method: ICalCalendarMethod.PUBLISH,
    name: oneLine(name),
    ttl: refreshSeconds,
  })
  for (const { client, events } of clients)
    for (const event of inOrder(events)) {
      const { record, about, sequence, createdAt, changedAt } = event
      const made = calendar.createEvent({
        id: `${record}-${about}@stocktake`,
        sequence,
        stamp: new Date(changedAt),
        created: new Date(createdAt),
        lastModified: new Date(changedAt),
        start: new Date(event.day),
        end: new Date(addDays(event.day, 1)),
        allDay: true,
        transparency: ICalEventTransparency.TRANSPARENT,
        ...(titles === 'full'
          ? { summary: summaryOf(event), url: `${baseUrl}/open/${client}/${record}` }
          : { summary: redacted }),
      })
      if (reminderDays !== null)
        made.createAlarm({ type: ICalAlarmType.display, trigger: reminderDays * day, description: made.summary() })
    }
  const text = calendar.toString()
  return text.endsWith('\r\n') ? text : `${text}\r\n`
}

const inOrder = (events: Revised[]): Revised[] =>
  [...events].sort((a, b) => (a.day === b.day ? (a.record < b.record ? -1 : 1) : a.day < b.day ? -1 : 1))

const words: Record<DatedEvent['about'], string> = {
  'cancel-by': 'Last day to cancel',
  'term-end': 'Term ends',
  expiry: 'Expires',
}

const summaryOf = ({ about, title, client }: DatedEvent): string => `${words[about]}: ${title}, ${oneLine(client)}`
