import { hash } from 'node:crypto'
import type { z } from 'zod'
import { type Outcome, ok } from '../../shared/problem.ts'
import type { DigestResponse } from '../../shared/sync.ts'
import type { Scope } from '../workspaces/scope.ts'
import { visibleTo } from '../workspaces/visible.ts'

type Digest = z.infer<typeof DigestResponse>

/** C7: per type how many rows there are, and the xor of SHA-256 over id and rev; the order of rows does not matter. */
export async function digest(scope: Scope): Promise<Outcome<Digest>> {
  const rows = await scope.tx
    .selectFrom('rows')
    .select(['type', 'id', 'rev'])
    .where('scope', '=', scope.key)
    .where(visibleTo(scope))
    .execute()
  const sums = new Map<string, { count: number; xor: Buffer }>()
  for (const { type, id, rev } of rows) {
    const sum = sums.get(type) ?? { count: 0, xor: Buffer.alloc(32) }
    const bytes = hash('sha256', `${id}${rev}`, 'buffer')
    for (let at = 0; at < 32; at++) sum.xor[at] = (sum.xor[at] ?? 0) ^ (bytes[at] ?? 0)
    sums.set(type, { count: sum.count + 1, xor: sum.xor })
  }
  const types = Object.fromEntries(
    [...sums].map(([type, { count, xor }]) => [type, { count, xor: xor.toString('hex') }]),
  )
  return ok({ epoch: scope.row.epoch, head: scope.row.seq, types })
}
