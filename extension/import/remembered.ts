import type { Database } from '../db/database.ts'
import { emptyPlan, Plan } from './plan.ts'

const kept = 500

/** What was said the last time about a file of this kind: of this product, else of the latest one. */
export async function recallPlan(db: Database, signature: string, from?: string): Promise<Plan | undefined> {
  const ofThisKind = await db.fileMappings
    .where('[signature+from]')
    .between([signature, ''], [signature, '\uffff'])
    .toArray()
  const latest = ofThisKind.sort((a, b) => (a.usedAt < b.usedAt ? 1 : -1))
  const row = from === undefined ? latest[0] : latest.find((known) => known.from === from)
  const plan = row && Plan.safeParse(JSON.parse(row.plan))
  return plan?.success ? plan.data : undefined
}

/** Kept when an import begins: what was tried and not used is not remembered. */
export async function rememberPlan(db: Database, signature: string, plan: Plan): Promise<void> {
  const usedAt = new Date().toISOString()
  await db.transaction('rw', db.fileMappings, async () => {
    await db.fileMappings.put({ signature, from: plan.from, plan: JSON.stringify(plan), usedAt })
    const over = (await db.fileMappings.count()) - kept
    if (over > 0) await db.fileMappings.orderBy('usedAt').limit(over).delete()
  })
}

/** The plan for a file: what is remembered, else that it is from what its name says. */
export const planFor = async (db: Database, signature: string, guess: string): Promise<Plan> =>
  (await recallPlan(db, signature, guess === '' ? undefined : guess)) ??
  (await recallPlan(db, signature)) ?? { ...emptyPlan, from: guess }
