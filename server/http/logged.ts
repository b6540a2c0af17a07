import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import type { Deps, Env } from './env.ts'
import { hashedId } from './log.ts'

/** As proxies and tracers write them. Anything else might be a text that somebody wants to see in our log. */
const wellFormed = /^(?:[0-9a-f]{16,64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/
const methods = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'])

/** Every request gets an id, and one line and one count when it is answered. */
export const logged = ({ log, clock, operation: { metrics, trustProxy } }: Pick<Deps, 'log' | 'clock' | 'operation'>) =>
  createMiddleware<Env>(async (context, next) => {
    const start = performance.now()
    const said = context.req.header('x-request-id') ?? ''
    const request = wellFormed.test(said) ? said : crypto.randomUUID()
    context.set('requestId', request)
    context.set('trustProxy', trustProxy)
    // Before there is a response: one that is finished would be made anew for it.
    context.header('x-request-id', request)
    await next()
    const method = methods.has(context.req.method) ? context.req.method : 'OTHER'
    const [route, status, took] = [patternOf(context), context.res.status, performance.now() - start]
    const code = context.get('problem')
    metrics.requests.observe({ method, route, status }, took / 1000)
    if (code !== undefined) metrics.problems.inc({ code })
    log({
      at: clock().toISOString(),
      event: 'request',
      request,
      method,
      route,
      about: Object.values<string>(context.req.param()).map(hashedId),
      status,
      ...(code === undefined ? {} : { code }),
      ms: Math.round(took),
    })
  })

/** As the route was registered; every path that is none of ours is one and the same. */
function patternOf(context: Context<Env>): string {
  const handlers = matchedRoutes(context).filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))
  return handlers.at(-1)?.path ?? 'none'
}
