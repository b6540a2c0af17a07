import { timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { problem } from '../../shared/problem.ts'
import { tokenHash } from '../devices/token.ts'
import type { Deps, Env } from '../http/env.ts'
import { answerProblem, notFound } from '../http/problem.ts'

/**
 * Prometheus' text, for whoever holds METRICS_TOKEN and for nobody where there is none. To trust the loopback address
 * instead would open it to everybody as soon as a proxy stands on the same machine.
 */
export const metricsRoutes = ({ operation: { metrics, metricsToken } }: Pick<Deps, 'operation'>) =>
  new Hono<Env>().get('/metrics', async (context) => {
    if (!metricsToken) return notFound(context)
    const said = /^Bearer (\S{1,200})$/.exec(context.req.header('authorization') ?? '')?.[1] ?? ''
    const [a, b] = [tokenHash(said), tokenHash(metricsToken.reveal())].map((hash) => Buffer.from(hash))
    if (!a || !b || !timingSafeEqual(a, b)) return answerProblem(context, problem('UNAUTHENTICATED'))
    return context.body(await metrics.registry.metrics(), 200, { 'content-type': metrics.registry.contentType })
  })
