import { useEffect, useState } from 'preact/hooks'
import { type Problem, problem } from '../../shared/problem.ts'
import { watched } from '../db/live.ts'
import { storageProblem } from '../db/storage-problem.ts'

/** What a screen watches: not read yet, read, or not readable. */
export type Live<T> = { state: 'loading' } | { state: 'ready'; value: T } | Failed
export type Failed = { state: 'failed'; problem: Problem; retry: () => void }

/**
 * Watches a query; the screen renders again when any context writes what it read. While new `inputs` are being read the
 * former answer stays on screen, so typing into a search does not flicker. `first` is the answer where it was read before
 * the screen was drawn.
 */
export function useLive<T>(query: () => Promise<T>, inputs: readonly unknown[], first?: T): Live<T> {
  const [live, setLive] = useState<Live<T>>(
    first === undefined ? { state: 'loading' } : { state: 'ready', value: first },
  )
  const [tried, setTried] = useState(0)
  const retry = () => {
    setLive({ state: 'loading' })
    setTried((times) => times + 1)
  }
  useEffect(() => {
    const watching = watched(query).subscribe({
      next: (value) => setLive({ state: 'ready', value }),
      error: (reason: unknown) =>
        setLive({ state: 'failed', problem: problem(storageProblem(reason) ?? 'STORAGE_FAILED'), retry }),
    })
    return () => watching.unsubscribe()
  }, [...inputs, tried])
  return live
}

/** The value where there is one; for parts of a screen that can wait in silence. */
export const valueOr = <T, E>(live: Live<T>, otherwise: E): T | E => (live.state === 'ready' ? live.value : otherwise)
