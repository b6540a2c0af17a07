import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

/** Floor: a bare Hono server on loopback that takes the same bytes by POST in batches and gives them back by GET. Milliseconds. */
export async function loopbackFloor(batches: string[][]): Promise<number> {
  const kept: string[] = []
  const app = new Hono()
    .post('/', async (context) => {
      kept.push(await context.req.text())
      return context.json({ ok: true })
    })
    .get('/:n', (context) =>
      context.body(kept[Number(context.req.param('n'))] ?? '', 200, { 'content-type': 'application/json' }),
    )
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise<void>((resolve) => (server.listening ? resolve() : server.once('listening', () => resolve())))
  const { port } = server.address() as AddressInfo // a TCP server that listens has such an address
  try {
    const start = performance.now()
    for (const batch of batches)
      await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: `[${batch.join(',')}]` })
    for (let n = 0; n < batches.length; n++) await (await fetch(`http://127.0.0.1:${port}/${n}`)).text()
    return performance.now() - start
  } finally {
    server.close()
  }
}
