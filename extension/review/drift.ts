import type { ProblemCode } from '../../shared/problem.ts'
import type { Session } from '../db/schema.ts'

/** How long a page may take before an answer that it gave on earlier visits is missed. */
const patience = 8000

/**
 * Why nothing, or not all, was read. A page that its connector understood before and that now shows nothing of what the
 * connector knows has changed, also where nothing came that could be misunderstood.
 */
export function problemOf(visit: Session, now: Date): ProblemCode | null {
  if (visit.problem !== null) return visit.problem
  const vanished = (visit.formerly && !visit.understood) || vanishedTaught(visit) !== undefined
  return vanished && now.getTime() - Date.parse(visit.openedAt) >= patience ? 'PAGE_CHANGED' : null
}

/** A taught connector that read this page before and finds nothing in it now, whatever others read there. */
const vanishedTaught = ({ taughtBefore = [], taught = [] }: Session): string | undefined =>
  taughtBefore.find((id) => !taught.includes(id))

/** Whose page changed, and what of it is missing; nothing said is missing where all is. */
export function changedFor(visit: Session): { connector: string | null; missing: string[] } {
  const vanished = visit.problem === null && (visit.understood || !visit.formerly) ? vanishedTaught(visit) : undefined
  return vanished === undefined ? visit : { connector: vanished, missing: [] }
}
