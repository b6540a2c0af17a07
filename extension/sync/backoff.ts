import type { ProblemCode } from '../../shared/problem.ts'
import type { SettingOf } from '../settings/settings.ts'

type State = SettingOf<'syncState'>

const first = 1000
const longest = 5 * 60_000

/**
 * C8: from one second to five minutes with full jitter, and never earlier than the server asked for. An alarm wakes
 * the worker; nothing is kept waiting in memory.
 */
export function stateAfter(
  before: State | undefined,
  failure: { code: ProblemCode; retryAfterMs?: number | undefined } | null,
  now: Date,
  random: () => number,
): State {
  const at = now.toISOString()
  if (!failure) return { key: 'syncState', at, problem: null, failures: 0, retryAt: null, syncedAt: at }
  const failures = (before?.failures ?? 0) + 1
  const delay = random() * Math.min(longest, first * 2 ** Math.min(failures, 20))
  const retryAt = new Date(now.getTime() + Math.max(delay, failure.retryAfterMs ?? 0)).toISOString()
  return { key: 'syncState', at, problem: failure.code, failures, retryAt, syncedAt: before?.syncedAt ?? null }
}
