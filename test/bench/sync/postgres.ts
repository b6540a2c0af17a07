import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Op } from '../../../shared/sync.ts'
import { startPostgres } from '../../support/postgres.ts'
import { unnestFloor } from '../floors/postgres.ts'
import { beside, figure, type Row, timed } from '../measure.ts'
import { opsOf } from './ops.ts'
import { bundledServer, type ServerProcess, startProcess } from './process.ts'
import { makeRecords } from './records.ts'
import type { Ready } from './server.entry.ts'
import { WireDevice } from './wire-device.ts'

const [rounds, records, nodes, devices, pushes, opsOfPush] = [3, 10_000, 3, 24, 10, 20] as const
/** What each node gets of a core where it is held, so that three of them, the database and the devices fit into two. */
const share = 0.2

/**
 * `npm run bench -- sync-postgres`: what one node brings into PostgreSQL, beside the bare unnest of the same records; and
 * three nodes beside one, with the same devices pushing the same: as they come, where all share this machine's cores,
 * and each held to a fifth of a core, as on three small machines. All on one database with fsync, in turn.
 */
export async function syncPostgres(): Promise<Row[]> {
  const postgres = await startPostgres()
  const started: ServerProcess<Ready>[] = []
  try {
    for (let node = 0; node < nodes; node++) started.push(await nodeOn(postgres.url, node === 0 ? devices : 0))
    const [first] = started
    if (!first) throw new Error('no node')
    const [ingest, floor]: [number[], number[]] = [[], []]
    const free: Spread = { alone: [], together: [] }
    const held: Spread = { alone: [], together: [] }
    const crowd = await settle(first)
    const addresses = started.map(({ ready }) => ready.url)
    for (let round = 0; round < rounds; round++) {
      ingest.push(await ingested(first))
      floor.push(await unnestFloor(postgres.url, makeRecords(records)))
      await spread(free, crowd, addresses)
      const release = heldBack(started.map(({ pid }) => pid))
      await spread(held, crowd, addresses)
      await release()
    }
    const total = devices * pushes * opsOfPush
    const perSecond = (ms: number[]) => figure(ms.map((each) => (total / each) * 1000))
    return [
      {
        ...beside(`${records} records, A to durable on PostgreSQL, ms`, ingest, 'bare unnest of arrays', floor),
        target: '≤ 2 ×',
      },
      ...[
        { of: free, how: 'on the cores of all' },
        { of: held, how: `each held to ${share} of a core` },
      ].flatMap(({ of: { alone, together }, how }): Row[] => [
        {
          ...beside(`${devices} devices push ${total} records to 3 nodes, ${how}, ms`, together, 'to 1 node', alone),
          target: '< 1 ×',
        },
        { name: '  3 nodes, records a second', ms: perSecond(together) },
        { name: '  1 node, records a second', ms: perSecond(alone) },
      ]),
      { name: '  a node, MB', ms: figure(started.map(({ stats }) => stats().rssMB)) },
    ]
  } finally {
    for (const node of started) await node.stop()
    await postgres.stop()
  }
}

const nodeOn = async (url: string, paired: number) =>
  startProcess<Ready>(await bundledServer(), [String(paired)], undefined, { DATABASE_URL: url })

async function newClient({ ready: { url, workspace, tokens } }: ServerProcess<Ready>): Promise<string> {
  const client = randomUUID()
  const of = { op: randomUUID(), n: 1, rec: client, base: 0, at: new Date().toISOString() }
  const named = { ...of, kind: 'set', type: 'client', field: 'name', value: 'Acme' } as const
  await new WireDevice(url, tokens[0] ?? '', randomUUID(), workspace).push([named])
  return client
}

/** One device, all its records, push after push. */
async function ingested(server: ServerProcess<Ready>): Promise<number> {
  const client = await newClient(server)
  const device = new WireDevice(server.ready.url, server.ready.tokens[0] ?? '', randomUUID(), client)
  await device.scopes()
  const ops = await opsOf('stated', client, makeRecords(records))
  return timed(() => device.push(ops))
}

type Member = { token: string; number: string; client: string; ops: Op[]; pushed: number }

/** Two devices a client, each with all that it will push. */
async function settle(server: ServerProcess<Ready>): Promise<Member[]> {
  const each = rounds * 4 * pushes * opsOfPush
  const some = makeRecords(each)
  const clients = await Promise.all(Array.from({ length: devices / 2 }, () => newClient(server)))
  return Promise.all(
    server.ready.tokens.map(async (token, place) => {
      const client = clients[place % clients.length] ?? ''
      return { token, number: randomUUID(), client, ops: await opsOf('stated', client, some), pushed: 0 }
    }),
  )
}

type Spread = { alone: number[]; together: number[] }

async function spread({ alone, together }: Spread, crowd: Member[], addresses: string[]): Promise<void> {
  alone.push(await pushedTo(crowd, addresses.slice(0, 1)))
  together.push(await pushedTo(crowd, addresses))
}

/** Lets each of these processes run for its share of each 60 ms, one after the other, and stops it for the rest. */
function heldBack(pids: number[]): () => Promise<void> {
  const ms = 60
  const turn = () => {
    for (const [place, pid] of pids.entries()) {
      const starts = (place / pids.length) * ms
      setTimeout(() => process.kill(pid, 'SIGCONT'), starts)
      setTimeout(() => process.kill(pid, 'SIGSTOP'), starts + share * ms)
    }
  }
  const turns = setInterval(turn, ms)
  return async () => {
    clearInterval(turns)
    // What the last turn has begun ends first.
    await pause(2 * ms)
    for (const pid of pids) process.kill(pid, 'SIGCONT')
  }
}

/** All at once, spread over these nodes. */
const pushedTo = (crowd: Member[], addresses: string[]): Promise<number> =>
  timed(() =>
    Promise.all(
      crowd.map(async (member, place) => {
        const address = addresses[place % addresses.length] ?? ''
        const device = new WireDevice(address, member.token, member.number, member.client)
        for (let push = 0; push < pushes; push++) {
          await device.push(member.ops.slice(member.pushed, member.pushed + opsOfPush))
          member.pushed += opsOfPush
        }
      }),
    ),
  )
