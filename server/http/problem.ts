import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type Outcome, type Problem, problem, sentenceOf } from '../../shared/problem.ts'
import type { Env } from './env.ts'
import { packed } from './pack.ts'

/** RFC 9457: the status tells the truth, the code is for programs, the sentence for people. */
export function answerProblem<E extends Env>(context: Context<E>, found: Problem, retryAfterSeconds = 2): Response {
  context.set('problem', found.code)
  if (found.code === 'BUSY' || found.code === 'RATE_LIMITED') context.header('retry-after', String(retryAfterSeconds))
  if (found.status === 401) context.header('www-authenticate', 'Bearer')
  context.header('content-type', 'application/problem+json')
  context.header('cache-control', 'no-store')
  return context.body(
    JSON.stringify(problemBody(found, context.get('requestId'))),
    found.status as ContentfulStatusCode,
  ) // the table's test holds that it is one
}

/** JSON in UTF-8, packed for who takes it where it is large; a page of rows shrinks to about a tenth. */
export async function answerPacked<E extends Env>(
  context: Context<E>,
  json: Uint8Array<ArrayBuffer>,
): Promise<Response> {
  const small = await packed(json, context.req.header('accept-encoding') ?? '')
  context.header('content-type', 'application/json')
  if (small) context.header('content-encoding', small.encoding)
  if (small) context.header('vary', 'accept-encoding')
  context.header('cache-control', 'no-store')
  const bytes = small?.bytes ?? json
  context.header('content-length', String(bytes.byteLength))
  return context.body(bytes)
}

/** What travels of a problem, also where there is no context: for what never became a request. */
export const problemBody = ({ members, ...found }: Problem, requestId: string) => ({
  type: `https://stocktake.dev/problems/${found.code.toLowerCase().replaceAll('_', '-')}`,
  title: found.happened,
  status: found.status,
  code: found.code,
  ...(found.detail === undefined ? {} : { detail: found.detail }),
  advice: sentenceOf(found),
  requestId,
  ...members,
})

/** An outcome as JSON, or as its problem. */
export const answer = <T, E extends Env>(
  context: Context<E>,
  outcome: Outcome<T>,
  status: ContentfulStatusCode = 200,
): Response =>
  outcome.ok ? answerJson(context, JSON.stringify(outcome.value), status) : answerProblem(context, outcome.problem)

/** JSON that is text already. */
export function answerJson<E extends Env>(
  context: Context<E>,
  text: string,
  status: ContentfulStatusCode = 200,
): Response {
  context.header('content-type', status < 400 ? 'application/json' : 'application/problem+json')
  context.header('cache-control', 'no-store')
  context.header('content-length', String(Buffer.byteLength(text)))
  return context.body(text, status)
}

export const notFound = <E extends Env>(context: Context<E>): Response => answerProblem(context, problem('NOT_FOUND'))
