import type { ProblemCode } from '../../shared/problem.ts'
import type { ClientCard } from '../records/clients.ts'
import type { ClientDays } from './days.ts'
import type { Known } from './known.ts'
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
  /** What it is sorted by where nobody asked otherwise; absent until every client has one, so that no row moves twice. */
  urgency?: string
}

export function rowsOf(clients: ClientCard[], known: Known): ClientRow[] {
  const isRead = clients.every(({ id }) => known.days.has(id) || known.failed.has(id))
  return clients.map((client): ClientRow => {
    const { id } = client
    const [failed, days, worth, waiting] = [
      known.failed.get(id),
      known.days.get(id),
      known.worth.get(id),
      known.waiting?.of.get(id),
    ]
    return {
      client,
      ...(failed ? { failed } : {}),
      ...(days ? { days } : {}),
      ...(worth ? { worth } : {}),
      ...(known.drafts ? { drafts: known.drafts.get(id) ?? 0 } : {}),
      ...(waiting && known.waiting ? { waiting, sync: known.waiting } : {}),
      ...(isRead ? { urgency: urgencyOf(days) } : {}),
    }
  })
}

/** What could not be read, then what is late, then by the next day; without any, by name. */
function urgencyOf(days: ClientDays | undefined): string {
  if (!days) return ''
  const { late, week, cancelBy } = days
  if (late.count > 0) return `0 ${late.first[0]?.on ?? ''}`
  const next = [week.first[0]?.on, cancelBy?.on].flatMap((day) => day ?? []).sort()[0]
  return next === undefined ? '2' : `1 ${next}`
}
