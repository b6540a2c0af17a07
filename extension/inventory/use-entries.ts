import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { type ProblemCode, problem } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { storageProblem } from '../db/storage-problem.ts'
import { type Live, useLive } from '../ui/use-live.ts'
import { beginReading, takeBegun } from './begun-entries.ts'
import { type EntriesWish, type KeptEntries, keptEntriesReader, unpacked } from './kept-entries.ts'

/** As long as what is about to come is waited for, before the list is shown as it last was. */
const patience = 400

export type EntriesNow = KeptEntries & {
  /** It is as it last was: what changed since is still to come, or could not be worked out. */
  late: 'coming' | 'failed' | undefined
  retry: () => void
}

const wishOf = (client: Uuid, today: Day): EntriesWish => ({
  client,
  today,
  build: browser.runtime.getManifest().version,
})

/** Reads the kept list before there is a screen for it. */
export const beginEntries = (db: Database, client: Uuid, today: Day): Promise<void> =>
  beginReading(db, wishOf(client, today))

/** The list of a client: as it is kept where that still holds, else as the worker works it out anew. */
export function useEntries(db: Database, client: Uuid, today: Day): Live<EntriesNow> {
  const wish = wishOf(client, today)
  const ahead = useMemo(() => takeBegun(wish), [client, today])
  const read = useMemo(() => ahead?.read ?? keptEntriesReader(db, wish), [client, today])
  const live = useLive(read, [read], ahead?.now)
  const [isPatient, setPatient] = useState(true)
  const [made, setMade] = useState<Made>()
  const [tried, setTried] = useState(0)
  const wasShown = useRef(false)
  const now = live.state === 'ready' ? live.value : undefined
  const isLate = now !== undefined && !now.isFresh
  const mark = now?.mark
  useEffect(() => {
    if (isLate && mark !== undefined) void bringUpToDate(db, wish).then((made) => setMade({ ...made, mark }))
  }, [isLate, mark, tried])
  useEffect(() => {
    if (!isLate) return
    const waiting = setTimeout(() => setPatient(false), patience)
    return () => clearTimeout(waiting)
  }, [isLate])
  if (live.state === 'failed') return live
  const retry = () => {
    setMade(undefined)
    setTried((times) => times + 1)
  }
  // Worked out, and not to be kept.
  const own = isLate && made?.mark === mark ? made : undefined
  if (own?.kept) return { state: 'ready', value: { ...own.kept, late: undefined, retry } }
  if (now?.kept && (now.isFresh || !isPatient || wasShown.current)) {
    wasShown.current = true
    const late = own?.problem === undefined ? 'coming' : 'failed'
    return { state: 'ready', value: { ...now.kept, late: now.isFresh ? undefined : late, retry } }
  }
  if (own?.problem === undefined) return { state: 'loading' }
  return { state: 'failed', problem: problem(own.problem), retry }
}

/** What came of working it out: it is kept, or it is here, or neither was possible. */
type Made = { mark?: string; kept?: KeptEntries; problem?: ProblemCode }

/** By the worker; where that died, or could not keep it, here. */
async function bringUpToDate(db: Database, wish: EntriesWish): Promise<Made> {
  const { send } = await import('../messages.ts')
  const { client, today } = wish
  const answer = await send('deriveEntries', { client, today }).catch(() => undefined)
  if (answer?.kept) return {}
  try {
    const { deriveEntries } = await import('./derive-entries.ts')
    return { kept: unpacked(await deriveEntries(db, wish)) }
  } catch (reason) {
    return { problem: storageProblem(reason) ?? 'STORAGE_FAILED' }
  }
}
