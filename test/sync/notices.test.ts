import { expect, onTestFinished, test } from 'vitest'
import { createClient } from '../../extension/records/clients.ts'
import { listenForNotices } from '../../extension/sync/notices.ts'
import { newId } from '../../shared/model/id.ts'
import { makeClient, Writer } from '../support/ops.ts'
import { pairedDevice } from '../support/paired.ts'
import { startServer } from '../support/server.ts'

async function listening(request?: typeof fetch) {
  const server = await startServer()
  const ends = new AbortController()
  const device = await pairedDevice(server, server.a)
  const client = await createClient(device.db, 'Acme')
  await device.sync()
  await makeClient(server.b.device, 'Another workspace’s')
  let news = 0
  const pauses: number[] = []
  const heard = listenForNotices(device.db, {
    fetch: request ?? server.fetch,
    signal: ends.signal,
    random: () => 1,
    pause: (ms, signal) => {
      pauses.push(ms)
      // Not sooner than others have had their turn, and never longer than the test.
      return new Promise((resolve) => {
        const soon = setTimeout(resolve, 1)
        signal.addEventListener('abort', () => {
          clearTimeout(soon)
          resolve()
        })
      })
    },
    onNews: async () => {
      news += 1
      await device.sync()
    },
  })
  onTestFinished(async () => {
    ends.abort()
    await heard
    await server.close()
  })
  return { server, device, client, pauses, news: () => news }
}

test('a colleague’s change is here without anybody asking', async () => {
  const { server, device, client, news } = await listening()
  const rec = newId()
  await new Writer(await server.a.pair(), client).set({ rec }, 'product', 'Desk')
  await expect.poll(async () => (await device.db.records.get([client, rec]))?.edits.product?.value).toBe('Desk')
  expect(news()).toBeGreaterThan(0)
})

test('the client that becomes active is listened to from then on', async () => {
  const { server, device, client } = await listening()
  const other = await createClient(device.db, 'Bolt')
  await device.sync()
  const rec = newId()
  await new Writer(await server.a.pair(), other).set({ rec }, 'product', 'Desk')
  await expect.poll(async () => (await device.db.records.get([other, rec]))?.edits.product?.value).toBe('Desk')
  expect(other).not.toBe(client)
})

test('a stream that ends is opened again, later each time; a server that knows none is left alone', async () => {
  let asked = 0
  const { pauses } = await listening(async () => {
    asked += 1
    if (asked < 9) throw new TypeError('network')
    return new Response('', { status: 404 })
  })
  // Two scopes are listened to: each of them is refused once, and asks no more.
  await expect.poll(() => asked).toBe(10)
  expect(pauses).toHaveLength(8)
  expect(Math.min(...pauses)).toBe(2000)
  expect(Math.max(...pauses)).toBe(9000)
})

test('what is no notice is nothing: a page, a long line, another event', async () => {
  const bodies = [
    new Response('<html>Sign in to this network</html>', { headers: { 'content-type': 'text/html' } }),
    new Response(`data: {"head":${'9'.repeat(500)}`, { headers: { 'content-type': 'text/event-stream' } }),
    new Response('data: {"head":"9"}\n\ndata: {"sync":true}\n\n', { headers: { 'content-type': 'text/event-stream' } }),
  ]
  const { news, pauses } = await listening(async () => bodies.shift() ?? new Response('', { status: 404 }))
  await expect.poll(() => pauses.length).toBeGreaterThanOrEqual(3)
  expect(news()).toBe(0)
})
