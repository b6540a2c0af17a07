import { cors } from 'hono/cors'
import { createMiddleware } from 'hono/factory'
import type { Env } from './env.ts'

const preflight = cors({
  origin: '*',
  allowHeaders: ['authorization', 'content-type', 'content-encoding', 'if-match', 'idempotency-key'],
  maxAge: 600,
})

/**
 * Any extension may ask, as its origin proves nothing; what counts is the token, and cookies never travel (T29). Each
 * answer also says that a body may come as gzip (RFC 7694), which a device must be able to read. Headers are set before
 * there is a response, as one that is finished would be made anew for them.
 */
export const anyOrigin = createMiddleware<Env>(async (context, next) => {
  if (context.req.method === 'OPTIONS') return preflight(context, next)
  context.header('access-control-allow-origin', '*')
  context.header('access-control-expose-headers', 'accept-encoding, retry-after, etag, link')
  context.header('accept-encoding', 'gzip')
  return next()
})
