import { fail, type Problem } from '../../shared/problem.ts'
import { protocol, schema } from '../../shared/sync.ts'

/** R11: the present version and the two before it are served. */
const spans = {
  protocol: { min: Math.max(1, protocol - 2), max: protocol },
  schema: { min: Math.max(1, schema - 2), max: schema },
} as const

/** Compared before anything else of a request is read. Nothing stated counts as the oldest version. */
export function tooFarApart(asked: { protocol?: unknown; schema?: unknown }): Problem | undefined {
  for (const of of ['protocol', 'schema'] as const) {
    const { min, max } = spans[of]
    const said = Number(asked[of] ?? 1)
    if (!(said >= min && said <= max)) return fail('UPGRADE_REQUIRED', undefined, { of, min, max }).problem
  }
  return undefined
}
