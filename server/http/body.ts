import { gunzipSync } from 'node:zlib'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import type { z } from 'zod'
import { fail, type Outcome, ok, problem } from '../../shared/problem.ts'
import { limits } from '../../shared/sync.ts'
import type { Env } from './env.ts'
import { answerProblem } from './problem.ts'

/** Counts what really arrives where no length is stated (T30); a stated one is held to by Node's own parser. */
export const atMost = (maxSize: number) => {
  const tooLarge = (context: Context<Env>) => answerProblem(context, problem('TOO_LARGE'))
  const counted = bodyLimit({ maxSize, onError: tooLarge })
  return createMiddleware<Env>(async (context, next) => {
    // Looking at the body makes a stream of it, which costs more than reading it: only where it must be counted.
    if (context.req.method === 'GET') return next()
    const stated = context.req.header('content-length')
    if (stated === undefined || context.req.header('transfer-encoding') !== undefined) return counted(context, next)
    return Number(stated) > maxSize ? tooLarge(context) : next()
  })
}

/** T29: a form of another site cannot send this type without the browser asking first. */
export const jsonOnly = createMiddleware<Env>(async (context, next) => {
  const hasBody = context.req.method === 'POST' || context.req.method === 'PUT' || context.req.method === 'PATCH'
  if (!hasBody) return next()
  const type = context.req.header('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) return answerProblem(context, problem('NOT_JSON'))
  const encoding = context.req.header('content-encoding')
  if (encoding !== undefined && !isGzip(encoding)) return answerProblem(context, problem('NOT_JSON', 'not gzip'))
  return next()
})

const isGzip = (encoding: string): boolean => encoding.toLowerCase() === 'gzip'

/** The body as JSON of bounded depth, before any schema looks at it. */
export async function readJson<E extends Env>(context: Context<E>): Promise<Outcome<unknown>> {
  const text = await readText(context)
  if (!text.ok) return text
  try {
    const json: unknown = JSON.parse(text.value)
    return deeperThan(json, limits.jsonDepth) ? fail('INVALID_REQUEST', 'nested too deeply') : ok(json)
  } catch {
    return fail('INVALID_REQUEST', 'not JSON')
  }
}

/**
 * T30, F48: what is compressed says nothing about its size, so it is unpacked up to the limit and not a chunk further.
 * At once, as a megabyte takes less than a change of threads.
 */
async function readText<E extends Env>(context: Context<E>): Promise<Outcome<string>> {
  if (context.req.header('content-encoding') === undefined) return ok(await context.req.text())
  const packed = await context.req.arrayBuffer()
  try {
    return ok(gunzipSync(packed, { maxOutputLength: limits.pushBytes }).toString())
  } catch (error) {
    const isBomb = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return isBomb ? fail('TOO_LARGE') : fail('INVALID_REQUEST', 'not gzip')
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
