import { randomBytes, randomUUID } from 'node:crypto'
import { createApp } from '../../server/app.ts'
import { defaultConfig } from '../../server/config.ts'
import { type Database, openDatabase } from '../../server/db/database.ts'
import { asAnotherHistory } from '../../server/db/restore.ts'
import { addDevice } from '../../server/devices/store.ts'
import type { Deps } from '../../server/http/env.ts'
import type { LogEntry } from '../../server/http/log.ts'
import { createOperation } from '../../server/operation.ts'
import { purgeTombstones } from '../../server/sync/retention.ts'
import { addWorkspace } from '../../server/workspaces/store.ts'
import type { Uuid } from '../../shared/model/id.ts'
import { freshDatabase, imageOf } from './databases.ts'

/** A paired device as the wire sees it: its token, and requests that carry it. */
export type TestDevice = {
  id: Uuid
  token: string
  workspace: Uuid
  get: (path: string, headers?: Record<string, string>) => Promise<Response>
  post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Response>
}
export type TestWorkspace = {
  id: Uuid
  member: Uuid
  person: string
  device: TestDevice
  /** Pairs one more device of the same member. */
  pair: (name?: string) => Promise<TestDevice>
}

/** The real server in this process, in memory, with two workspaces that must never see each other. */
export type TestServer = {
  /** The database behind it at this moment; a restore puts another in its place. */
  readonly database: Database
  readonly deps: Deps
  request: (path: string, init?: RequestInit) => Promise<Response>
  /** For the device's code, which takes a fetch: the same server under any origin. */
  fetch: typeof fetch
  a: TestWorkspace
  b: TestWorkspace
  addWorkspace: (name: string) => Promise<TestWorkspace>
  /** What the server wrote to its log. */
  logs: LogEntry[]
  now: () => Date
  pass: (ms: number) => void
  /** R10: an image of everything, and a server that goes on from one. */
  backup: () => Promise<Buffer>
  restore: (image: Buffer) => Promise<void>
  /** What an operator does who knows of no restore: an older file in the place of the present one, same epoch. */
  putBack: (image: Buffer) => Promise<void>
  /** R9: takes away everything deleted up to now. Returns how many records went. */
  purge: (workspace: Uuid, scope: Uuid) => Promise<number>
  close: () => Promise<void>
}

/** Histories are written faster than any device writes; the limits have tests of their own. */
const unlimited = { pushesPerMinute: 1e9, pullsPerMinute: 1e9, inFlight: 1e9, connections: 1e9 }

/** In memory, or wherever the tests run; or in a file, for what an operator does beside it. */
export const startServer = async (file?: string): Promise<TestServer> =>
  startServerOn(file === undefined ? await freshDatabase() : await openDatabase({ file }))

export async function startServerOn(database: Database): Promise<TestServer> {
  let time = Date.parse('2026-03-01T09:00:00Z')
  const logs: LogEntry[] = []
  const deps: Deps = {
    database,
    clock: () => new Date(time),
    random: randomBytes,
    log: (entry) => {
      logs.push(entry)
      if (entry.event === 'fault') console.error(entry)
    },
    baseUrl: 'http://stocktake.test',
    operation: createOperation({ ...defaultConfig(), limits: unlimited }),
    secret: 'the secret of a server that lives in a test only',
  }
  let app = createApp(deps)
  const request = async (path: string, init?: RequestInit) => app.request(new URL(path, deps.baseUrl), init)
  const goOnWith = async (database: Database) => {
    const former = deps.database
    deps.database = database
    app = createApp(deps)
    await former.close()
  }
  const join = (name: string) => joinWorkspace(deps, request, name)
  return {
    get database() {
      return deps.database
    },
    deps,
    request,
    fetch: async (input, init) => {
      const asked = new Request(input, init)
      const { pathname, search } = new URL(asked.url)
      return app.request(new Request(new URL(pathname + search, deps.baseUrl), asked))
    },
    a: await join('Ash Advisers'),
    b: await join('Birch Advisers'),
    addWorkspace: join,
    logs,
    now: deps.clock,
    pass: (ms) => {
      time += ms
    },
    backup: () => imageOf(deps.database),
    restore: async (image) => goOnWith(await asAnotherHistory(await freshDatabase(image))),
    putBack: async (image) => goOnWith(await freshDatabase(image)),
    purge: async (workspace, scope) => {
      const gone = await purgeTombstones(deps.database, workspace, scope, deps.clock(), deps.clock())
      if (!gone.ok) throw new Error(gone.problem.code)
      return gone.value
    },
    close: () => deps.database.close(),
  }
}

/** A workspace with its owner and one paired device, as if they had signed up. */
export async function joinWorkspace(
  deps: Pick<Deps, 'database' | 'clock' | 'random'>,
  request: TestServer['request'],
  name: string,
): Promise<TestWorkspace> {
  const { people } = deps.database
  const [workspace, member, person] = [randomUUID(), randomUUID(), randomUUID()]
  const at = deps.clock().toISOString()
  const account = { id: person, name: `${name} Owner`, email: `${person}@example.com`, emailVerified: 1, image: null }
  await people
    .insertInto('people')
    .values({ ...account, createdAt: at, updatedAt: at })
    .execute()
  await people
    .transaction()
    .execute((tx) => addWorkspace(tx, { id: workspace, name }, { member, person }, deps.clock()))
  const pair = async (device = 'Work browser'): Promise<TestDevice> => {
    const owner = { workspace, member, name: device }
    const paired = await addDevice(deps.database.people, owner, deps.random, deps.clock())
    return { ...paired, workspace, ...speaking(request, paired.token) }
  }
  return { id: workspace, member, person, device: await pair(), pair }
}

export function speaking(request: TestServer['request'], token: string): Pick<TestDevice, 'get' | 'post'> {
  const authorization = `Bearer ${token}`
  return {
    get: (path, headers) => request(path, { headers: { authorization, ...headers } }),
    post: (path, body, headers) =>
      request(path, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  }
}
