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
  const vanished = visit.formerly && !visit.understood
  return vanished && now.getTime() - Date.parse(visit.openedAt) >= patience ? 'PAGE_CHANGED' : null
}
