import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { Database } from '../db/database.ts'
import { watched } from '../db/live.ts'
import { storageProblem } from '../db/storage-problem.ts'
import { type Workspace, workspaceOf } from '../records/workspace.ts'
import { daysOf } from './days.ts'
import type { Told } from './known.ts'
import { rankOf } from './rank.ts'
import { touch } from './touch.ts'
import { draftsByClient, waitingNow } from './waiting.ts'
import { worthOf } from './worth.ts'

export type Wish = { clients: Uuid[]; today: Day }
type Tell = (told: Told) => void

/** A page of a download changes a client every moment: it is worked out anew when nothing came for so long. */
const quiet = 200

/**
 * Works out all clients, one after the other, and again as any context writes: first the days of each, which are soon
 * read, then what whole inventories are made for, the most urgent client first. Gives what ends it.
 */
export function workOut(db: Database, { clients, today }: Wish, tell: Tell): () => void {
  const owed = { days: new Set<Uuid>(), worth: new Set<Uuid>() }
  const ranks = new Map<Uuid, string>()
  const stop = new AbortController()
  let workspace: Promise<Workspace> | undefined
  let isWorking = false
  let pause: ReturnType<typeof setTimeout> | undefined

  const watch = <T>(query: () => Promise<T>, next: (value: T) => void) => {
    const error = (reason: unknown) => tell({ is: 'unreadable', problem: problemOf(reason) })
    const watching = watched(query).subscribe({ next, error })
    stop.signal.addEventListener('abort', () => watching.unsubscribe())
  }
  const owe = (client: Uuid) => {
    owed.days.add(client)
    owed.worth.add(client)
  }
  const work = async () => {
    if (isWorking) return
    isWorking = true
    try {
      for (let next = nextOf(owed, ranks); next && !stop.signal.aborted; next = nextOf(owed, ranks)) {
        owed[next.is].delete(next.client)
        const told = await workedOut(db, next, () => (workspace ??= workspaceOf(db)), today)
        if (told.is === 'days') ranks.set(told.client, rankOf(told.days))
        // It may have been what failed: then it is read anew for the next client.
        if (told.is === 'failed') workspace = undefined
        if (!stop.signal.aborted) tell(told)
      }
    } finally {
      isWorking = false
    }
  }
  /** The first time at once. */
  const each = (act: () => void) => {
    let isFirst = true
    return () => {
      act()
      clearTimeout(pause)
      if (isFirst) void work()
      else pause = setTimeout(() => void work(), quiet)
      isFirst = false
    }
  }
  watch(
    () => touch(db),
    each(() => {
      workspace = undefined
      for (const client of clients) owe(client)
    }),
  )
  for (const client of clients)
    watch(
      () => touch(db, client),
      each(() => owe(client)),
    )
  watch(
    () => waitingNow(db, clients),
    (waiting) => tell({ is: 'waiting', waiting }),
  )
  watch(
    () => draftsByClient(db),
    (drafts) => tell({ is: 'drafts', drafts }),
  )
  return () => {
    stop.abort()
    clearTimeout(pause)
  }
}

type Task = { is: 'days' | 'worth'; client: Uuid }

/** The days of all in the order they were asked for; then what is dear, of the one that stands first. */
function nextOf(owed: Record<Task['is'], Set<Uuid>>, ranks: Map<Uuid, string>): Task | undefined {
  const [soon] = owed.days
  if (soon !== undefined) return { is: 'days', client: soon }
  const by = (client: Uuid) => ranks.get(client) ?? '~'
  const [dear] = [...owed.worth].sort((a, b) => (by(a) < by(b) ? -1 : 1))
  return dear === undefined ? undefined : { is: 'worth', client: dear }
}

/** What cannot be told of one client keeps nobody from the others. */
async function workedOut(db: Database, { is, client }: Task, of: () => Promise<Workspace>, today: Day): Promise<Told> {
  try {
    if (is === 'days') return { is, client, days: await daysOf(db, client, await of(), today) }
    return { is, client, worth: await worthOf(db, client, today) }
  } catch (reason) {
    return { is: 'failed', client, problem: problemOf(reason) }
  }
}

const problemOf = (reason: unknown) => storageProblem(reason) ?? 'STORAGE_FAILED'
