import { useEffect, useState } from 'preact/hooks'
import { resolveVendor } from '../../shared/vendor-directory/index.ts'
import type { Database } from '../db/database.ts'
import { storedValue } from '../db/storage-problem.ts'
import { emptyPlan, type Plan, signatureOf } from './plan.ts'
import { planFor, recallPlan } from './remembered.ts'
import type { SheetReading } from './sheet.ts'

export type SaidPlan = {
  /** Null until it is known what was said before. */
  plan: Plan | null
  /** It is what was said of an earlier file, and nothing else. */
  remembered: boolean
  /** Where the product was taken from, as long as nobody typed it. */
  fromBy: 'name' | 'memory' | null
  say: (over: Partial<Plan>) => void
}

/** What is remembered for files of this kind, then what the person says over it. */
export function usePlan(db: Database, reading: SheetReading | undefined, name: string): SaidPlan {
  const [plan, setPlan] = useState<Plan | null>(null)
  const [remembered, setRemembered] = useState(false)
  const [fromBy, setFromBy] = useState<SaidPlan['fromBy']>(null)
  const signature = reading && signatureOf(reading.table)
  const take = (found: Plan) => {
    setPlan(found)
    setRemembered(found.type !== null || Object.keys({ ...found.columns, ...found.orders }).length > 0)
  }
  useEffect(() => {
    if (signature === undefined) return
    let current = true
    const guess = productIn(name)
    // Where it cannot be read, nothing is remembered; what then cannot be written says why.
    void storedValue(() => planFor(db, signature, guess)).then((found) => {
      if (!current) return
      const first = found.ok ? found.value : { ...emptyPlan, from: guess }
      take(first)
      setFromBy(first.from === '' ? null : first.from === guess ? 'name' : 'memory')
    })
    return () => {
      current = false
    }
  }, [signature])
  const say = (over: Partial<Plan>) => {
    setRemembered(false)
    setPlan((known) => ({ ...(known ?? emptyPlan), ...over }))
    if (over.from === undefined) return
    setFromBy(null)
    void recall(over.from)
  }
  /** Another product: its files may be read in another way. */
  const recall = async (from: string) => {
    const found = await storedValue(() => recallPlan(db, signature ?? '', from))
    if (found.ok && found.value) take(found.value)
  }
  return { plan, remembered, fromBy, say }
}

/** "slack-members-2027.csv" → Slack: a word of the file's name that the directory lists. */
function productIn(name: string): string {
  const words = name.replace(/\.[a-z]{2,4}$/i, '').split(/[^\p{L}\p{N}]+/u)
  const telling = words.filter((word) => word.length >= 4 && !/^\d+$/.test(word))
  return telling.map((word) => resolveVendor(word)?.name).find((found) => found !== undefined) ?? ''
}
