import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { problem } from '../../shared/problem.ts'
import type { Database } from '../db/database.ts'
import { type Live, useLive } from '../ui/use-live.ts'
import { type KeptEntries, keptEntriesReader } from './kept-entries.ts'

/** As long as what is about to come is waited for, before the list is shown as it last was. */
const patience = 400

export type EntriesNow = KeptEntries & {
  /** It is as it last was; what changed since is being worked out. */
  isLate: boolean
}

/** The list of a client: as it is kept where that still holds, else as the worker works it out anew. */
export function useEntries(db: Database, client: Uuid, today: Day): Live<EntriesNow> {
  const { version: build } = browser.runtime.getManifest()
  const read = useMemo(() => keptEntriesReader(db, { client, today, build }), [client, today])
  const live = useLive(read, [read])
  const [isPatient, setPatient] = useState(true)
  const [isFailed, setFailed] = useState(false)
  const wasShown = useRef(false)
  const now = live.state === 'ready' ? live.value : undefined
  const late = now && !now.isFresh ? now.mark : undefined
  useEffect(() => {
    if (late === undefined) return
    const waiting = setTimeout(() => setPatient(false), patience)
    bringUpToDate(db, client, today).then(
      () => setFailed(false),
      () => setFailed(true),
    )
    return () => clearTimeout(waiting)
  }, [late])
  if (live.state === 'failed') return live
  if (now?.kept && (now.isFresh || !isPatient || wasShown.current)) {
    wasShown.current = true
    return { state: 'ready', value: { ...now.kept, isLate: !now.isFresh } }
  }
  return isFailed ? { state: 'failed', problem: problem('STORAGE_FAILED') } : { state: 'loading' }
}

/** By the worker; where that died or is none, here. */
async function bringUpToDate(db: Database, client: Uuid, today: Day): Promise<void> {
  try {
    const { send } = await import('../messages.ts')
    await send('deriveEntries', { client, today })
  } catch {
    const { deriveEntries } = await import('./derive-entries.ts')
    await deriveEntries(db, client, today, browser.runtime.getManifest().version)
  }
}
