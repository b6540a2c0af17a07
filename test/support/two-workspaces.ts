import { afterEach, beforeEach } from 'vitest'
import { ChangesResponse, protocol, Row, schema } from '../../shared/sync.ts'
import { clientsOfBoth, Writer } from './ops.ts'
import { startServer, type TestDevice, type TestServer } from './server.ts'

/** A server with a client in each of two workspaces, anew for every test. */
export type Two = { server: TestServer; ofA: string; ofB: string; inA: Writer; inB: Writer }

export function twoWorkspaces(): Two {
  const two = {} as Two // filled before each test
  beforeEach(async () => {
    const server = await startServer()
    const { ofA, ofB } = await clientsOfBoth(server)
    const inA = new Writer(server.a.device, ofA)
    const inB = new Writer(server.b.device, ofB)
    Object.assign(two, { server, ofA, ofB, inA, inB })
  })
  afterEach(() => two.server.close())
  return two
}

/** What every request of a device states (R11). */
export const versions = { protocol: String(protocol), schema: String(schema) }

/** Where a device pulls from the beginning. */
export const changesPath = (scope: string) => `/v1/scopes/${scope}/changes?${new URLSearchParams(versions)}`

/** Everything that a device of the scope pulls from the beginning, page by page. */
export async function pullAll(device: TestDevice, scope: string, query: Record<string, string> = {}) {
  const rows: Row[] = []
  let after = 0
  for (;;) {
    const search = new URLSearchParams({ ...versions, after: String(after), floor: '0', ...query })
    const response = await device.get(`/v1/scopes/${scope}/changes?${search}`)
    const page = ChangesResponse.parse(await response.json())
    rows.push(...page.rows.map((row) => Row.parse(row)))
    after = page.next
    if (!page.more) return { ...page, rows }
  }
}

/** The code of a problem that must have the content type of one. */
export async function codeOf(response: Response): Promise<{ status: number; code: unknown }> {
  const body: unknown = await response.json()
  const code = body instanceof Object && 'code' in body ? body.code : undefined
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) throw new Error('not a problem')
  return { status: response.status, code }
}
