import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Env } from './env.ts'
import { notFound } from './problem.ts'

/** Signs that two parsers of paths may read in two ways. No address of ours has one (T24). */
const twofold = /%2f|%5c|%00|%2e|%25|\/\/|\\|;|\/\.{1,2}(?:\/|$)/i

export const plainPaths = createMiddleware<Env>(async (context, next) =>
  twofold.test(pathOf(context)) ? notFound(context) : next(),
)

/** As it was sent, before anybody has taken the dots out of it; a proxy's form names the host as well. */
function pathOf(context: Context<Env>): string {
  const { incoming } = (context.env ?? {}) as { incoming?: { url?: string } } // node's own request, where there is one
  const [path = ''] = (incoming?.url ?? context.req.url).split('?')
  return path.replace(/^https?:\/\/[^/]*/i, '')
}
