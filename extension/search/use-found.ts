import { useEffect, useRef, useState } from 'preact/hooks'
import type { Database } from '../db/database.ts'
import { searchable } from '../db/listing.ts'
import type { ClientCard } from '../records/clients.ts'
import { findIn } from './find.ts'
import { loadNames, type Names } from './load.ts'
import { recentThings } from './recent.ts'
import { type ShownThing, shownThings } from './shown.ts'

type Wish = { db: Database; active: ClientCard | null; clients: ClientCard[]; typed: string; isEverywhere: boolean }
export type FoundThings = { typed: string; things: ShownThing[]; isReading: boolean }

const most = 24

/** What is found of the things of a client or of all: at once in what is read already, and again as more is. */
export function useFound({ db, active, clients, typed, isEverywhere }: Wish): FoundThings {
  const { names, read, isReading } = useNames(db, active, clients)
  const [found, setFound] = useState<{ typed: string; things: ShownThing[] }>({ typed: '', things: [] })
  useEffect(() => {
    let isWanted = true
    const indexes = isEverywhere ? [...names.values()] : [names.get(active?.id ?? '')].flatMap((one) => one ?? [])
    const wanted =
      typed.trim() === ''
        ? recentThings(isEverywhere || !active ? clients.map(({ id }) => id) : [active.id])
        : findIn(indexes, searchable(typed), most, ({ name }) => name).map(({ of }) => of)
    const show = async () => {
      const things = await shownThings(db, wanted, clients)
      if (isWanted) setFound({ typed, things })
    }
    void show()
    return () => {
      isWanted = false
    }
  }, [typed, isEverywhere, read])
  return { ...found, isReading }
}

/** The active client's names first. Read anew at each opening: what was added meanwhile is found. */
function useNames(db: Database, active: ClientCard | null, clients: ClientCard[]) {
  const names = useRef<Names>(new Map()).current
  const [read, setRead] = useState(0)
  useEffect(() => {
    const stop = new AbortController()
    const readAll = async () => {
      const others = clients.filter(({ id }) => id !== active?.id)
      for (const { id } of active ? [active, ...others] : others) {
        await loadNames(db, [id], names, stop.signal)
        if (stop.signal.aborted) return
        setRead((count) => count + 1)
      }
    }
    void readAll()
    return () => stop.abort()
  }, [])
  return { names, read, isReading: read < clients.length }
}
