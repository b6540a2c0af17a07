import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { createApp } from '../../server/app.ts'
import { defaultConfig } from '../../server/config.ts'
import { openDatabase } from '../../server/db/database.ts'
import { addDevice } from '../../server/devices/store.ts'
import { createOperation } from '../../server/operation.ts'
import { addWorkspace } from '../../server/workspaces/store.ts'

/** The real server on a file of its own in a process of its own, with two paired devices; prints how to reach it. */
const folder = mkdtempSync(join(tmpdir(), 'stocktake-bench-'))
const database = await openDatabase({ file: join(folder, 'stocktake.sqlite') })
const [workspace, member, person] = [randomUUID(), randomUUID(), randomUUID()]
const at = new Date().toISOString()
const { people } = database
await people
  .insertInto('people')
  .values({
    id: person,
    name: 'Bench',
    email: 'bench@example.com',
    emailVerified: 1,
    image: null,
    createdAt: at,
    updatedAt: at,
  })
  .execute()
await people
  .transaction()
  .execute((tx) => addWorkspace(tx, { id: workspace, name: 'Bench' }, { member, person }, new Date()))
const pair = async (name: string) =>
  (await addDevice(people, { workspace, member, name }, randomBytes, new Date())).token
const tokens = [await pair('A'), await pair('B')]

const deps = {
  database,
  clock: () => new Date(),
  random: randomBytes,
  log: () => undefined,
  baseUrl: 'http://127.0.0.1',
  secret: randomBytes(32).toString('hex'),
  // Measured is how fast it is, not how often a device may ask.
  operation: createOperation({
    ...defaultConfig(),
    limits: { pushesPerMinute: 1e9, pullsPerMinute: 1e9, inFlight: 1000, connections: 1000 },
  }),
}
const server = serve({ fetch: createApp(deps).fetch, port: 0, hostname: '127.0.0.1' }, (info: AddressInfo) => {
  console.log(JSON.stringify({ url: `http://127.0.0.1:${info.port}`, workspace, tokens }))
})

process.once('SIGTERM', () => {
  server.close()
  void database.close().then(() => {
    rmSync(folder, { recursive: true, force: true })
    process.exit(0)
  })
})
