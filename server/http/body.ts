import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import type { z } from 'zod'
import { fail, type Outcome, ok, problem } from '../../shared/problem.ts'
import { limits } from '../../shared/sync.ts'
import type { Env } from './env.ts'
import { answerProblem } from './problem.ts'

/** Counts what really arrives, so a chunked body is held to it as well (T30). */
export const atMost = (maxSize: number) =>
  bodyLimit({ maxSize, onError: (context: Context<Env>) => answerProblem(context, problem('TOO_LARGE')) })

/** T29: a form of another site cannot send this type without the browser asking first. */
export const jsonOnly = createMiddleware<Env>(async (context, next) => {
  const hasBody = context.req.method === 'POST' || context.req.method === 'PUT' || context.req.method === 'PATCH'
  const type = context.req.header('content-type') ?? ''
  if (hasBody && !/^application\/json\s*(;|$)/i.test(type)) return answerProblem(context, problem('NOT_JSON'))
  // What is compressed says nothing about its size, so it is not taken.
  if (hasBody && context.req.header('content-encoding') !== undefined)
    return answerProblem(context, problem('NOT_JSON'))
  return next()
})

/** The body as JSON of bounded depth, before any schema looks at it. */
export async function readJson<E extends Env>(context: Context<E>): Promise<Outcome<unknown>> {
  const text = await context.req.text()
  try {
    const json: unknown = JSON.parse(text)
    return deeperThan(json, limits.jsonDepth) ? fail('INVALID_REQUEST', 'nested too deeply') : ok(json)
  } catch {
    return fail('INVALID_REQUEST', 'not JSON')
  }
}

/** `parsed` names what is wrong by its place, never by its value. */
export function parsed<T>(schema: z.ZodType<T>, json: unknown): Outcome<T> {
  const result = schema.safeParse(json)
  if (result.success) return ok(result.data)
  const [first] = result.error.issues
  return fail('INVALID_REQUEST', first ? `${first.path.join('.').slice(0, 120) || 'body'}: ${first.code}` : undefined)
}

/** Never goes deeper than what it allows, so a hostile depth costs nothing. */
function deeperThan(value: unknown, depth: number): boolean {
  if (value === null || typeof value !== 'object') return false
  if (depth === 0) return true
  for (const entry of Array.isArray(value) ? value : Object.values(value)) if (deeperThan(entry, depth - 1)) return true
  return false
}
