import { useEffect, useMemo, useState } from 'preact/hooks'
import type { RowSteps } from '../heuristics/steps.ts'

/** Time at a stretch, in milliseconds: a key pressed meanwhile is answered before a person notices. */
const slice = 30
/** What is done is told so often: each time the screen is painted anew. */
const tellEvery = 250

type Running = { signal: AbortSignal; onProgress: (done: number) => void }

/** What the steps come to, the screen going on between them; undefined where it was given up for another. */
export async function inSlices<T>(steps: RowSteps<T>, { signal, onProgress }: Running): Promise<T | undefined> {
  let from = performance.now()
  let told = Number.NEGATIVE_INFINITY
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value
    if (performance.now() - from < slice) continue
    if (from - told >= tellEvery) {
      onProgress(step.value)
      told = from
    }
    await new Promise((resolve) => setTimeout(resolve))
    if (signal.aborted) return undefined
    from = performance.now()
  }
}

export type Stepped<T> = {
  /** Of the latest wish that was worked out; what a person looks at until the next one is. */
  value: T
  /** It is what is wished now. */
  current: boolean
  /** How many rows of what is wished now are done. */
  done: number
}

/** Worked out anew with every new wish; the newest one counts, and what was begun for an earlier one is never shown. */
export function useSteps<T>(begin: () => RowSteps<T>, first: T, wishes: readonly unknown[]): Stepped<T> {
  const wish = useMemo(() => ({}), wishes)
  const [told, setTold] = useState<{ wish: object | null; value: T }>({ wish: null, value: first })
  const [progress, setProgress] = useState<{ wish: object; done: number }>({ wish, done: 0 })
  useEffect(() => {
    const stop = new AbortController()
    const onProgress = (done: number) => setProgress({ wish, done })
    const steps = begin()
    void inSlices(done(steps), { signal: stop.signal, onProgress }).then((outcome) => {
      if (outcome && !stop.signal.aborted) setTold({ wish, value: outcome.value })
    })
    return () => stop.abort()
  }, [wish])
  return { value: told.value, current: told.wish === wish, done: progress.wish === wish ? progress.done : 0 }
}

/** Told apart from what was given up, also where it comes to nothing. */
function* done<T>(steps: RowSteps<T>): RowSteps<{ value: T }> {
  return { value: yield* steps }
}
