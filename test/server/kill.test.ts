import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { createApp } from '../../server/app.ts'
import { verifyAll } from '../../server/audit/verify.ts'
import { type Database, openDatabase } from '../../server/db/database.ts'
import type { Deps } from '../../server/http/env.ts'
import type { Tables } from '../../server/workspaces/scope.ts'
import { type Op, PushResponse } from '../../shared/sync.ts'
import { Paired } from '../simulation/processes/cluster.ts'
import { Node } from '../simulation/processes/node.ts'
import { testFolder } from '../support/folder.ts'
import { makeClient, setOp, Writer } from '../support/ops.ts'
import { speaking, startServer, type TestDevice } from '../support/server.ts'

vi.setConfig({ testTimeout: 180_000 })
const folder = testFolder()

/** How many moments are tried. */
const moments = Number(process.env.STOCKTAKE_KILLS ?? 200)
/** So many at a time, then they are looked into: copies take space. */
const share = 20
const ends = ['', '-wal', '-shm']

/** One device that pushes batch after batch, each as soon as the one before is answered. */
class Pusher {
  readonly sent: Op[][] = []
  acked = 0
  private going = false
  private under: Promise<void> = Promise.resolve()

  constructor(private readonly writer: Writer) {}

  start(): void {
    this.going = true
    this.under = this.goOn()
  }
  stop(): Promise<void> {
    this.going = false
    return this.under
  }
  private async goOn(): Promise<void> {
    while (this.going) {
      const rec = { rec: crypto.randomUUID() }
      const batch = Array.from({ length: 5 }, (_, place) => setOp(this.writer.next(), rec, 'product', `${place}`))
      this.sent.push(batch)
      // A connection that had nothing to do for seconds may be closed just when it is used again: sent once more.
      await this.writer.push(...batch).catch(() => this.writer.push(...batch))
      this.acked += 1
    }
  }
  /** What it does after the crash: what was not answered once more, and what was, as answers can be lost as well. */
  async again(request: (path: string, init?: RequestInit) => Promise<Response>, batches: Op[][]): Promise<void> {
    const { scope, device, paired } = this.writer
    const writer = new Writer({ ...paired, ...speaking(request, paired.token) }, scope, device)
    for (const batch of batches) {
      const response = await writer.send(batch)
      const { results } = PushResponse.parse(await response.json())
      expect(results.map(({ st }) => st)).toEqual(batch.map(() => 'applied'))
    }
  }
}

type Frozen = { file: string; pushers: { pusher: Pusher; sent: number; acked: number }[] }

/** The files as they are while the server stands still: byte for byte what `kill -9` at this moment leaves. */
async function freeze(node: Node, pushers: Pusher[], place: number): Promise<Frozen> {
  return node.frozen(async () => {
    // What it had answered by then is on its way; it says nothing more.
    await pause(2)
    const file = folder.at(`killed-${place}.sqlite`)
    for (const end of ends) {
      const from = join(folder.at('live'), `stocktake.sqlite${end}`)
      if (existsSync(from)) copyFileSync(from, `${file}${end}`)
    }
    const told = pushers.map((pusher) => ({ pusher, sent: pusher.sent.length, acked: pusher.acked }))
    return { file, pushers: told }
  })
}

const storedIn = async ({ people }: Database): Promise<(string | null)[]> => {
  const log = await people.withTables<Tables>().selectFrom('log').select('op').where('field', '=', 'product').execute()
  return log.map(({ op }) => op)
}
const idsOf = (batches: Op[][]) => batches.flatMap((batch) => batch.map(({ op }) => op))

/** Restarted on these files: what was acknowledged is there, each push whole or not at all, and sending it all again adds nothing twice. */
async function lookInto({ file, pushers }: Frozen, deps: Deps): Promise<{ unheard: number; lost: number }> {
  const database = await openDatabase({ file })
  const whole = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(database.people)
  expect(whole.rows).toEqual([{ integrity_check: 'ok' }])
  const stored = new Set(await storedIn(database))
  const seen = { unheard: 0, lost: 0 }
  for (const { pusher, sent, acked } of pushers) {
    const there = pusher.sent.slice(0, sent).map((batch) => batch.filter(({ op }) => stored.has(op)).length)
    expect(there.slice(0, acked)).toEqual(Array(acked).fill(5))
    for (const count of there.slice(acked)) {
      expect([0, 5]).toContain(count)
      seen[count ? 'unheard' : 'lost'] += 1
    }
  }
  await sql`pragma synchronous = off`.execute(database.people)
  const app = createApp({ ...deps, database })
  const request = async (path: string, init?: RequestInit) => app.request(new URL(path, deps.baseUrl), init)
  for (const { pusher, sent, acked } of pushers)
    await pusher.again(request, pusher.sent.slice(Math.max(0, acked - 1), sent))
  const all = pushers.flatMap(({ pusher, sent }) => idsOf(pusher.sent.slice(0, sent)))
  expect((await storedIn(database)).sort()).toEqual(all.sort())
  expect((await verifyAll(database)).broken).toEqual([])
  await database.close()
  for (const end of [...ends, '.lock']) rmSync(`${file}${end}`, { force: true })
  return seen
}

test(`kill -9 at ${moments} moments of pushes: everything acknowledged is there, nothing is half, and a retry adds nothing twice (F15)`, async () => {
  const node = new Node(() => ({ DATA_DIR: folder.at('live') }))
  await node.start()
  // What serves on the copies is this server with another database under it.
  const { deps, close } = await startServer()
  try {
    const request = (path: string, init?: RequestInit) => fetch(new URL(path, node.url), init)
    const pushers: Pusher[] = []
    for (const name of ['ash', 'birch']) {
      const { token, workspace, device: id } = Paired.parse(await node.ask({ do: 'join', name }))
      const device: TestDevice = { id, token, workspace, ...speaking(request, token) }
      const client = await makeClient(device)
      for (let count = name === 'ash' ? 0 : 1; count < 2; count++) pushers.push(new Pusher(new Writer(device, client)))
    }
    // The log is written back into the file every few pushes, so that moments of that are among them.
    await node.ask({ do: 'checkpoints', pages: 40 })
    const seen = { unheard: 0, lost: 0 }
    for (let place = 0; place < moments; ) {
      for (const pusher of pushers) pusher.start()
      const frozen: Frozen[] = []
      for (const end = Math.min(moments, place + share); place < end; place++) {
        await pause(Math.random() * 6)
        frozen.push(await freeze(node, pushers, place))
      }
      await Promise.all(pushers.map((pusher) => pusher.stop()))
      for (const one of frozen) {
        const { unheard, lost } = await lookInto(one, deps)
        seen.unheard += unheard
        seen.lost += lost
      }
    }
    // Of those on their way, some were stored and not answered yet, and some not stored.
    expect(seen.unheard).toBeGreaterThan(0)
    expect(seen.lost).toBeGreaterThan(0)
  } finally {
    await node.kill()
    await close()
  }
})
