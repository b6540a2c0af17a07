import { randomBytes, randomUUID } from 'node:crypto'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { defaultConfig } from '../../../server/config.ts'
import { addDevice } from '../../../server/devices/store.ts'
import { createLog } from '../../../server/http/log.ts'
import { startServer } from '../../../server/listen.ts'
import { Secret } from '../../../server/secret.ts'
import { addWorkspace } from '../../../server/workspaces/store.ts'

/**
 * The server as it runs, on a file in the folder given or on the database of DATABASE_URL, with devices paired: argument
 * 2 says how many. Without any it joins others on a database that has them.
 */
export type Ready = { url: string; workspace: string; tokens: string[] }

const [folder = '', devices = '2'] = process.argv.slice(2)
const own = defaultConfig()
// One device of the benchmark sends in a second what people send in a day.
const limits = { ...own.limits, pushesPerMinute: 1e6, pullsPerMinute: 1e6 }
const databaseUrl = process.env.DATABASE_URL ? new Secret(process.env.DATABASE_URL) : undefined
const running = await startServer({ ...own, port: 0, folder, limits, databaseUrl }, createLog('info'))
const { people } = running.database
const [workspace, member, person] = [randomUUID(), randomUUID(), randomUUID()]
const [at, now] = [new Date().toISOString(), new Date()]
if (Number(devices) > 0) {
  const named = { name: 'Bench', email: `${person}@example.com`, emailVerified: 1 }
  await people
    .insertInto('people')
    .values({ id: person, ...named, createdAt: at, updatedAt: at })
    .execute()
  await people
    .transaction()
    .execute((tx) => addWorkspace(tx, { id: workspace, name: 'Bench' }, { member, person }, now))
}
const tokens: string[] = []
for (let place = 0; place < Number(devices); place++)
  tokens.push((await addDevice(people, { workspace, member, name: `Device ${place}` }, randomBytes, now)).token)

const delay = monitorEventLoopDelay({ resolution: 5 })
process.on('message', (asked) => {
  if (asked === 'delay') {
    process.send?.({ p50: delay.percentile(50) / 1e6, p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 })
    delay.reset()
    delay.enable()
  }
})
process.once('SIGTERM', () => void running.stop().then(() => process.exit(0)))
process.send?.({ url: running.url, workspace, tokens } satisfies Ready)
