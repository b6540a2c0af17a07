import { Hono } from 'hono'
import { z } from 'zod'
import { Instant } from '../../shared/model/day.ts'
import { Uuid } from '../../shared/model/id.ts'
import { Label } from '../../shared/model/values.ts'
import { ok } from '../../shared/problem.ts'
import { parsed, readJson } from '../http/body.ts'
import { type Described, documented } from '../http/documented.ts'
import type { Deps, MemberEnv } from '../http/env.ts'
import { answer, answerProblem, notFound } from '../http/problem.ts'
import { addKey, keysOf, mostKeys, revokeKey } from './store.ts'

const KeyRole = z.enum(['reader', 'consultant'])
const Clients = z.union([z.literal('all'), z.array(Uuid).min(1).max(500)])

export const KeyRequest = z.strictObject({
  name: Label,
  role: KeyRole,
  clients: Clients,
  /** None is for ever: a forgotten one closes by itself. */
  expiresInDays: z.int().min(1).max(730).default(365),
})
export const KeyMade = z.strictObject({
  id: Uuid,
  /** Shown this once. */
  token: z.string().regex(/^stk_[A-Za-z0-9_-]{43}$/),
})
export const KeysResponse = z.strictObject({
  keys: z
    .array(
      z.strictObject({
        id: Uuid,
        name: z.string(),
        role: KeyRole,
        clients: z.union([z.literal('all'), z.array(Uuid)]),
        /** The member who made it. */
        member: Uuid,
        madeAt: Instant,
        expiresAt: Instant,
        usedAt: Instant.nullable(),
      }),
    )
    .max(mostKeys),
})

const made: Described = {
  id: 'makeApiKey',
  summary: 'Makes a key for a program; its token is shown this once. For owners and admins.',
  takes: KeyRequest,
  answers: KeyMade,
  status: 201,
  problems: ['FORBIDDEN', 'LIMIT_REACHED', 'NOT_FOUND'],
}
const listed: Described = {
  id: 'listApiKeys',
  summary: 'The keys of the workspace that open something, without their tokens. For owners and admins.',
  answers: KeysResponse,
  problems: ['FORBIDDEN'],
}
const revoked: Described = {
  id: 'revokeApiKey',
  summary: 'Takes a key its access: it is worthless from that second. For owners and admins.',
  path: { key: 'The id of a key of the workspace.' },
  answers: z.strictObject({ revoked: Uuid }),
  problems: ['FORBIDDEN'],
}

export const keyRoutes = ({ database, clock, random }: Deps) =>
  new Hono<MemberEnv>()
    .post('/', documented(made), async (context) => {
      const json = await readJson(context)
      const asked = json.ok ? parsed(KeyRequest, json.value) : json
      if (!asked.ok) return answerProblem(context, asked.problem)
      return answer(context, await addKey(database, context.get('member'), asked.value, random, clock()), 201)
    })
    .get('/', documented(listed), async (context) => {
      const keys = await keysOf(database, context.get('member'), clock())
      if (!keys.ok) return answerProblem(context, keys.problem)
      const rows = keys.value.map(({ created_at, expires_at, used_at, ...key }) => ({
        ...key,
        madeAt: created_at,
        expiresAt: expires_at,
        usedAt: used_at,
      }))
      return answer(context, ok({ keys: rows }))
    })
    .delete('/:key', documented(revoked), async (context) => {
      const id = Uuid.safeParse(context.req.param('key'))
      if (!id.success) return notFound(context)
      return answer(context, await revokeKey(database, context.get('member'), id.data, clock()))
    })
