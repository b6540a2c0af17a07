import { randomUUID } from 'node:crypto'
import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createApp, pagePaths } from '../../server/app.ts'
import type { Tables } from '../../server/workspaces/scope.ts'
import type { ProblemCode } from '../../shared/problem.ts'
import { problemCodes } from '../../shared/problem.ts'
import { limits } from '../../shared/sync.ts'
import { makeKey } from '../support/api-keys.ts'
import { routeSamples, type Sample } from '../support/route-samples.ts'
import { twoWorkspaces } from '../support/two-workspaces.ts'

const two = twoWorkspaces()
const Content = z.record(z.string(), z.object({ schema: z.custom<Parameters<typeof z.fromJSONSchema>[0]>() }))
const Operation = z.object({
  operationId: z.string(),
  summary: z.string().min(5),
  security: z.array(z.record(z.string(), z.unknown())).optional(),
  requestBody: z.object({ content: Content }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string(), content: Content })),
})
type Operation = z.infer<typeof Operation>
const Spec = z.object({
  openapi: z.string().startsWith('3.1'),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
})
/** Told once: it depends on the routes alone, which are the same for every test. */
let told: Promise<unknown> | undefined
const document = (): Promise<unknown> => {
  told ??= Promise.resolve(two.server.request('/openapi.json')).then((response) => response.json())
  return told
}

type Route = { name: string; method: string; path: string; operation: Operation }
const routesOf = async (): Promise<Route[]> =>
  Object.entries(Spec.parse(await document()).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      operation,
    })),
  )
const route = async (name: string): Promise<Route> => {
  const found = (await routesOf()).find((each) => each.name === name)
  if (!found) throw new Error(`${name} is not described`)
  return found
}

const names = Object.keys(routeSamples)
const sampleOf = (name: string) => {
  const sample = routeSamples[name]
  if (!sample) throw new Error(`${name} has no sample`)
  return sample
}
/** The codes that a description names, in the order in which it does. */
const codesOf = ({ responses }: Operation): ProblemCode[] => {
  const said = Object.values(responses).map(({ description }) => description)
  return problemCodes.filter((code) => said.some((text) => new RegExp(`(^| )${code}: `).test(text)))
}

const send = ({ method }: Route, { path, body, headers }: Sample, token: string | null, type = 'application/json') =>
  two.server.request(path, {
    method,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': type }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })

/** The answer is one that the description has, of its media type and its schema. */
async function fits({ name, operation }: Route, response: Response): Promise<unknown> {
  const described = operation.responses[String(response.status)]
  expect(described, `${name} answers ${response.status}, which is not described`).toBeDefined()
  const type = response.headers.get('content-type')?.split(';')[0] ?? ''
  const content = described?.content[type]
  expect(content, `${name} ${response.status} ${type}`).toBeDefined()
  if (!type.endsWith('json')) {
    // It waits for news after its first words, and ends when nobody listens.
    const reader = response.body?.getReader()
    await reader?.read()
    await reader?.cancel()
    return undefined
  }
  const body: unknown = await response.json()
  const read = z.fromJSONSchema(content?.schema ?? {}).safeParse(body)
  expect(read.error?.issues, `${name} ${JSON.stringify(body).slice(0, 600)}`).toBeUndefined()
  return body
}

/** What any route refuses that describes it, from a request that succeeds. */
const provoked: Partial<
  Record<ProblemCode, (route: Route, good: Sample, token: string) => Promise<Response> | Response>
> = {
  UNAUTHENTICATED: (route, good) => send(route, good, null),
  KEY_INVALID: (route, good) => send(route, good, `stk_${'x'.repeat(43)}`),
  KEY_REFUSED: async (route, good) => send(route, good, (await makeKey(two.server, two.server.a.device)).token),
  NOT_FOUND: (route, good, token) =>
    send(route, { ...good, path: good.path.replaceAll(/[0-9a-f-]{36}/g, randomUUID()) }, token),
  NOT_JSON: (route, good, token) => send(route, good, token, 'text/plain'),
  INVALID_REQUEST: (route, good, token) => send(route, { ...good, body: { unknown: 1 } }, token),
  TOO_LARGE: (route, good, token) =>
    send(route, { ...good, body: JSON.stringify({ x: 'x'.repeat(limits.pushBytes) }) }, token),
  FORBIDDEN: async (route, good, token) => {
    await two.server.database.people.updateTable('members').set({ role: 'reader' }).execute()
    return send(route, good, token)
  },
  SCOPE_GONE: async (route, good, token) => {
    const gone = (gone_at: string | null) =>
      two.server.database.people.withTables<Tables>().updateTable('scopes').set({ gone_at }).execute()
    await gone('2026-03-01T09:00:00.000Z')
    const response = await send(route, good, token)
    await gone(null)
    return response
  },
  MEMBERSHIP_REVOKED: async (route, good, token) => {
    await two.server.database.people.updateTable('members').set({ state: 'removed' }).execute()
    return send(route, good, token)
  },
}
/** Needs a fault, a race or a full disk, each with a test of its own; or is told by another route’s sample. */
const elsewhere = new Set<ProblemCode>([
  'BUSY',
  'INTERNAL',
  'STORAGE_FULL',
  'RATE_LIMITED',
  'SLOW_DOWN',
  'RESYNC_REQUIRED',
  'ID_COLLISION',
  'OP_REUSED',
  'LIMIT_REACHED',
])

/** These take the member what the others need. */
const last: ProblemCode[] = ['FORBIDDEN', 'MEMBERSHIP_REVOKED']

describe('/openapi.json', () => {
  test('is a document of OpenAPI 3.1', async () => {
    const result = await new Validator().validate((await document()) as Record<string, unknown>) // as it comes
    expect(result.errors).toBeUndefined()
    expect(result.valid).toBe(true)
  })

  test('describes every registered route but the pages, and each has a sample below', async () => {
    const described = (await routesOf()).map(({ name }) => name).sort()
    const pages = new Set([...pagePaths, '/style.css', '/passkeys.js', '/metrics'])
    const registered = createApp(two.server.deps)
      .routes.filter(({ method, path }) => method !== 'ALL' && !pages.has(path))
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
    expect(registered.length).toBeGreaterThan(10)
    expect(described).toEqual([...new Set(registered)].sort())
    expect([...names].sort()).toEqual(described)
  })

  test('names what each takes, answers and refuses, and which ask for a token or let a key in', async () => {
    const ids = new Set<string>()
    for (const { name, method, path, operation } of await routesOf()) {
      const { operationId, security, requestBody, responses } = operation
      expect(ids.has(operationId), operationId).toBe(false)
      ids.add(operationId)
      expect(
        Object.keys(responses).filter((status) => status.startsWith('2')),
        name,
      ).toHaveLength(1)
      expect(responses, name).toHaveProperty('500')
      expect(Boolean(requestBody), name).toBe(method === 'POST' || method === 'PATCH')
      const schemes = (security ?? []).flatMap((each) => Object.keys(each))
      const open = /^\/v1\/(connect|device)\//.test(path) || !path.startsWith('/v1/')
      expect(schemes, name).toEqual(
        open ? [] : /^\/v1\/clients\/(?!.*\/(export|purge)$)/.test(path) ? ['device', 'apiKey'] : ['device'],
      )
      if (path.includes('{')) expect(responses, name).toHaveProperty('404')
    }
  })
})

describe.each(names)('%s', (name) => {
  test('answers as it is described, to a device and to a key where it lets one in', async () => {
    const described = await route(name)
    const body = await fits(described, await send(described, await sampleOf(name).good(two), two.server.a.device.token))
    if (!described.operation.security?.some((scheme) => 'apiKey' in scheme)) return
    const key = await makeKey(two.server, two.server.a.device)
    const again = await fits(described, await send(described, await sampleOf(name).good(two), key.token))
    expect(Object.keys(again ?? {})).toEqual(Object.keys(body ?? {}))
  })

  test('refuses as it is described, whatever can be provoked', async () => {
    const described = await route(name)
    const { good, refused = {} } = sampleOf(name)
    const codes = codesOf(described.operation)
    // What a route alone refuses is described, or its sample would be of nothing.
    expect(codes).toEqual(expect.arrayContaining(Object.keys(refused)))
    for (const code of [...codes].sort((a, b) => last.indexOf(a) - last.indexOf(b))) {
      if (elsewhere.has(code)) continue
      // A removed member has no device, and the codes of those who have none are bound to a membership too.
      if (code === 'MEMBERSHIP_REVOKED' && !described.operation.security) continue
      const { token } = two.server.a.device
      if (code === 'MEMBERSHIP_REVOKED')
        await two.server.database.people.updateTable('members').set({ role: 'owner' }).execute()
      const sample = await good(two)
      const own = refused[code]
      // A key was used before the same key comes with another request.
      if (code === 'IDEMPOTENCY_KEY_REUSED') await send(described, sample, token)
      const way = provoked[code]
      const response = own
        ? await send(described, await own(two, sample), token)
        : await way?.(described, sample, token)
      if (!response) {
        expect.unreachable(`${name}: ${code} is described, and nothing provokes it`)
        return
      }
      expect(await fits(described, response), `${name}: ${code}`).toMatchObject({ code })
    }
  })
})
