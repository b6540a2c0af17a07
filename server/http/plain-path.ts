import { createMiddleware } from 'hono/factory'
import type { Env } from './env.ts'
import { notFound } from './problem.ts'

/** Signs that two parsers of paths may read in two ways. No address of ours has one (T24). */
const twofold = /%2f|%5c|%00|%2e|%25|\/\/|\\|;|\/\.{1,2}(?:\/|$)/i

export const plainPaths = createMiddleware<Env>(async (context, next) => {
  const { pathname } = new URL(context.req.url)
  return twofold.test(pathname) ? notFound(context) : next()
})
