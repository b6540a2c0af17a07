import type { Database } from '../db/database.ts'
import type { FileMapping } from '../db/schema.ts'
import { emptyPlan, Plan } from './plan.ts'

const kept = 500

/** What was said of files of this kind and product. */
export async function recallPlan(db: Database, signature: string, from: string): Promise<Plan | undefined> {
  const row = await db.fileMappings.get([signature, from])
  return row && parsed(row)
}

const parsed = ({ plan }: FileMapping): Plan | undefined => Plan.safeParse(JSON.parse(plan)).data

/** Kept when an import begins: what was tried and not used is not remembered. */
export async function rememberPlan(db: Database, signature: string, plan: Plan): Promise<void> {
  const usedAt = new Date().toISOString()
  await db.transaction('rw', db.fileMappings, async () => {
    await db.fileMappings.put({ signature, from: plan.from, plan: JSON.stringify(plan), usedAt })
    const over = (await db.fileMappings.count()) - kept
    if (over > 0) await db.fileMappings.orderBy('usedAt').limit(over).delete()
  })
}

/**
 * The plan for a file: what was said of its kind, for the product that its name tells. Where the same columns came from
 * several products before, how they are read is known, but which one it is must be said again.
 */
export async function planFor(db: Database, signature: string, guess: string): Promise<Plan> {
  const range = db.fileMappings.where('[signature+from]').between([signature, ''], [signature, '\uffff'])
  const known = (await range.toArray()).sort((a, b) => (a.usedAt < b.usedAt ? 1 : -1))
  const [latest] = known
  const own = known.find(({ from }) => from === guess) ?? latest
  const plan = own && parsed(own)
  if (!plan) return { ...emptyPlan, from: guess }
  return plan.from === guess || (known.length === 1 && guess === '') ? plan : { ...plan, from: guess }
}
