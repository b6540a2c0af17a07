import { useState } from 'preact/hooks'
import type { ListView } from '../../settings/list-view.ts'

type Now = { view: ListView; search: string; closed: ReadonlySet<string> }
export type Standing = Now & { change: (part: Partial<Now>) => void }

/** As a person left it: a list stands so when they come back to it, until the page is closed. */
const left = new Map<string, Now>()

export function useView(list: string, usual: ListView): Standing {
  const [now, setNow] = useState<Now>(() => left.get(list) ?? { view: usual, search: '', closed: new Set() })
  const change = (part: Partial<Now>) =>
    setNow((before) => {
      const next = { ...before, ...part }
      left.set(list, next)
      return next
    })
  return { ...now, change }
}
