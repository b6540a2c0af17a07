import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { Instant } from '../../shared/model/day.ts'
import { Uuid } from '../../shared/model/id.ts'
import { Label } from '../../shared/model/values.ts'
import { fail, type Outcome, ok } from '../../shared/problem.ts'
import { note } from '../audit/note.ts'
import type { CalendarRow } from '../db/alert-tables.ts'
import { newToken, type Random, tokenHash } from '../devices/token.ts'
import { oneLine } from '../inventory/title.ts'
import { clientsOf } from '../workspaces/clients.ts'
import { mayRead } from '../workspaces/readers.ts'
import type { Scope } from '../workspaces/scope.ts'

const mostCalendars = 20

export const CalendarRequest = z.strictObject({
  name: Label.default('Renewals'),
  /** One client alone; else every one that the member may see. */
  client: z.optional(Uuid),
  titles: z.enum(['full', 'redacted']).default('full'),
  /** Days before each date at which the calendar program reminds. */
  reminderDays: z.int().min(0).max(365).optional(),
})
export const Calendar = z.strictObject({
  id: Uuid,
  name: z.string(),
  client: z.optional(Uuid),
  titles: z.enum(['full', 'redacted']),
  reminderDays: z.int().optional(),
  createdAt: Instant,
})
type Calendar = z.infer<typeof Calendar>

const shown = ({ id, name, client, titles, reminder_days, created_at }: CalendarRow): Calendar => ({
  id,
  name,
  ...(client === null ? {} : { client }),
  titles,
  ...(reminder_days === null ? {} : { reminderDays: reminder_days }),
  createdAt: created_at,
})

const living = (scope: Scope, member: Uuid) =>
  scope.tx
    .selectFrom('calendars')
    .selectAll()
    .where('workspace', '=', scope.row.workspace)
    .where('member', '=', member)
    .where('revoked_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()

/** A member's own calendars, without their secrets: those are nowhere any more. */
export async function listCalendars(scope: Scope): Promise<Outcome<{ calendars: Calendar[] }>> {
  return scope.author ? ok({ calendars: (await living(scope, scope.author.member)).map(shown) }) : fail('NOT_FOUND')
}

/** T36: one note, in the workspace's chain. */
export async function addCalendar(
  scope: Scope,
  { name, client, titles, reminderDays }: z.infer<typeof CalendarRequest>,
  { now, random }: { now: Date; random: Random },
): Promise<Outcome<{ calendar: Calendar; secret: string }>> {
  if (!scope.author) return fail('NOT_FOUND')
  const { member, role, clients } = scope.author
  // T20: one that is not theirs to read answers like one that is nowhere.
  const isTheirs = async (asked: Uuid) =>
    (await mayRead(scope, { id: member, role, clients }, asked)) &&
    (await clientsOf(scope)).some(({ id }) => id === asked)
  if (client !== undefined && !(await isTheirs(client))) return fail('NOT_FOUND')
  if ((await living(scope, member)).length >= mostCalendars) return fail('LIMIT_REACHED')
  const [id, secret] = [randomUUID(), newToken(random)]
  const row: CalendarRow = {
    workspace: scope.row.workspace,
    id,
    member,
    name: oneLine(name),
    secret_hash: tokenHash(secret),
    client: client ?? null,
    titles,
    reminder_days: reminderDays ?? null,
    created_at: now.toISOString(),
    revoked_at: null,
  }
  await scope.tx.insertInto('calendars').values(row).execute()
  await note(scope, { kind: 'calendar-added', about: { calendar: id, client: client ?? null, titles } }, now)
  return ok({ calendar: shown(row), secret })
}

/** From the commit of this on, its address opens nothing. */
export async function revokeCalendar(scope: Scope, id: Uuid, now: Date): Promise<Outcome<{ revoked: Uuid }>> {
  const { numUpdatedRows } = await scope.tx
    .updateTable('calendars')
    .set({ revoked_at: now.toISOString() })
    .where('workspace', '=', scope.row.workspace)
    .where('member', '=', scope.author?.member ?? '')
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return fail('NOT_FOUND')
  await note(scope, { kind: 'calendar-revoked', about: { calendar: id } }, now)
  return ok({ revoked: id })
}
