import { createMiddleware } from 'hono/factory'
import { problem } from '../../shared/problem.ts'
import type { Deps, MemberEnv } from '../http/env.ts'
import { answerProblem } from '../http/problem.ts'
import type { Buckets } from './buckets.ts'

/** One request of a device taken from its bucket; 429 says when there is one again. */
export const perDevice = (buckets: Buckets, clock: Deps['clock']) =>
  createMiddleware<MemberEnv>(async (context, next) => {
    const wait = buckets.take(context.get('member').device, clock())
    return wait > 0 ? answerProblem(context, problem('RATE_LIMITED'), wait) : next()
  })
