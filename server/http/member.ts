import { createMiddleware } from 'hono/factory'
import { type Outcome, problem } from '../../shared/problem.ts'
import { noteSeen } from '../devices/store.ts'
import { noteUsed } from '../keys/store.ts'
import { Member } from '../workspaces/member.ts'
import type { Deps, MemberEnv } from './env.ts'
import { answerProblem } from './problem.ts'

/** T25: one scheme, one form of token, and nothing else speaks for a device; cookies are not looked at. */
const bearer = /^Bearer (stk_)?([A-Za-z0-9_-]{43})$/

/** Who has a paired device; and, where a program may ask as well, who has an API key. */
const admitting = ({ database, clock }: Deps, keys: 'too' | 'never') =>
  createMiddleware<MemberEnv>(async (context, next) => {
    const [, prefix, token] = bearer.exec(context.req.header('authorization') ?? '') ?? []
    if (token === undefined) return answerProblem(context, problem('UNAUTHENTICATED'))
    if (prefix !== undefined && keys === 'never') return answerProblem(context, problem('KEY_REFUSED'))
    const now = clock()
    const member: Outcome<Member> = prefix
      ? await Member.byKey(database, `${prefix}${token}`, now)
      : await Member.byToken(database, token)
    if (!member.ok) return answerProblem(context, member.problem)
    await (prefix ? noteUsed : noteSeen)(database.people, member.value, now)
    context.set('member', member.value)
    return next()
  })

export const membersOnly = (deps: Deps) => admitting(deps, 'never')
export const membersAndKeys = (deps: Deps) => admitting(deps, 'too')
