import type { Day, Instant } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { ProblemCode } from '../../shared/problem.ts'
import type { ClientCard } from '../records/clients.ts'
import { findingAddress } from '../ui/finding-address.ts'
import type { ClientDays, DayLine } from './days.ts'
import type { Known } from './known.ts'
import type { Waiting } from './waiting.ts'
import type { ClientWorth, Worthy } from './worth.ts'

/** One thing to do this week. Each is of one client, but drafts that nobody has said whose they are. */
export type WeekLine = { key: string; client: ClientCard | null } & (
  | { is: 'failed'; problem: ProblemCode }
  /** `next` comes after this week, and is told where there is room for it. */
  | { is: 'late' | 'day' | 'next'; of: DayLine }
  /** As many more of one client, which are told on its own page. */
  | { is: 'more-late' | 'more-days'; count: number }
  | { is: 'refused' | 'conflicts' | 'drafts'; count: number }
  | { is: 'stuck'; count: number; since: Instant }
  | { is: 'alerts'; count: number; on?: Day }
  | { is: 'saving'; of: Worthy }
)

/** Goes to a page of a client; null where it is of no client. */
export type Open = (client: ClientCard | null, address: string) => Promise<void>

/** `days`, `worth`: of how many clients they are told; `savings` and alerts are in it only once all are. */
export type Week = {
  lines: WeekLine[]
  next: WeekLine[]
  days: number
  worth: number
  isRead: boolean
  isWhole: boolean
}

/** What can still be met comes after what was missed, what waits after what has a day, then what saves money, and what is told in good time. */
const order: WeekLine['is'][] = [
  'failed',
  'late',
  'more-late',
  'day',
  'more-days',
  'refused',
  'conflicts',
  'stuck',
  'drafts',
  'saving',
  'alerts',
  'next',
]
/** So many findings of all clients are worth a line here. */
const savings = 5
/** A change that has waited for so long is not merely on its way. */
const stuckAfter = 24 * 60 * 60 * 1000

/**
 * What needs doing this week, the most urgent first. Nothing is put in between what is shown already: before the days of
 * all clients are read there is no line, and what is dear comes at the end, all of it at once.
 */
export function weekOf(clients: ClientCard[], known: Known, now: Date): Week {
  const told = (of: ReadonlyMap<Uuid, unknown>) => clients.filter(({ id }) => of.has(id) || known.failed.has(id)).length
  const [days, worth] = [told(known.days), told(known.worth)]
  const isRead = days === clients.length && known.waiting !== undefined && known.drafts !== undefined
  const isWhole = isRead && worth === clients.length
  const lines = isRead ? clients.flatMap((client) => soonLines(client, known, now)) : []
  const nobodys = (isRead && known.drafts?.get(null)) || 0
  if (nobodys > 0) lines.push({ key: 'drafts', client: null, is: 'drafts', count: nobodys })
  if (isWhole) lines.push(...dearLines(clients, known))
  const next = isWhole ? clients.flatMap((client) => nextLines(client, known)) : []
  return { lines: lines.sort(byUrgency), next: next.sort(byUrgency), days, worth, isRead, isWhole }
}

/** What has a day, and what waits for a person or for the server. */
function soonLines(client: ClientCard, known: Known, now: Date): WeekLine[] {
  const problem = known.failed.get(client.id)
  const days = known.days.get(client.id)
  const waiting = known.waiting?.of.get(client.id)
  const drafts = known.drafts?.get(client.id) ?? 0
  const about = aboutOf(client)
  return [
    ...(problem ? [{ ...about('failed'), is: 'failed' as const, problem }] : []),
    ...(days ? dayLines(client, days) : []),
    ...(waiting ? waitingLines(client, waiting, known.waiting?.server === true, now) : []),
    ...(drafts > 0 ? [{ ...about('drafts'), is: 'drafts' as const, count: drafts }] : []),
  ]
}

const aboutOf = (client: ClientCard) => (what: string) => ({ key: `${client.id} ${what}`, client })

function dayLines(client: ClientCard, { late, week }: ClientDays): WeekLine[] {
  const about = aboutOf(client)
  const lines = (is: 'late' | 'day', more: 'more-late' | 'more-days', { first, count }: ClientDays['late']) => [
    ...first.map((of): WeekLine => ({ ...about(`${is} ${of.id}`), is, of })),
    ...(count > first.length ? [{ ...about(more), is: more, count: count - first.length }] : []),
  ]
  return [...lines('late', 'more-late', late), ...lines('day', 'more-days', week)]
}

const nextLines = (client: ClientCard, { days }: Known): WeekLine[] =>
  (days.get(client.id)?.next ?? []).map((of) => ({ ...aboutOf(client)(`next ${of.id}`), is: 'next', of }))

function waitingLines(client: ClientCard, waiting: Waiting, server: boolean, now: Date): WeekLine[] {
  const { conflicts, refused, queued, since } = waiting
  const about = aboutOf(client)
  const isStuck = server && since !== null && now.getTime() - Date.parse(since) > stuckAfter
  return [
    ...(refused > 0 ? [{ ...about('refused'), is: 'refused' as const, count: refused }] : []),
    ...(conflicts > 0 ? [{ ...about('conflicts'), is: 'conflicts' as const, count: conflicts }] : []),
    ...(isStuck ? [{ ...about('stuck'), is: 'stuck' as const, count: queued, since }] : []),
  ]
}

function dearLines(clients: ClientCard[], { worth }: Known): WeekLine[] {
  const each = (lines: (client: ClientCard, worth: ClientWorth) => WeekLine[]) =>
    clients.flatMap((client) => {
      const of = worth.get(client.id)
      return of ? lines(client, of) : []
    })
  const alerts = each((client, { alerts }) =>
    alerts.count > 0 ? [{ ...aboutOf(client)('alerts'), is: 'alerts', ...alerts }] : [],
  )
  const saving = each((client, { findings }) =>
    findings.first.map((of) => ({ ...aboutOf(client)(of.finding.key), is: 'saving', of })),
  )
  return [...alerts, ...saving.sort(byUrgency).slice(0, savings)]
}

/** By what it is, then by its day, of one day by the money; what was missed last comes first, as it may still be mended. */
export function byUrgency(a: WeekLine, b: WeekLine): number {
  const [one, other] = [order.indexOf(a.is), order.indexOf(b.is)]
  if (one !== other) return one - other
  const days = compare(dayOf(a), dayOf(b))
  if (days !== 0) return a.is === 'late' ? -days : days
  return weightOf(b) - weightOf(a) || compare(a.client?.name ?? '~', b.client?.name ?? '~') || compare(a.key, b.key)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
export const isDated = (line: WeekLine): line is Extract<WeekLine, { is: 'late' | 'day' | 'next' }> =>
  line.is === 'late' || line.is === 'day' || line.is === 'next'
const dayOf = (line: WeekLine): string => (isDated(line) ? line.of.on : line.is === 'alerts' ? (line.on ?? '~') : '')
const weightOf = (line: WeekLine): number => {
  if (isDated(line) || line.is === 'saving') return line.of.weight
  return 'count' in line ? line.count : 0
}

/** Where it is dealt with, once its client is the active one. */
export function addressOf(line: WeekLine): string {
  switch (line.is) {
    case 'late':
    case 'day':
    case 'next':
      return line.of.type === 'subscription' ? `/app.html#inventory/${line.of.id}` : `/app.html#renewals/${line.of.id}`
    case 'more-late':
    case 'more-days':
    case 'alerts':
      return '/app.html#renewals'
    case 'refused':
    case 'conflicts':
    case 'drafts':
      return '/review.html'
    case 'stuck':
      return '/app.html#settings/server'
    case 'saving':
      return findingAddress(line.of.finding.key)
    case 'failed':
      return '/app.html#inventory'
  }
}
