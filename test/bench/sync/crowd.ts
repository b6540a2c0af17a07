import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Op } from '../../../shared/sync.ts'
import { figure, type Row } from '../measure.ts'
import { opsOf } from './ops.ts'
import { bundledServer, type ServerProcess, startProcess } from './process.ts'
import { makeRecords } from './records.ts'
import type { Ready } from './server.entry.ts'
import { WireDevice } from './wire-device.ts'

const [devices, clients, seconds, everyMs] = [200, 20, 20, 10_000]

/** 200 devices of 20 clients at one server: each asks for its scopes, pushes 1 to 5 captured records and pulls. */
export async function crowd(): Promise<Row[]> {
  const server = await startProcess<Ready>(await bundledServer(), [String(devices)])
  try {
    const crowd = await settle(server)
    const before = server.stats()
    await server.asked('delay')
    const spread = await running(crowd)
    const delay = await server.asked<{ p50: number; p99: number; max: number }>('delay')
    const burst = await atOnce(crowd)
    const { rssMB, cpuMs } = server.stats()
    return [
      ...latencies(`${devices} devices, each syncing every ${everyMs / 1000} s`, spread, '≤ 250'),
      { name: '  event loop held up by, p99 ms', ms: figure([delay.p99]) },
      ...latencies(`${devices} devices within the same instant`, burst),
      { name: 'server, MB', ms: figure([rssMB]) },
      { name: 'server, s of processor', ms: figure([(cpuMs - before.cpuMs) / 1000]) },
    ]
  } finally {
    await server.stop()
  }
}

type Member = { device: WireDevice; ops: Op[]; next: number }
type Told = { requests: number[]; syncs: number[]; errors: number }

/** The clients come into being, and each device has what it will push. */
async function settle({ ready: { url, workspace, tokens } }: ServerProcess<Ready>): Promise<Member[]> {
  const scopes = Array.from({ length: clients }, () => randomUUID())
  const first = new WireDevice(url, tokens[0] ?? '', randomUUID(), workspace)
  await first.push(
    scopes.map(
      (rec, place): Op => ({
        ...{ op: randomUUID(), n: place + 1, rec, base: 0, at: new Date().toISOString() },
        ...{ kind: 'set', type: 'client', field: 'name', value: `Client ${place}` },
      }),
    ),
  )
  const records = makeRecords(devices * 25)
  return Promise.all(
    tokens.map(async (token, place) => {
      const scope = scopes[place % clients] ?? ''
      const device = new WireDevice(url, token, randomUUID(), scope)
      return { device, ops: await opsOf('captured', scope, records.slice(place * 25, place * 25 + 25)), next: 0 }
    }),
  )
}

async function oneSync(member: Member, told: Told): Promise<void> {
  const { device, ops } = member
  const count = 1 + (member.next % 5)
  const some = ops.slice(member.next, member.next + count)
  member.next += count
  const request = async (work: () => Promise<unknown>) => {
    const start = performance.now()
    await work()
    told.requests.push(performance.now() - start)
  }
  const start = performance.now()
  try {
    await request(() => device.scopes())
    if (some.length > 0) await request(() => device.push(some))
    await request(() => device.pull())
    told.syncs.push(performance.now() - start)
  } catch (error) {
    told.errors += 1
    console.error(error)
  }
}

/** Spread evenly over the time, as devices are that were opened at different moments. */
async function running(crowd: Member[]): Promise<Told> {
  const told: Told = { requests: [], syncs: [], errors: 0 }
  const end = performance.now() + seconds * 1000
  await Promise.all(
    crowd.map(async (member, place) => {
      await pause((place / crowd.length) * everyMs)
      while (performance.now() < end) {
        const start = performance.now()
        await oneSync(member, told)
        await pause(Math.max(0, everyMs - (performance.now() - start)))
      }
    }),
  )
  return told
}

async function atOnce(crowd: Member[]): Promise<Told> {
  const told: Told = { requests: [], syncs: [], errors: 0 }
  await Promise.all(crowd.map((member) => oneSync(member, told)))
  return told
}

function latencies(name: string, { requests, syncs, errors }: Told, target?: string): Row[] {
  const at = (all: number[], part: number) => [...all].sort((a, b) => a - b)[Math.ceil(part * all.length) - 1] ?? 0
  return [
    { name: `${name}: a request, p50 ms`, ms: figure([at(requests, 0.5)]) },
    { name: '  a request, p99 ms', ms: figure([at(requests, 0.99)]), ...(target ? { target } : {}) },
    { name: '  a whole sync, p50 ms', ms: figure([at(syncs, 0.5)]) },
    { name: '  a whole sync, p99 ms', ms: figure([at(syncs, 0.99)]) },
    { name: '  errors', ms: figure([errors]), target: '0' },
  ]
}
