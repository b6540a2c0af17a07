import type { Uuid } from '../../shared/model/id.ts'
import type { ProblemCode } from '../../shared/problem.ts'
import type { ClientCard } from '../records/clients.ts'
import type { ClientDays } from './days.ts'
import type { Known } from './known.ts'
import { rankOf } from './rank.ts'
import type { Waiting, WaitingNow } from './waiting.ts'
import type { ClientWorth } from './worth.ts'

/** One client as its row tells it: what is absent is still being worked out. */
export type ClientRow = {
  client: ClientCard
  failed?: ProblemCode
  days?: ClientDays
  worth?: ClientWorth
  drafts?: number
  waiting?: Waiting
  sync?: Omit<WaitingNow, 'of'>
}

/** The most urgent first, once the days of all are read: until then by name, so that no row moves twice. */
export function rowsOf(clients: ClientCard[], known: Known, before: readonly ClientRow[] = []): ClientRow[] {
  const former = new Map(before.map((row) => [row.client.id, row]))
  const isRead = clients.every(({ id }) => known.days.has(id) || known.failed.has(id))
  const rows = clients.map((client): ClientRow => {
    const { id } = client
    const [failed, days, worth, waiting] = [
      known.failed.get(id) ?? stopped(known, id),
      known.days.get(id),
      known.worth.get(id),
      known.waiting?.of.get(id),
    ]
    const row = {
      client,
      ...(failed ? { failed } : {}),
      ...(days ? { days } : {}),
      ...(worth ? { worth } : {}),
      ...(known.drafts ? { drafts: known.drafts.get(id) ?? 0 } : {}),
      ...(waiting && known.waiting ? { waiting, sync: known.waiting } : {}),
    }
    return alike(row, former.get(id)) ?? row
  })
  // What could not be read stands before all.
  const rank = ({ days }: ClientRow) => (days ? rankOf(days) : '')
  return isRead ? rows.sort((a, b) => compare(rank(a), rank(b))) : rows
}

/** Nothing more comes: of whom not all is told, that is not left to be waited for. */
const stopped = ({ problem, days, worth }: Known, client: Uuid): ProblemCode | undefined =>
  days.has(client) && worth.has(client) ? undefined : problem

/** What was told of a client already stays the same row, which needs not be drawn anew. */
const alike = (row: ClientRow, former: ClientRow | undefined): ClientRow | undefined =>
  former && parts.every((part) => row[part] === former[part]) ? former : undefined
const parts = ['client', 'failed', 'days', 'worth', 'drafts', 'waiting', 'sync'] as const

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
