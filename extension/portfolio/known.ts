import type { Uuid } from '../../shared/model/id.ts'
import type { ProblemCode } from '../../shared/problem.ts'
import type { ClientDays } from './days.ts'
import type { WaitingNow } from './waiting.ts'
import type { ClientWorth } from './worth.ts'

/** What is told as it is worked out: each of one client, or of what waits in all of them. */
export type Told =
  | { is: 'days'; client: Uuid; days: ClientDays }
  | { is: 'worth'; client: Uuid; worth: ClientWorth }
  /** Nothing of this client could be told; the others are. */
  | { is: 'failed'; client: Uuid; problem: ProblemCode }
  | { is: 'waiting'; waiting: WaitingNow }
  | { is: 'drafts'; drafts: Map<Uuid | null, number> }
  | { is: 'unreadable'; problem: ProblemCode }
  /** All of it is worked out anew: what was not readable may be now. */
  | { is: 'asked-again' }

/** All that was told so far. */
export type Known = {
  days: ReadonlyMap<Uuid, ClientDays>
  worth: ReadonlyMap<Uuid, ClientWorth>
  failed: ReadonlyMap<Uuid, ProblemCode>
  waiting?: WaitingNow
  drafts?: ReadonlyMap<Uuid | null, number>
  /** Why nothing can be read at all. */
  problem?: ProblemCode
}

export const nothingKnown: Known = { days: new Map(), worth: new Map(), failed: new Map() }

/** What was told of a client before stays on screen until it is told anew. */
export function learned(known: Known, told: Told): Known {
  switch (told.is) {
    case 'days':
      return { ...known, days: new Map(known.days).set(told.client, told.days), failed: without(known.failed, told) }
    case 'worth':
      return { ...known, worth: new Map(known.worth).set(told.client, told.worth) }
    case 'failed':
      return {
        ...known,
        days: without(known.days, told),
        worth: without(known.worth, told),
        failed: new Map(known.failed).set(told.client, told.problem),
      }
    case 'waiting':
      return { ...known, waiting: told.waiting }
    case 'drafts':
      return { ...known, drafts: told.drafts }
    case 'unreadable':
      return { ...known, problem: told.problem }
    case 'asked-again': {
      const { problem: _, ...rest } = known
      return rest
    }
  }
}

function without<T>(all: ReadonlyMap<Uuid, T>, { client }: { client: Uuid }): ReadonlyMap<Uuid, T> {
  if (!all.has(client)) return all
  const rest = new Map(all)
  rest.delete(client)
  return rest
}
