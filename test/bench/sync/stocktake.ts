import { randomUUID } from 'node:crypto'
import type { Op } from '../../../shared/sync.ts'
import { editOf, type Mapping, opsOf } from './ops.ts'
import type { Peer } from './peer.ts'
import { bundledServer, type ServerProcess, startProcess } from './process.ts'
import type { Ready } from './server.entry.ts'
import { WireDevice } from './wire-device.ts'

/** The product: the real server process, and two devices that keep their tables in memory. */
export function stocktake(mapping: Mapping): Peer {
  const client = randomUUID()
  let server: ServerProcess<Ready>
  let [a, b] = [] as unknown as [WireDevice, WireDevice] // made by `start`
  let ops: Op[] = []
  let revs: number[] = []
  const waiting: { head: number; done: () => void }[] = []
  return {
    async start() {
      server = await startProcess<Ready>(await bundledServer())
      const { url, workspace, tokens } = server.ready
      const device = (place: number, scope: string) => new WireDevice(url, tokens[place] ?? '', randomUUID(), scope)
      await device(0, workspace).push([
        { ...named, op: randomUUID(), rec: client, kind: 'set', type: 'client', field: 'name', value: 'Acme' },
      ])
      a = device(0, client)
      b = device(1, client)
      // As a round of the extension begins; the answer also tells whether it may send gzip.
      await Promise.all([a.scopes(), b.scopes()])
    },
    async prepare(records) {
      ops = await opsOf(mapping, client, records)
    },
    async push() {
      revs = (await a.push(ops)).map(({ at }) => at)
    },
    async pull() {
      await b.pull()
      if (b.rows.size !== ops.length) throw new Error(`B has ${b.rows.size} of ${ops.length}`)
    },
    listen: () =>
      b.listen(async (head) => {
        if (head <= b.cursor) return
        await b.pull()
        for (const wait of waiting.splice(0)) if (wait.head <= b.cursor) wait.done()
      }),
    async change(place) {
      const of = ops[place]
      if (!of) throw new Error('no such op')
      const n = ops.length + place + 1
      const head = b.cursor + 1
      const arrived = new Promise<void>((done) => waiting.push({ head, done }))
      await Promise.all([a.push([editOf(mapping, n, of, revs[place] ?? 0, 100_000 + place)]), arrived])
    },
    nothing: async () => void (await Promise.all([a.scopes(), b.scopes()])),
    stats: () => server.stats(),
    async stop() {
      b.close()
      await server.stop()
    },
  }
}

const named = { n: 1, base: 0, at: '2026-02-01T10:00:00.000Z' } as const
