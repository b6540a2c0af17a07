import { expect, test, vi } from 'vitest'
import { getSetting } from '../../extension/settings/store.ts'
import { disconnectServer } from '../../extension/sync/connect.ts'
import { listDevices, renameDevice, revokeThisDevice } from '../../extension/sync/devices.ts'
import { freshDatabase } from '../support/device.ts'
import { pairedDevice } from '../support/paired.ts'
import { startServer } from '../support/server.ts'

test('the devices of a person, as their server has them; this one can be renamed', async () => {
  const server = await startServer()
  const { db } = await pairedDevice(server, server.a)
  const devices = await listDevices(db, server)
  const own = devices?.ok ? devices.value.find(({ thisOne }) => thisOne) : undefined
  if (!own) throw new Error('this device is not listed')
  expect(await renameDevice(db, own, 'Desk', server)).toMatchObject({ ok: true })
  expect((await getSetting(db, 'device'))?.name).toBe('Desk')
  const renamed = await listDevices(db, server)
  expect(renamed?.ok && renamed.value.find(({ id }) => id === own.id)?.name).toBe('Desk')
})

test('a server that does not answer is a problem with a name, and this device keeps its own', async () => {
  const server = await startServer()
  const { db } = await pairedDevice(server, server.a)
  const fetch = () => Promise.reject(new TypeError('offline'))
  const devices = await listDevices(db, { fetch })
  expect(devices).toMatchObject({ ok: false, problem: { code: 'OFFLINE' } })
  const own = { id: 'x', name: 'n', pairedAt: '', seenAt: '', thisOne: true }
  expect(await renameDevice(db, own, 'Desk', { fetch })).toMatchObject({ ok: false })
  expect((await getSetting(db, 'device'))?.name).toBe('Work browser')
})

test('a device without a server has nobody to ask', async () => {
  expect(await listDevices(freshDatabase())).toBeNull()
})

test('who disconnects takes the device its access at the server, and no other', async () => {
  const server = await startServer()
  const [first, second] = [await pairedDevice(server, server.a), await pairedDevice(server, server.a)]
  const other = await pairedDevice(server, server.b)
  const token = (await getSetting(first.db, 'server'))?.token
  expect(await disconnectServer(first.db, server)).toEqual({ heard: true })
  expect(await getSetting(first.db, 'server')).toBeUndefined()
  const asked = await server.request('/v1/scopes', { headers: { authorization: `Bearer ${token}` } })
  expect(asked.status).toBe(401)
  expect(await listDevices(second.db, server)).toMatchObject({ ok: true })
  expect(await listDevices(other.db, server)).toMatchObject({ ok: true })
})

test('who was disconnected at the server already has nothing to tell it', async () => {
  const server = await startServer()
  const { db } = await pairedDevice(server, server.a)
  const paired = await getSetting(db, 'server')
  if (!paired) throw new Error('not paired')
  expect(await revokeThisDevice({ ...paired, fetch: server.fetch })).toBe(true)
  expect(await disconnectServer(db, server)).toEqual({ heard: true })
})

test('a server that is silent is not waited for', async () => {
  const server = await startServer()
  const { db } = await pairedDevice(server, server.a)
  const timeout = vi
    .spyOn(AbortSignal, 'timeout')
    .mockImplementation((ms) => (ms < 20_000 ? AbortSignal.abort() : new AbortController().signal))
  const fetch: typeof globalThis.fetch = (_, { signal } = {}) =>
    new Promise((_, reject) => {
      if (signal?.aborted) reject(signal.reason)
      signal?.addEventListener('abort', () => reject(signal.reason))
    })
  expect(await disconnectServer(db, { fetch })).toEqual({ heard: false })
  expect(await getSetting(db, 'server')).toBeUndefined()
  timeout.mockRestore()
})

test('a round that was under way when the device was disconnected says nothing of it any more', async () => {
  const server = await startServer()
  const { db, sync } = await pairedDevice(server, server.a)
  const report = await sync(async (...asked) => {
    await disconnectServer(db, server)
    return server.fetch(...asked)
  })
  expect(report.problem).toBe('UNAUTHENTICATED')
  expect(await getSetting(db, 'syncState')).toBeUndefined()
})
