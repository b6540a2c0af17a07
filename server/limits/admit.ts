import { createMiddleware } from 'hono/factory'
import { problem } from '../../shared/problem.ts'
import type { Env } from '../http/env.ts'
import { answerProblem } from '../http/problem.ts'
import type { Admission } from './admission.ts'

/** Before anything is read of the body. */
export const admit = (admission: Admission) =>
  createMiddleware<Env>(async (context, next) => {
    const leave = admission.enter(context.req.raw)
    if (!leave) return answerProblem(context, problem('BUSY', 'too many requests at once'))
    try {
      await next()
    } finally {
      leave()
    }
  })
