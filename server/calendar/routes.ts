import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { Uuid } from '../../shared/model/id.ts'
import { ok, problem } from '../../shared/problem.ts'
import { parsed, readJson } from '../http/body.ts'
import { type Described, documented } from '../http/documented.ts'
import type { Deps, Env, MemberEnv } from '../http/env.ts'
import { answer, answerProblem, notFound } from '../http/problem.ts'
import { mayTry } from '../people/attempts.ts'
import { Scope } from '../workspaces/scope.ts'
import { addCalendar, Calendar, CalendarRequest, listCalendars, revokeCalendar } from './acts.ts'
import { calendarBySecret, feedOf, readable } from './feed.ts'

const listed: Described = {
  id: 'listCalendars',
  summary: 'The calendar feeds that this member has made; their addresses are told only when they are made.',
  answers: z.strictObject({ calendars: z.array(Calendar) }),
}
const made: Described = {
  id: 'addCalendar',
  summary: 'A calendar feed (iCalendar) at a secret address, of one client or of all that the member may see.',
  takes: CalendarRequest,
  answers: z.strictObject({ calendar: Calendar, url: z.string() }),
  problems: ['NOT_FOUND', 'LIMIT_REACHED'],
}
const revoked: Described = {
  id: 'revokeCalendar',
  summary: 'Takes a calendar feed its address: it opens nothing from that second.',
  path: { calendar: 'The id of a calendar feed of this member.' },
  answers: z.strictObject({ revoked: Uuid }),
}
const fed: Described = {
  id: 'calendar',
  summary: 'The dates of renewals as RFC 5545 writes them, for whoever has the secret address.',
  member: false,
  path: { feed: 'The secret of a calendar feed, and .ics.' },
  pathSchema: z.string().regex(/^[A-Za-z0-9_-]{43}\.ics$/),
  as: 'text/calendar',
  answers: z.string(),
  problems: ['RATE_LIMITED'],
}

export function calendarRoutes({ database, clock, random, baseUrl }: Deps) {
  return new Hono<MemberEnv>()
    .get('/', documented(listed), async (context) => {
      const member = context.get('member')
      return answer(context, await Scope.read(database, member, member.workspace, listCalendars))
    })
    .post('/', documented(made), async (context) => {
      const json = await readJson(context)
      const body = json.ok ? parsed(CalendarRequest, json.value) : json
      if (!body.ok) return answer(context, body)
      const member = context.get('member')
      const added = await Scope.open(database, member, member.workspace, (scope) =>
        addCalendar(scope, body.value, { now: clock(), random }),
      )
      if (!added.ok) return answer(context, added)
      const { calendar, secret } = added.value
      return answer(context, ok({ calendar, url: `${baseUrl}/calendar/${secret}.ics` }))
    })
    .delete('/:calendar', documented(revoked), async (context) => {
      const id = Uuid.safeParse(context.req.param('calendar'))
      if (!id.success) return notFound(context)
      const member = context.get('member')
      return answer(
        context,
        await Scope.open(database, member, member.workspace, (scope) => revokeCalendar(scope, id.data, clock())),
      )
    })
}

/** Calendar programs ask a few times an hour; each asking reads every client. */
const allowance = { most: 60, minutes: 15 }

/** What calendar programs ask: they have no token, so the address itself is the secret. */
export const calendarFeeds = ({ database, clock, baseUrl }: Deps) =>
  new Hono<Env>().get('/:feed', documented(fed), async (context) => {
    const secret = /^([A-Za-z0-9_-]{43})\.ics$/.exec(context.req.param('feed'))?.[1]
    const calendar = secret === undefined ? undefined : await calendarBySecret(database, secret)
    if (!calendar) return notFound(context)
    const now = clock()
    if (!(await mayTry(database, `calendar ${calendar.id}`, allowance, now)))
      return answerProblem(context, problem('RATE_LIMITED'))
    const today = now.toISOString().slice(0, 10)
    const shown = await readable(database, calendar, today, baseUrl)
    if (!shown.ok) return answerProblem(context, shown.problem)
    const { etag } = shown.value
    if (isKnown(context, etag)) return context.body(null, 304, stamps(etag))
    const feed = await feedOf(database, calendar, shown.value, { today, now, baseUrl })
    if (!feed.ok) return answerProblem(context, feed.problem)
    return context.body(feed.value, 200, {
      ...stamps(etag),
      'content-type': 'text/calendar; charset=utf-8; method=PUBLISH',
      'content-disposition': 'inline; filename="renewals.ics"',
    })
  })

/** Kept by the program that asked and by no cache between: it may be asked for again at any time. */
const stamps = (etag: string) => ({
  etag,
  'cache-control': 'private, no-cache',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
})

/** RFC 9110 §13.1.2: one of several tags, compared weakly, or any. */
function isKnown(context: Context, etag: string): boolean {
  const plain = (tag: string) => tag.trim().replace(/^W\//, '')
  const tags = (context.req.header('if-none-match') ?? '').split(',')
  return tags.some((tag) => tag.trim() === '*' || plain(tag) === plain(etag))
}
