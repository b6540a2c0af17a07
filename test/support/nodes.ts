import { sql } from 'kysely'
import { createApp } from '../../server/app.ts'
import { type Database, openDatabase } from '../../server/db/database.ts'
import { urlOf } from './databases.ts'
import { speaking, type TestDevice, type TestServer } from './server.ts'

/** The address of the PostgreSQL database that a test server stands on, as a person of that name signs in. */
export async function addressOf({ people }: Database, as?: { name: string; password: string }): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(people)
  const url = new URL(urlOf(process.env.TEST_POSTGRES ?? '', rows[0]?.name ?? ''))
  if (as) Object.assign(url, { username: as.name, password: as.password })
  return url.href
}

/** One more node on the same database: the same devices, another process's worth of state. */
export async function anotherNode(server: TestServer, url?: string) {
  const database = await openDatabase({ url: url ?? (await addressOf(server.database)), connections: 5 })
  const app = createApp({ ...server.deps, database })
  const request: TestServer['request'] = async (path, init) => app.request(new URL(path, server.deps.baseUrl), init)
  const as = (device: TestDevice): TestDevice => ({ ...device, ...speaking(request, device.token) })
  return { database, request, as, close: () => database.close() }
}
