import { useEffect, useReducer } from 'preact/hooks'
import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { type Known, learned, nothingKnown, type Told } from './known.ts'
import type { Wish } from './work.ts'

/** What is known of these clients by now; more as it is worked out, and anew as it changes. Left, nothing goes on. */
export function useKnown(clients: Uuid[], today: Day): Known {
  const [known, learn] = useReducer(learned, nothingKnown)
  useEffect(() => {
    const worker = new Worker('/portfolio-worker.js')
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => learn(data)) // what entrypoints/portfolio-worker.ts posts
    worker.addEventListener('error', () => learn({ is: 'unreadable', problem: 'STORAGE_FAILED' }))
    worker.postMessage({ clients, today } satisfies Wish)
    return () => worker.terminate()
  }, [clients.join(), today])
  return known
}
