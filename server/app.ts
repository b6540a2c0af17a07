import { Hono } from 'hono'
import { problem } from '../shared/problem.ts'
import { limits } from '../shared/sync.ts'
import { calendarFeeds, calendarRoutes } from './calendar/routes.ts'
import { clientRoutes } from './clients/routes.ts'
import { connectPages } from './connect/pages.tsx'
import { connectRoutes } from './connect/routes.ts'
import { deviceRoutes } from './devices/routes.ts'
import { anyOrigin } from './http/any-origin.ts'
import { atMost, jsonOnly } from './http/body.ts'
import { documented } from './http/documented.ts'
import type { Deps, Env } from './http/env.ts'
import { healthRoutes } from './http/health.ts'
import { faultOf, hungUp } from './http/log.ts'
import { logged } from './http/logged.ts'
import { membersAndKeys, membersOnly } from './http/member.ts'
import { described, openApi } from './http/openapi.ts'
import { pageRules } from './http/page.ts'
import { plainPaths } from './http/plain-path.ts'
import { answerProblem, notFound } from './http/problem.ts'
import { inventoryRoutes } from './inventory/routes.ts'
import { invitationPages } from './invitations/pages.tsx'
import { invitationRoutes } from './invitations/routes.ts'
import { keyRoutes } from './keys/routes.ts'
import { admit } from './limits/admit.ts'
import { perDevice } from './limits/per-device.ts'
import { mailRoutes } from './mail/routes.ts'
import { memberPages } from './members/pages.tsx'
import { memberRoutes } from './members/routes.ts'
import { metricsRoutes } from './metrics/routes.ts'
import { pageFile } from './pages/files.ts'
import { openPage } from './pages/open.tsx'
import { accountRoutes } from './people/account-routes.ts'
import { passkeyRoutes } from './people/passkey-routes.tsx'
import { peopleRoutes } from './people/routes.tsx'
import { secondFactorRoutes } from './people/second-factor-routes.tsx'
import { historyRoutes } from './records/history-routes.ts'
import { recordRoutes } from './records/routes.ts'
import { firstPasswordRoutes } from './sso/first-password.tsx'
import { ssoRoutes } from './sso/routes.tsx'
import { syncRoutes } from './sync/routes.ts'
import { webhookRoutes } from './webhooks/routes.ts'

const style = ['style.css', 'members.css'].map(pageFile).join('\n')
export const pagePaths = [
  '/',
  '/first-run',
  '/sign-in',
  '/sign-out',
  '/devices/disconnect',
  '/account',
  '/account/sessions/end',
  '/account/sessions/end-others',
  '/account/devices/rename',
  '/account/devices/disconnect',
  '/account/devices/disconnect-all',
  '/account/password',
  '/account/second-factor/begin',
  '/account/second-factor/confirm',
  '/account/second-factor/off',
  '/account/second-factor/backup-codes',
  '/account/first-password',
  '/sign-in/code',
  '/account/passkeys',
  '/account/passkeys/options',
  '/account/passkeys/remove',
  '/sign-in/passkey',
  '/sign-in/passkey/options',
  '/connect',
  '/device',
  '/device/decide',
  '/invitation/:token',
  '/members',
  '/members/:workspace',
  '/members/:workspace/invite',
  '/members/:workspace/withdraw',
  '/members/:workspace/:member',
  '/open/:client/:record',
  '/sso/sign-in',
  '/sso/callback',
  '/sso/link',
  '/sso/prove',
  '/sso/unlink',
]

/** The whole server as one function from request to answer; main.ts listens, tests call `request`. */
export function createApp(deps: Deps) {
  const app = new Hono<Env>()
  app.use(logged(deps))
  app.onError((error, context) => {
    // Nobody is there any more to be told, and nothing failed here.
    if (hungUp(error)) return answerProblem(context, problem('NOT_HTTP'))
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

  app.use('/v1/*', anyOrigin, jsonOnly, atMost(limits.pushBytes))
  for (const members of ['scopes', 'devices', 'api-keys', 'members', 'invitations', 'webhooks', 'calendars', 'mail']) {
    app.use(`/v1/${members}`, membersOnly(deps))
    app.use(`/v1/${members}/*`, membersOnly(deps))
  }
  // No key is an owner's or admin's.
  for (const rule of ['export', 'purge']) app.use(`/v1/clients/:client/${rule}`, membersOnly(deps))
  app.use('/v1/clients/*', membersAndKeys(deps))
  const { pushes, pulls } = deps.operation
  app.use('/v1/scopes/:scope/push', perDevice(pushes, deps.clock))
  for (const pull of ['changes', 'digest', 'known-ops'])
    app.use(`/v1/scopes/:scope/${pull}`, perDevice(pulls, deps.clock))
  app.route('/v1/scopes', syncRoutes(deps))
  app.route('/v1/devices', deviceRoutes(deps))
  app.route('/v1/clients', inventoryRoutes(deps))
  app.route('/v1/clients', recordRoutes(deps))
  app.route('/v1/clients', historyRoutes(deps))
  app.route('/v1/clients', clientRoutes(deps))
  app.route('/v1/api-keys', keyRoutes(deps))
  app.route('/v1/members', memberRoutes(deps))
  app.route('/v1/invitations', invitationRoutes(deps))
  app.route('/v1/webhooks', webhookRoutes(deps))
  app.route('/v1/calendars', calendarRoutes(deps))
  app.route('/v1/mail', mailRoutes(deps))
  app.route('/v1', connectRoutes(deps))
  app.route('/calendar', calendarFeeds(deps))
  app.get('/openapi.json', documented(described), openApi(app, deps.baseUrl))

  const rules = pageRules(deps.baseUrl)
  // The largest form ticks each of 2,000 clients.
  app.on(['GET', 'POST'], pagePaths, rules, atMost(128 * 1024))
  app.get('/style.css', (context) => context.body(style, 200, { 'content-type': 'text/css; charset=utf-8' }))
  app.route('/', peopleRoutes(deps))
  app.route('/', accountRoutes(deps))
  app.route('/', secondFactorRoutes(deps))
  app.route('/', passkeyRoutes(deps))
  app.route('/', connectPages(deps))
  app.route('/', ssoRoutes(deps))
  app.route('/', firstPasswordRoutes(deps))
  app.route('/', invitationPages(deps))
  app.route('/', memberPages(deps))
  app.route('/', openPage)
  return app
}
