import type { RenewalMode } from '../../model/term.ts'
import type { TermValues } from './term.ts'

/** Whether it renews: by contract where that is stated, else as the console's switch stands; undefined where nobody says. */
export function modeOf({ renewalMode, autoRenews, status }: TermValues): RenewalMode | undefined {
  if (isOver(status)) return 'none'
  if (renewalMode) return renewalMode
  return autoRenews === undefined ? undefined : autoRenews ? 'tacit' : 'none'
}

/** What has ended for good, or is going to, needs nobody's decision any more. */
export const isOver = (status: TermValues['status']): boolean => status === 'canceled' || status === 'expired'
