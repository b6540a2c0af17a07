import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { Uuid } from '../../shared/model/id.ts'
import { fail, type Outcome } from '../../shared/problem.ts'
import { parsed, readJson } from '../http/body.ts'
import { type Described, documented } from '../http/documented.ts'
import type { Deps, MemberEnv } from '../http/env.ts'
import { answer, answerJson, answerProblem } from '../http/problem.ts'
import { Scope } from '../workspaces/scope.ts'
import { exportClient } from './export.ts'
import { PurgeReceipt, purgeClient } from './purge.ts'

const path = { client: 'The id of a client of the workspace.' }
const Nothing = z.strictObject({})
/** The client's own id once more: nobody purges by a slip. */
const PurgeRequest = z.strictObject({ confirm: Uuid })

const exported: Described = {
  id: 'exportClient',
  summary: 'Everything that is kept of one client, as plain JSON. For owners and admins; its audit log says so.',
  path,
  takes: Nothing,
  answers: z.looseObject({ format: z.literal('stocktake-client-1'), head: z.int(), records: z.array(z.unknown()) }),
  problems: ['FORBIDDEN'],
}
const purged: Described = {
  id: 'purgeClient',
  summary: 'Takes everything of one client away for good, and answers with a receipt. For owners and admins.',
  path,
  takes: PurgeRequest,
  answers: PurgeReceipt,
  problems: ['FORBIDDEN'],
}

export function clientRoutes({ database, clock }: Deps) {
  const within = async <T, Asked>(
    context: Context<MemberEnv>,
    takes: z.ZodType<Asked>,
    work: (scope: Scope, asked: Asked) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> => {
    const json = await readJson(context)
    const asked = json.ok ? parsed(takes, json.value) : json
    if (!asked.ok) return asked
    const id = Uuid.safeParse(context.req.param('client'))
    if (!id.success) return fail('NOT_FOUND')
    return Scope.open(database, context.get('member'), id.data, async (scope) =>
      isAdmin(scope) ? work(scope, asked.value) : fail('FORBIDDEN'),
    )
  }
  return new Hono<MemberEnv>()
    .post('/:client/export', documented(exported), async (context) => {
      const done = await within(context, Nothing, (scope) => exportClient(scope, clock()))
      if (!done.ok) return answerProblem(context, done.problem)
      context.header('content-disposition', `attachment; filename="${done.value.name}.json"`)
      return answerJson(context, done.value.json)
    })
    .post('/:client/purge', documented(purged), async (context) =>
      answer(
        context,
        await within(context, PurgeRequest, async (scope, { confirm }) =>
          confirm === scope.row.id ? purgeClient(scope, clock()) : fail('INVALID_REQUEST', 'confirm: not this client'),
        ),
      ),
    )
}

/** The role is of this very transaction (R6, T21). */
const isAdmin = ({ author }: Scope): boolean => author?.role === 'owner' || author?.role === 'admin'
