import { type ClientRequest, get } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { Peer } from '../sync/peer.ts'
import { type ServerProcess, startProcess } from '../sync/process.ts'
import type { BenchRecord } from '../sync/records.ts'

/** The bare reference's two devices: batches of 500, gzip both ways. */
export function reference(): Peer {
  let server: ServerProcess<{ url: string }>
  let records: BenchRecord[] = []
  const atB = new Map<string, BenchRecord>()
  let cursor = 0
  let events: ClientRequest | undefined
  let arrived = () => {}
  const push = async (some: BenchRecord[]) => {
    const json = JSON.stringify({ records: some })
    const isLarge = json.length >= 8192
    const response = await fetch(`${server.ready.url}/push`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(isLarge ? { 'content-encoding': 'gzip' } : {}) },
      body: isLarge ? gzipSync(json, { level: 1 }) : json,
    })
    if (!response.ok) throw new Error(`${response.status}`)
    await response.json()
  }
  const pull = async (limit = 2000) => {
    for (;;) {
      const response = await fetch(`${server.ready.url}/pull?after=${cursor}&limit=${limit}`)
      const page = (await response.json()) as { next: number; records: BenchRecord[] } // its own shape
      for (const record of page.records) atB.set(record.id, record)
      cursor = page.next
      if (page.records.length < limit) return
    }
  }
  return {
    start: async () => {
      server = await startProcess('test/bench/floors/reference.entry.ts')
    },
    prepare: async (all) => {
      records = all
    },
    push: async () => {
      for (let from = 0; from < records.length; from += 500) await push(records.slice(from, from + 500))
    },
    pull: async () => {
      await pull()
      if (atB.size !== records.length) throw new Error(`B has ${atB.size}`)
    },
    listen: () =>
      new Promise((resolve) => {
        events = get(`${server.ready.url}/events`, (response) => {
          response.setEncoding('utf8').on('data', async (text: string) => {
            resolve()
            if (Number(/data: (\d+)/.exec(text)?.[1] ?? 0) <= cursor) return
            await pull()
            arrived()
          })
          response.on('error', () => {})
        })
        events.on('error', () => {})
      }),
    change: async (at) => {
      const record = records[at]
      if (!record) throw new Error('no such record')
      const come = new Promise<void>((resolve) => {
        arrived = resolve
      })
      await Promise.all([push([{ ...record, quantity: 100_000 + at }]), come])
    },
    nothing: async () => void (await Promise.all([pull(), pull(1)])),
    stats: () => server.stats(),
    stop: async () => {
      events?.destroy()
      await server.stop()
    },
  }
}
