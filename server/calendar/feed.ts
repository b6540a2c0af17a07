import { hash } from 'node:crypto'
import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import type { CalendarRow } from '../db/alert-tables.ts'
import type { Database } from '../db/database.ts'
import { tokenHash } from '../devices/token.ts'
import { clientsOf } from '../workspaces/clients.ts'
import { activeReader, mayRead } from '../workspaces/readers.ts'
import { Scope } from '../workspaces/scope.ts'
import { eventsOf, remember, revised } from './events.ts'
import type { ClientEvents } from './written.ts'

/** The calendar that a secret opens, while it is not revoked. Looked up by its hash, as a token is (T25). */
export const calendarBySecret = ({ people }: Database, secret: string): Promise<CalendarRow | undefined> =>
  people
    .selectFrom('calendars')
    .selectAll()
    .where('secret_hash', '=', tokenHash(secret))
    .where('revoked_at', 'is', null)
    .executeTakeFirst()

type Head = { id: Uuid; epoch: string; seq: number }
export type Readable = { etag: string; clients: Uuid[] }

/**
 * What the calendar shows now and a tag for exactly that: it is made of the versions of everything that the events are
 * derived from, so a program that has it already costs no derivation. Nothing opens for a member who is one no more.
 */
export function readable(
  database: Database,
  calendar: CalendarRow,
  today: Day,
  baseUrl: string,
): Promise<Outcome<Readable>> {
  const { workspace, member, client } = calendar
  return Scope.asServer(
    database,
    workspace,
    workspace,
    async (scope) => {
      const reader = await activeReader(scope, member)
      if (!reader) return fail('NOT_FOUND')
      const heads: Head[] = []
      for (const head of await clientsOf(scope))
        if ((client === null || head.id === client) && (await mayRead(scope, reader, head.id))) heads.push(head)
      const { epoch, seq } = scope.row
      const made = JSON.stringify([
        calendar.id,
        calendar.titles,
        calendar.reminder_days,
        today,
        baseUrl,
        epoch,
        seq,
        heads,
      ])
      // Weak (RFC 9110 §8.8.1): another version of this program may write the same events with other folds.
      return ok({ etag: `W/"${hash('sha256', made, 'base64url')}"`, clients: heads.map(({ id }) => id) })
    },
    'read',
  )
}

/** The whole feed, one client at a time. */
export async function feedOf(
  database: Database,
  calendar: CalendarRow,
  { clients }: Readable,
  { today, now, baseUrl }: { today: Day; now: Date; baseUrl: string },
): Promise<Outcome<string>> {
  const found: ClientEvents[] = []
  for (const client of clients) {
    const events = await eventsIn(database, calendar, client, today, now)
    if (!events.ok) return events
    found.push({ client, events: events.value ?? [] })
  }
  const { name, titles, reminder_days: reminderDays } = calendar
  // What writes it is loaded with the first feed that somebody asks for.
  const { written } = await import('./written.ts')
  return ok(written(found, { name, titles, reminderDays, baseUrl }))
}

type Events = Outcome<ClientEvents['events'] | undefined>

/** Reads; and only where an event is new or has changed, writes that down first. */
async function eventsIn(
  database: Database,
  { workspace, member }: CalendarRow,
  client: Uuid,
  today: Day,
  now: Date,
): Promise<Events> {
  const read = async (scope: Scope): Promise<Events> => {
    // R6: asked again here, as the right may have ended since the calendar was opened.
    const reader = await activeReader(scope, member)
    if (!reader || !(await mayRead(scope, reader, client))) return ok([])
    return ok(await revised(scope, await eventsOf(scope, today)))
  }
  const known = await Scope.asServer(database, workspace, client, read, 'read')
  if (!known.ok || known.value) return known
  return Scope.asServer(database, workspace, client, async (scope) => {
    await remember(scope, await eventsOf(scope, today), now)
    return read(scope)
  })
}
