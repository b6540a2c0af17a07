import type { z } from 'zod'
import { type Outcome, ok } from '../../shared/problem.ts'
import type { KnownOpsRequest, KnownOpsResponse } from '../../shared/sync.ts'
import type { Scope } from '../workspaces/scope.ts'
import { knownOps } from './store.ts'

/** C5: what a device remembers as done and this history does not know was forgotten by a restore. */
export async function known(
  scope: Scope,
  request: z.infer<typeof KnownOpsRequest>,
): Promise<Outcome<z.infer<typeof KnownOpsResponse>>> {
  const rows = await knownOps(scope, request.ops)
  return ok({ epoch: scope.row.epoch, known: rows.flatMap(({ op }) => op ?? []) })
}
