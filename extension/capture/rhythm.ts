/** After the last change, before looking; and the longest that a page which never rests is left alone. */
const quiet = 300
const longest = 2000
/** A page that changes all the time and shows nothing new (a clock, an animation) is looked at ever more rarely. */
const slowest = 8

export type Rhythm = {
  /** Something changed; `fresh` where it is surely something new, a response or another page. */
  soon: (fresh?: boolean) => void
}

/** Calls `act` soon after things happened, not for each of them. `act` says whether it found anything new. */
export function rhythmOf(act: () => Promise<boolean>, signal: AbortSignal): Rhythm {
  let timer: ReturnType<typeof setTimeout> | undefined
  let [due, pace] = [0, 1]
  const run = async () => {
    timer = undefined
    pace = (await act()) ? 1 : Math.min(pace * 2, slowest)
  }
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true })
  return {
    soon(fresh = false) {
      if (signal.aborted) return
      const now = Date.now()
      if (fresh && pace > 1) [due, pace] = [now + longest, 1]
      if (timer === undefined) due = now + longest * pace
      clearTimeout(timer)
      timer = setTimeout(run, Math.max(0, Math.min(quiet * pace, due - now)))
    },
  }
}
