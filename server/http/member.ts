import { createMiddleware } from 'hono/factory'
import { problem } from '../../shared/problem.ts'
import { noteSeen } from '../devices/store.ts'
import { Member } from '../workspaces/member.ts'
import type { Deps, MemberEnv } from './env.ts'
import { answerProblem } from './problem.ts'

/** T25: one scheme, one form of token, and nothing else speaks for a device; cookies are not looked at. */
const bearer = /^Bearer ([A-Za-z0-9_-]{43})$/

export const membersOnly = ({ database, clock }: Deps) =>
  createMiddleware<MemberEnv>(async (context, next) => {
    const token = bearer.exec(context.req.header('authorization') ?? '')?.[1]
    if (token === undefined) return answerProblem(context, problem('UNAUTHENTICATED'))
    const member = await Member.byToken(database, token)
    if (!member.ok) return answerProblem(context, member.problem)
    await noteSeen(database.people, member.value, clock())
    context.set('member', member.value)
    return next()
  })
