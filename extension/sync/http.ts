import type { z } from 'zod'
import { fail, type Problem, type ProblemCode, problemCodes } from '../../shared/problem.ts'
import { ProblemJson } from '../../shared/problem-json.ts'

export type Server = { url: string; token?: string; fetch?: typeof fetch; signal?: AbortSignal }
type Ask<T> = {
  path: string
  schema: z.ZodType<T>
  body?: string
  /** Where it is not the plain one: GET, or POST with a body. */
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Called with the head of an answer that is no problem, before its body has been read. */
  heard?: (headers: Headers) => void
}
export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem; retryAfterMs?: number }

/** What one request did: nothing was left to do, there is more of the same, or it must begin again from another start. */
export type Step = 'done' | 'more' | 'again'

const timeoutMs = 30_000

/** From here on a body is packed, and which servers said that they take that: a hint, asked anew by each of their answers. */
const packedFrom = 8 * 1024
const takingGzip = new Set<string>()

/**
 * One request to the server, and the only kind there is. C4: bounded in time, and ended with its caller. Whatever
 * comes back that is not our server's JSON is a problem with a name, never a row (F42).
 */
export async function ask<T>(server: Server, { schema, heard, ...asked }: Ask<T>): Promise<Answer<T>> {
  const { body } = asked
  const ends = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(server.signal ? [server.signal] : [])])
  try {
    const isPacked = body !== undefined && body.length >= packedFrom && takingGzip.has(server.url)
    const response = await send(server, asked, isPacked, ends)
    noteEncodings(server, response)
    // An older server is in its place now: the same once more, as it was before it was packed.
    const isRefused = isPacked && response.status === 415 && !takingGzip.has(server.url)
    const answer = isRefused ? await send(server, asked, false, ends) : response
    if (answer.ok) heard?.(answer.headers)
    return await answerOf(answer, schema)
  } catch {
    return refused('OFFLINE')
  }
}

type Asked = Pick<Ask<unknown>, 'path' | 'body' | 'method'>

async function send(
  server: Server,
  { path, body, method = body === undefined ? 'GET' : 'POST' }: Asked,
  isPacked: boolean,
  signal: AbortSignal,
): Promise<Response> {
  const request = server.fetch ?? fetch
  return request(`${server.url}${path}`, {
    method,
    headers: { ...headersOf(server, body), ...(isPacked ? { 'content-encoding': 'gzip' } : {}) },
    ...(body === undefined ? {} : { body: isPacked ? await packed(body) : body }),
    signal,
    // A network's sign-in page redirects: that is not our server, and it must not get the token.
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  })
}

const packed = (body: string): Promise<ArrayBuffer> =>
  new Response(new Blob([body]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer()

/** RFC 7694: what a server takes it says in its answers. Only one that says so gets a packed body. */
function noteEncodings({ url }: Server, { headers }: Response): void {
  if (/\bgzip\b/.test(headers.get('accept-encoding') ?? '')) takingGzip.add(url)
  else takingGzip.delete(url)
}

const headersOf = ({ token }: Server, body: string | undefined): Record<string, string> => ({
  accept: 'application/json',
  ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  ...(body === undefined ? {} : { 'content-type': 'application/json' }),
})

const refused = (code: ProblemCode, retryAfterMs?: number, detail?: string): Answer<never> => ({
  ...fail(code, detail),
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
})

async function answerOf<T>(response: Response, schema: z.ZodType<T>): Promise<Answer<T>> {
  const json = await readJson(response)
  if (json === undefined) return refused('NOT_A_SERVER', retryAfterOf(response))
  if (!response.ok) return problemOf(response, json)
  const parsed = schema.safeParse(json)
  return parsed.success ? { ok: true, value: parsed.data } : refused('NOT_A_SERVER')
}

/** Undefined where it is not JSON, or was cut short. */
async function readJson(response: Response): Promise<unknown> {
  if (!/^application\/(problem\+)?json\b/.test(response.headers.get('content-type') ?? '')) return undefined
  const text = await response.text()
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function problemOf(response: Response, json: unknown): Answer<never> {
  const parsed = ProblemJson.safeParse(json)
  if (!parsed.success) return refused('NOT_A_SERVER', retryAfterOf(response))
  const code = problemCodes.find((known) => known === parsed.data.code) ?? byStatus(response.status)
  return refused(code, retryAfterOf(response), parsed.data.detail)
}

/** A newer server may say codes that this version does not know. */
function byStatus(status: number): ProblemCode {
  if (status === 401) return 'UNAUTHENTICATED'
  if (status === 404) return 'NOT_FOUND'
  if (status === 413) return 'TOO_LARGE'
  if (status === 426) return 'UPGRADE_REQUIRED'
  if (status === 429) return 'RATE_LIMITED'
  return status < 500 ? 'INVALID_REQUEST' : status === 503 ? 'BUSY' : 'INTERNAL'
}

/** Seconds, or a date; a server that asks for more than an hour is asked again within one. */
function retryAfterOf(response: Response): number | undefined {
  const text = response.headers.get('retry-after')
  if (text === null) return undefined
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now()
  return Number.isFinite(ms) ? Math.min(Math.max(0, ms), 3_600_000) : undefined
}
