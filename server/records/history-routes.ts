import { Hono } from 'hono'
import { Uuid } from '../../shared/model/id.ts'
import { parsed } from '../http/body.ts'
import { documented } from '../http/documented.ts'
import type { Deps, MemberEnv } from '../http/env.ts'
import { answer, answerProblem, notFound } from '../http/problem.ts'
import { Scope } from '../workspaces/scope.ts'
import { historyTold } from './described.ts'
import { HistoryQuery, history } from './history.ts'

export const historyRoutes = ({ database }: Deps) =>
  new Hono<MemberEnv>().get('/:client/records/:record/history', documented(historyTold), async (context) => {
    const [client, record] = [Uuid.safeParse(context.req.param('client')), Uuid.safeParse(context.req.param('record'))]
    if (!client.success || !record.success) return notFound(context)
    const asked = parsed(HistoryQuery, context.req.query())
    if (!asked.ok) return answerProblem(context, asked.problem)
    const work = (scope: Scope) => history(scope, record.data, asked.value)
    return answer(context, await Scope.read(database, context.get('member'), client.data, work))
  })
