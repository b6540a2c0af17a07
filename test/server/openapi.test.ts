import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createApp, pagePaths } from '../../server/app.ts'
import { observed } from '../support/ops.ts'
import { changesPath, twoWorkspaces } from '../support/two-workspaces.ts'

const two = twoWorkspaces()
const Operation = z.object({
  operationId: z.string(),
  summary: z.string().min(5),
  security: z.array(z.unknown()).optional(),
  requestBody: z.unknown().optional(),
  responses: z.record(
    z.string(),
    z.object({ description: z.string(), content: z.record(z.string(), z.object({ schema: z.unknown() })) }),
  ),
})
const Spec = z.object({
  openapi: z.string().startsWith('3.1'),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
})
const spec = async () => Spec.parse(await (await two.server.request('/openapi.json')).json())

describe('/openapi.json', () => {
  test('describes every registered route but the pages and itself', async () => {
    const { paths } = await spec()
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const pages = new Set([...pagePaths, '/style.css', '/metrics', '/openapi.json'])
    const registered = createApp(two.server.deps)
      .routes.filter(({ method, path }) => method !== 'ALL' && !pages.has(path))
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
    expect(registered.length).toBeGreaterThan(10)
    expect(described.sort()).toEqual([...new Set(registered)].sort())
  })

  test('names what each takes, answers and refuses, and which ask for a token', async () => {
    const { paths } = await spec()
    for (const [path, methods] of Object.entries(paths))
      for (const [method, { security, requestBody, responses }] of Object.entries(methods)) {
        const route = `${method} ${path}`
        expect(responses, route).toHaveProperty('200')
        expect(responses, route).toHaveProperty('500')
        expect(Boolean(requestBody), route).toBe(method === 'post')
        expect(Boolean(security), route).toBe(/^\/v1\/(scopes|devices|clients)/.test(path))
        if (path.includes('{')) expect(responses, route).toHaveProperty('404')
      }
    expect(paths['/v1/scopes/{scope}/push']?.post?.responses['409']?.description).toMatch(/EPOCH.*GAP.*ID_COLLISION/s)
  })

  test('says the truth: what the running server answers fits what is described', async () => {
    const { paths } = await spec()
    await two.inA.add(await observed(two.ofA))
    const answers: Record<string, string> = {
      '/healthz': '/healthz',
      '/v1/scopes': '/v1/scopes',
      '/v1/devices': '/v1/devices',
      '/v1/scopes/{scope}/changes': changesPath(two.ofA),
      '/v1/scopes/{scope}/digest': `/v1/scopes/${two.ofA}/digest`,
      '/v1/clients/{client}/inventory': `/v1/clients/${two.ofA}/inventory`,
      '/v1/clients/{client}/vendors': `/v1/clients/${two.ofA}/vendors`,
      '/v1/clients/{client}/alerts': `/v1/clients/${two.ofA}/alerts`,
    }
    for (const [path, asked] of Object.entries(answers)) {
      const described = paths[path]?.get?.responses['200']?.content['application/json']?.schema
      const schema = z.fromJSONSchema(described as Parameters<typeof z.fromJSONSchema>[0]) // checked by what follows
      const response = await two.server.a.device.get(asked)
      expect(schema.safeParse(await response.json()), path).toMatchObject({ success: true })
    }
  })
})
