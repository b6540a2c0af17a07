import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Env } from './env.ts'

/** No script at all, nothing from elsewhere, in nobody's frame. A form may lead only here, or where it is sent back to. */
const policy = (returnsTo: string) =>
  `default-src 'none'; style-src 'self'; img-src data:; form-action 'self'${returnsTo}; frame-ancestors 'none'; base-uri 'none'`

/** Browsers hold the redirect after a form to `form-action` as well, so an approval names where it goes. */
export function mayReturnTo<E extends Env>(context: Context<E>, uri: string): void {
  context.header('content-security-policy', policy(` ${new URL(uri).origin}`))
}

/** A page whose address is a secret: it is told to nobody, not even to this server, while its forms still say their origin. */
export const secretAddress = createMiddleware<Env>(async (context, next) => {
  context.header('referrer-policy', 'strict-origin')
  return next()
})

/** Our own pages: never cached, never framed, and a form of another site changes nothing (T29). */
export const pageRules = (baseUrl: string) =>
  createMiddleware<Env>(async (context, next) => {
    if (context.req.method !== 'GET' && context.req.method !== 'HEAD' && !isOwn(context, baseUrl))
      return context.text('This form was not sent from this server’s own page. Nothing was changed.', 403)
    context.header('content-security-policy', policy(''))
    // Not `no-referrer`: with that, browsers send no origin with our own forms either.
    context.header('referrer-policy', 'same-origin')
    context.header('x-content-type-options', 'nosniff')
    context.header('cross-origin-opener-policy', 'same-origin-allow-popups')
    context.header('cache-control', 'no-store')
    return next()
  })

/** Every browser says with a POST from where it comes; nothing said counts as foreign. */
function isOwn(context: Context<Env>, baseUrl: string): boolean {
  const origin = context.req.header('origin')
  return origin !== undefined && (origin === new URL(context.req.url).origin || origin === new URL(baseUrl).origin)
}
