import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { problem } from '../shared/problem.ts'
import { limits } from '../shared/sync.ts'
import { atMost, jsonOnly } from './http/body.ts'
import type { Deps, Env } from './http/env.ts'
import { faultOf, logged } from './http/log.ts'
import { membersOnly } from './http/member.ts'
import { answerProblem, notFound } from './http/problem.ts'
import { syncRoutes } from './sync/routes.ts'

/** The whole server as one function from request to answer; main.ts listens, tests call `request`. */
export function createApp(deps: Deps) {
  const app = new Hono<Env>()
  app.use(logged(deps.log, deps.clock))
  app.onError((error, context) => {
    const code = deps.database.engine.problemOf(error) ?? 'INTERNAL'
    const at = deps.clock().toISOString()
    deps.log({ at, event: 'fault', request: context.get('requestId'), code, ...faultOf(error) })
    return answerProblem(context, problem(code))
  })
  app.notFound(notFound)
  app.get('/healthz', (context) => context.json({ ok: true }))

  // Any extension may ask, as its origin proves nothing; what counts is the token, and cookies never travel (T29).
  const anyOrigin = cors({ origin: '*', allowHeaders: ['authorization', 'content-type'], maxAge: 600 })
  app.use('/v1/*', anyOrigin, jsonOnly, atMost(limits.pushBytes))
  app.use('/v1/scopes', membersOnly(deps))
  app.use('/v1/scopes/*', membersOnly(deps))
  app.route('/v1/scopes', syncRoutes(deps))
  return app
}
