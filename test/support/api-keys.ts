import { randomUUID } from 'node:crypto'
import { KeyMade } from '../../server/keys/routes.ts'
import type { Uuid } from '../../shared/model/id.ts'
import type { TestDevice, TestServer } from './server.ts'

export type TestKey = { id: Uuid; token: string; ask: Ask }
export type Ask = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>

/** Any method with this token; a POST gets a new Idempotency-Key unless one is given. */
export const asking =
  (server: TestServer, token: string): Ask =>
  (method, path, body, headers = {}) =>
    server.request(path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })

/** A key made as an owner makes it. */
export async function makeKey(
  server: TestServer,
  device: TestDevice,
  asked: { role?: 'reader' | 'consultant'; clients?: 'all' | Uuid[]; expiresInDays?: number } = {},
): Promise<TestKey> {
  const { role = 'consultant', clients = 'all', ...rest } = asked
  const response = await device.post('/v1/api-keys', { name: 'Ledger import', role, clients, ...rest })
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`)
  const made = KeyMade.parse(await response.json())
  return { ...made, ask: asking(server, made.token) }
}
