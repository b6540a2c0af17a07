import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { serve } from '@hono/node-server'
import Sqlite from 'better-sqlite3'
import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { z } from 'zod'

/**
 * Floor: Hono, zod and better-sqlite3 (WAL, FULL) and nothing else: no membership, no conflict check, no history, no
 * audit. The records are stored as their JSON beside indexed columns.
 */
const text = z.string().max(300)
const BenchRecord = z.object({
  ...{ id: text, vendor: text, product: text, sku: text, plan: text, start: text, renewal: text, owner: text },
  ...{ source: text, evidence: text, currency: z.string().length(3), autoRenew: z.boolean() },
  ...{ quantity: z.int(), assigned: z.int(), priceMinor: z.int(), seenAt: z.int() },
  status: z.enum(['active', 'trial', 'suspended', 'cancelled']),
})
const Body = z.object({ records: z.array(BenchRecord).max(2000) })

const database = new Sqlite(join(process.argv[2] ?? '', 'floor.sqlite'))
database.pragma('journal_mode = WAL')
database.pragma('synchronous = FULL')
database.exec(`create table records (id text primary key, vendor text, seq integer not null, body text not null);
  create index records_by_seq on records (seq); create index records_by_vendor on records (vendor)`)
const insert = database.prepare(`insert into records values (?, ?, ?, ?)
  on conflict (id) do update set vendor = excluded.vendor, seq = excluded.seq, body = excluded.body`)
const after = database.prepare('select seq, body from records where seq > ? order by seq limit ?')
let seq = 0
const write = database.transaction((records: z.infer<typeof BenchRecord>[]) => {
  for (const record of records) insert.run(record.id, record.vendor, ++seq, JSON.stringify(record))
})

const listening = new Set<() => void>()
const app = new Hono()
  .post('/push', async (context) => {
    const sent = Buffer.from(await context.req.arrayBuffer())
    const plain = context.req.header('content-encoding') === 'gzip' ? gunzipSync(sent) : sent
    const body = Body.safeParse(JSON.parse(plain.toString()))
    if (!body.success) return context.json({}, 400)
    write(body.data.records)
    for (const tell of listening) tell()
    return context.json({ seq })
  })
  .get('/pull', (context) => {
    const rows = after.all(context.req.query('after'), context.req.query('limit')) as { seq: number; body: string }[] // own table
    const page = `{"next":${rows.at(-1)?.seq ?? seq},"records":[${rows.map(({ body }) => body).join(',')}]}`
    const headers = { 'content-type': 'application/json' }
    if (page.length < 8192) return context.body(page, 200, headers)
    return context.body(gzipSync(page, { level: 1 }), 200, { ...headers, 'content-encoding': 'gzip' })
  })
  .get('/events', (context) =>
    streamSSE(context, async (stream) => {
      const tell = () => void stream.writeSSE({ data: String(seq) })
      listening.add(tell)
      await stream.writeSSE({ data: String(seq) })
      await new Promise<void>((resolve) => stream.onAbort(resolve))
      listening.delete(tell)
    }),
  )
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }: AddressInfo) =>
  process.send?.({ url: `http://127.0.0.1:${port}` }),
)
process.once('SIGTERM', () => process.exit(0))
