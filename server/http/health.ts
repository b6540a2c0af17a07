import { Hono } from 'hono'
import { z } from 'zod'
import { ok, problem } from '../../shared/problem.ts'
import { standing } from '../db/migrations.ts'
import type { AnyTables } from '../db/tables.ts'
import { type Described, documented } from './documented.ts'
import type { Deps, Env } from './env.ts'
import { answer, answerProblem } from './problem.ts'

const alive: Described = {
  id: 'health',
  summary: 'Whether the process lives.',
  member: false,
  answers: z.strictObject({ ok: z.literal(true) }),
}
const readyToServe: Described = {
  id: 'ready',
  summary: 'Whether this server takes requests: the database answers, is brought forward, and nobody told it to stop.',
  member: false,
  answers: z.strictObject({ ready: z.literal(true) }),
}

/** How long the database may take to say anything, before whoever balances the load should ask another server. */
const patienceMs = 2000

export const healthRoutes = (deps: Pick<Deps, 'database' | 'operation'>) =>
  new Hono<Env>()
    .get('/healthz', documented(alive), (context) => context.json({ ok: true }))
    .get('/readyz', documented(readyToServe), async (context) => {
      const reason = await whyNotReady(deps)
      return reason === undefined
        ? answer(context, ok({ ready: true }))
        : answerProblem(context, problem('BUSY', reason))
    })

async function whyNotReady({ database, operation }: Pick<Deps, 'database' | 'operation'>): Promise<string | undefined> {
  if (operation.stopping.signal.aborted) return 'stopping'
  let late: NodeJS.Timeout | undefined
  const tooLate = new Promise<string>((resolve) => {
    late = setTimeout(() => resolve('the database is slow'), patienceMs)
  })
  const asked = standing(database.people.withTables<AnyTables>()).then(
    ({ done, known }) => (done === known ? undefined : 'the database is of another version'),
    () => 'the database does not answer',
  )
  try {
    return await Promise.race([asked, tooLate])
  } finally {
    clearTimeout(late)
  }
}
