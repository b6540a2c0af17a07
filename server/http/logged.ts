import { createMiddleware } from 'hono/factory'
import type { Env } from './env.ts'
import type { Log } from './log.ts'

/** Every request gets an id, and one line when it is answered. */
export const logged = (log: Log, clock: () => Date) =>
  createMiddleware<Env>(async (context, next) => {
    const [request, start] = [crypto.randomUUID(), performance.now()]
    context.set('requestId', request)
    // Before there is a response: one that is finished would be made anew for it.
    context.header('x-request-id', request)
    await next()
    log({
      at: clock().toISOString(),
      event: 'request',
      request,
      method: context.req.method,
      path: loggable(context.req.path),
      status: context.res.status,
      ms: Math.round(performance.now() - start),
    })
  })

/** The address of a calendar feed is a secret, and a path is anybody's to write: neither is kept whole (T35). */
const loggable = (path: string): string => path.replace(/^\/calendar\/.*/s, '/calendar/…').slice(0, 200)
