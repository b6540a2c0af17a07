import { type Act, chained, hashOf } from '../sync/log.ts'
import { saveLog, saveScope } from '../sync/store.ts'
import type { Scope } from '../workspaces/scope.ts'

/** What people and the server do beside changing records. Ids and words of ours in `about`, never a captured value. */
export type Noted = { kind: string; about?: Record<string, string | number | null>; member?: string | null }

/** T36: one row in the chain of the scope, in the same transaction as what it tells of. */
export async function note(scope: Scope, { kind, about, member }: Noted, now: Date): Promise<void> {
  const payload = about === undefined ? null : JSON.stringify(about)
  const act: Act = {
    at: now.toISOString(),
    member: member === undefined ? (scope.author?.member ?? null) : member,
    paired: scope.author?.via === 'page' ? null : (scope.author?.device ?? null),
    device: null,
    n: null,
    op: null,
    kind,
    rec: null,
    field: null,
    payload,
    payload_hash: hashOf(payload ?? ''),
    st: 'applied',
    rev: scope.row.seq,
    code: null,
  }
  const { rows, logged, chain } = chained(scope, [act])
  await saveLog(scope, rows)
  await saveScope(scope, { logged, chain })
}
