import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { cors } from 'hono/cors'
import { problem } from '../shared/problem.ts'
import { limits } from '../shared/sync.ts'
import { clientRoutes } from './clients/routes.ts'
import { connectPages } from './connect/pages.tsx'
import { connectRoutes } from './connect/routes.ts'
import { deviceRoutes } from './devices/routes.ts'
import { atMost, jsonOnly } from './http/body.ts'
import type { Deps, Env } from './http/env.ts'
import { healthRoutes } from './http/health.ts'
import { faultOf } from './http/log.ts'
import { logged } from './http/logged.ts'
import { membersOnly } from './http/member.ts'
import { openApi } from './http/openapi.ts'
import { pageRules } from './http/page.ts'
import { plainPaths } from './http/plain-path.ts'
import { answerProblem, notFound } from './http/problem.ts'
import { inventoryRoutes } from './inventory/routes.ts'
import { admit } from './limits/admit.ts'
import { perDevice } from './limits/per-device.ts'
import { metricsRoutes } from './metrics/routes.ts'
import { peopleRoutes } from './people/routes.tsx'
import { syncRoutes } from './sync/routes.ts'

const style = readFileSync(new URL('./pages/style.css', import.meta.url), 'utf8')
export const pagePaths = [
  '/',
  '/first-run',
  '/sign-in',
  '/sign-out',
  '/devices/disconnect',
  '/connect',
  '/device',
  '/device/decide',
]

/** The whole server as one function from request to answer; main.ts listens, tests call `request`. */
export function createApp(deps: Deps) {
  const app = new Hono<Env>()
  app.use(logged(deps))
  app.onError((error, context) => {
    const code = deps.database.engine.problemOf(error) ?? 'INTERNAL'
    const at = deps.clock().toISOString()
    deps.log({ at, event: 'fault', request: context.get('requestId'), code, ...faultOf(error) })
    return answerProblem(context, problem(code))
  })
  app.notFound(notFound)
  app.use(plainPaths)
  app.route('/', healthRoutes(deps))
  app.route('/', metricsRoutes(deps))
  app.use(admit(deps.operation.admission))

  // Any extension may ask, as its origin proves nothing; what counts is the token, and cookies never travel (T29).
  const anyOrigin = cors({ origin: '*', allowHeaders: ['authorization', 'content-type'], maxAge: 600 })
  app.use('/v1/*', anyOrigin, jsonOnly, atMost(limits.pushBytes))
  // A page of rows shrinks to about a tenth; what is small is sent as it is.
  app.use('/v1/scopes/:scope/changes', compress({ threshold: 8 * 1024 }))
  for (const members of ['scopes', 'devices', 'clients']) {
    app.use(`/v1/${members}`, membersOnly(deps))
    app.use(`/v1/${members}/*`, membersOnly(deps))
  }
  const { pushes, pulls } = deps.operation
  app.use('/v1/scopes/:scope/push', perDevice(pushes, deps.clock))
  for (const pull of ['changes', 'digest', 'known-ops'])
    app.use(`/v1/scopes/:scope/${pull}`, perDevice(pulls, deps.clock))
  app.route('/v1/scopes', syncRoutes(deps))
  app.route('/v1/devices', deviceRoutes(deps))
  app.route('/v1/clients', inventoryRoutes(deps))
  app.route('/v1/clients', clientRoutes(deps))
  app.route('/v1', connectRoutes(deps))
  app.get('/openapi.json', openApi(app, deps.baseUrl))

  const rules = pageRules(deps.baseUrl)
  app.on(['GET', 'POST'], pagePaths, rules, atMost(64 * 1024))
  app.get('/style.css', (context) => context.body(style, 200, { 'content-type': 'text/css; charset=utf-8' }))
  app.route('/', peopleRoutes(deps))
  app.route('/', connectPages(deps))
  return app
}
