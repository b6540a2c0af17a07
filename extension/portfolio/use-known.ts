import { useEffect, useReducer, useState } from 'preact/hooks'
import type { Day } from '../../shared/model/day.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { type Known, learned, nothingKnown, type Told } from './known.ts'
import type { Wish } from './work.ts'

/** The screen is drawn anew no more often than that, in milliseconds, however fast small clients are told of. */
const between = 200

/** What is known of these clients by now; more as it is worked out, and anew as it changes. Left, nothing goes on. */
export function useKnown(clients: Uuid[], today: Day): { known: Known; retry: () => void } {
  const [known, learn] = useReducer((known: Known, told: Told[]) => told.reduce(learned, known), nothingKnown)
  const [tried, setTried] = useState(0)
  useEffect(() => {
    const worker = new Worker('/portfolio-worker.js')
    let heard: Told[] = []
    let waiting: ReturnType<typeof setTimeout> | undefined
    const hear = (told: Told) => {
      heard.push(told)
      waiting ??= setTimeout(() => {
        learn(heard)
        heard = []
        waiting = undefined
      }, between)
    }
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => hear(data)) // what entrypoints/portfolio-worker.ts posts
    worker.addEventListener('error', () => hear({ is: 'unreadable', problem: 'STORAGE_FAILED' }))
    worker.postMessage({ clients, today } satisfies Wish)
    return () => {
      worker.terminate()
      clearTimeout(waiting)
    }
  }, [clients.join(), today, tried])
  const retry = () => {
    learn([{ is: 'asked-again' }])
    setTried((times) => times + 1)
  }
  return { known, retry }
}
